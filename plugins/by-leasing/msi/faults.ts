import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import type { MsiFault } from './port';

/** What МСИ itself answers instead of a code (assumed protocol). */
const ANSWERS: Readonly<Record<string, MsiFault>> = {
  person_not_found: 'PERSON_UNKNOWN',
  access_denied: 'DECLINED',
  invalid_grant: 'CODE_REFUSED',
};

/** The library's codes for an answer that does not belong to its question. */
const UNFIT: Readonly<Record<string, MsiFault>> = {
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'UNTRUSTED',
  OAUTH_TIMEOUT: 'UNREACHABLE',
  OAUTH_ABORT: 'UNREACHABLE',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'UNREACHABLE',
};

/** What an error of the client library means; whatever it does not vouch for is not believed. */
export function faultOf(error: unknown): MsiFault {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return ANSWERS[error.error] ?? 'UNTRUSTED';
  if (error instanceof WWWAuthenticateChallengeError) return 'GRANT_REFUSED';
  if (error instanceof ClientError && !unsent(error.cause)) return mismatch(error) ?? UNFIT[error.code ?? ''] ?? 'UNTRUSTED';
  return error instanceof ClientError || unsent(error) ? 'UNREACHABLE' : 'UNTRUSTED';
}

/** `fetch` rejects with a TypeError where no answer came. */
const unsent = (error: unknown): boolean => (error as Error | undefined)?.name === 'TypeError';

/** The library tells which value is another than expected by the text or the claim in its cause. */
function mismatch(error: Error): MsiFault | null {
  const cause = error.cause as { readonly claim?: unknown; readonly message?: unknown } | undefined;
  const words = `${error.message} ${typeof cause?.message === 'string' ? cause.message : ''}`;
  if (cause?.claim === 'nonce' || /nonce/.test(words)) return 'NONCE_MISMATCH';
  return /"state"/.test(words) ? 'STATE_MISMATCH' : null;
}

/** МСИ's number of an exchange that failed, where the address tells one. */
export function requestIdOf(answer: URL): string | null {
  return /^request ([\w-]{1,64})$/.exec(answer.searchParams.get('error_description') ?? '')?.[1] ?? null;
}
