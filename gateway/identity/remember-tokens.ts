import type { Clock } from '../../modules/calendar';
import type { TokenVerifier, VerifiedToken } from './token-verifier';

/** How long a verified token is believed without looking again: as long as a key that its issuer has withdrawn goes on working. */
const SECONDS = 30;
/** Distinct tokens kept; the oldest go first. A token is about 500 bytes. */
const CAPACITY = 10_000;

interface Remembered {
  readonly token: VerifiedToken;
  readonly until: number;
}

/**
 * Verifies each token once per half minute. A signature costs more CPU than all else that a short query does before
 * it reaches the database. Only success is kept, under the whole token, and never beyond its end.
 */
export function rememberTokens(
  verifier: Pick<TokenVerifier, 'verify'>,
  clock: Clock,
  { seconds = SECONDS, capacity = CAPACITY } = {},
): Pick<TokenVerifier, 'verify'> {
  const remembered = new Map<string, Remembered>();
  return {
    async verify(text) {
      const now = clock.now().epochMilliseconds;
      const known = remembered.get(text);
      if (known && now < known.until) return known.token;
      remembered.delete(text);
      const token = await verifier.verify(text);
      remembered.set(text, { token, until: Math.min(now + seconds * 1000, token.expiresAt.getTime()) });
      if (remembered.size > capacity) remembered.delete(remembered.keys().next().value!);
      return token;
    },
  };
}
