import { anonymous, type Caller } from '../../modules/access';
import { executionErrors } from '../../modules/execution';
import type { Lender, LenderDirectory } from '../../modules/lenders';
import { identityErrors } from './identity.errors';
import type { TokenVerifier } from './token-verifier';

/** What a request says of itself: HTTP headers, or a socket's connection parameters under the same names. */
export interface Credentials {
  /** `Bearer …` */
  readonly authorization?: string | null;
  /** Code of a lender, from the `Lexgraph-Lender` header. */
  readonly lender?: string | null;
  readonly host?: string | null;
  /** The caller came over a connection that nothing protects. */
  readonly insecure?: boolean;
}

export interface Identified {
  readonly caller: Caller;
  readonly lender: Lender | null;
}

type Lenders = Pick<LenderDirectory, 'byCode' | 'byHost'>;

/**
 * Who asks, and at which lender. With a token: its only lender, or the one that the request names among its lenders.
 * Without: the one named, else the host's, else none.
 * @throws TOKEN_INVALID, TOKEN_EXPIRED, IDENTITY_UNAVAILABLE, LENDER_UNKNOWN, LENDER_NOT_ALLOWED, LENDER_REQUIRED
 */
export async function identify(credentials: Credentials, verifier: Pick<TokenVerifier, 'verify'>, lenders: Lenders): Promise<Identified> {
  const { authorization, lender: named, host } = credentials;
  const channel = credentials.insecure ? { insecure: true as const } : {};
  if (!authorization) {
    const lender = named ? known(lenders, named) : host ? lenders.byHost(host) : null;
    return { caller: Object.freeze({ ...anonymous(lender?.id ?? null), ...channel }), lender };
  }
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (!token) throw identityErrors.error('TOKEN_INVALID');
  const verified = await verifier.verify(token);
  const lender = chooseLender(verified.lenders, named, lenders);
  const caller: Caller = Object.freeze({
    kind: verified.role,
    subject: verified.subject,
    lenderId: lender?.id ?? null,
    lenders: verified.lenders.flatMap((code) => lenders.byCode(code)?.id ?? []),
    clientId: verified.clientId,
    sessionId: verified.sessionId,
    scopes: verified.scopes,
    expiresAt: verified.expiresAt,
    ...channel,
  });
  return { caller, lender };
}

function chooseLender(allowed: readonly string[], named: string | null | undefined, lenders: Lenders): Lender | null {
  if (named) {
    if (!allowed.includes(named)) {
      known(lenders, named);
      throw identityErrors.error('LENDER_NOT_ALLOWED');
    }
    return known(lenders, named);
  }
  if (allowed.length > 1) throw executionErrors.error('LENDER_REQUIRED');
  return allowed[0] ? known(lenders, allowed[0]) : null;
}

function known(lenders: Lenders, code: string): Lender {
  const lender = lenders.byCode(code);
  if (!lender) throw identityErrors.error('LENDER_UNKNOWN');
  return lender;
}
