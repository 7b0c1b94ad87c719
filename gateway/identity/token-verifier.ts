import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../modules/calendar';
import { identityErrors } from './identity.errors';
import { isRole, type Role, RoleTable } from './roles';

/** What a verified token says. */
export interface VerifiedToken {
  readonly role: Role;
  readonly subject: string;
  /** Codes of the lenders it is good for. */
  readonly lenders: readonly string[];
  readonly clientId: string | null;
  readonly sessionId: string | null;
  readonly scopes: ReadonlySet<string>;
  readonly expiresAt: Date;
}

/** Checks tokens. @throws TOKEN_INVALID, TOKEN_EXPIRED, IDENTITY_UNAVAILABLE */
export interface TokenVerifier {
  readonly issuer: string;
  verify(token: string): Promise<VerifiedToken>;
}

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
  /** JWS algorithms accepted; never symmetric ones. */
  readonly algorithms?: readonly string[];
  /** With the scopes that plugins add; without: the core's. */
  readonly roles?: RoleTable;
  /** Whether `sid` names a session of this gateway. A provider's own sessions are the provider's to end. */
  readonly sessions?: boolean;
}

/** Claims beside the registered ones; an OpenID provider maps its own to these. */
export const CLAIMS = { role: 'lexgraph_role', lenders: 'lexgraph_lenders', client: 'lexgraph_client', session: 'sid' } as const;

const ASYMMETRIC = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384'];

/** A verifier with a key source: a key of our own, or a provider's published set. */
export function verifierWithKeys(options: VerifierOptions, keys: () => Promise<JWTVerifyGetKey>): TokenVerifier {
  const { issuer, audience, clock, algorithms = ASYMMETRIC, roles = new RoleTable(), sessions = false } = options;
  return {
    issuer,
    async verify(token) {
      const getKey = await keys();
      try {
        const { payload } = await jwtVerify(token, getKey, {
          issuer,
          audience,
          algorithms: [...algorithms],
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(clock.now().epochMilliseconds),
          clockTolerance: 5,
        });
        return { ...read(payload, roles), ...(sessions ? {} : { sessionId: null }) };
      } catch (error) {
        throw asCoded(error);
      }
    },
  };
}

/**
 * Verifies the tokens of any OpenID provider: its configuration and keys are read when the first token comes and kept;
 * rotated keys are fetched when a token names one that is not known.
 */
export function openIdVerifier(options: VerifierOptions): TokenVerifier {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  return verifierWithKeys(options, () => {
    keys ??= discover(options.issuer).catch((error) => {
      keys = null;
      throw error;
    });
    return keys;
  });
}

/** Chooses the verifier by the token's issuer, which the verifier then proves. */
export function verifierByIssuer(verifiers: readonly TokenVerifier[]): Pick<TokenVerifier, 'verify'> {
  return {
    async verify(token) {
      const found = verifiers.find(({ issuer }) => issuer === issuerOf(token));
      if (!found) throw identityErrors.error('TOKEN_INVALID');
      return found.verify(token);
    },
  };
}

/** Reads the provider's configuration (OpenID Connect Discovery 1.0, §4) and answers its key set. */
async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let found: { issuer?: unknown; jwks_uri?: unknown };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    found = (await response.json()) as typeof found;
  } catch (cause) {
    throw Object.assign(identityErrors.error('IDENTITY_UNAVAILABLE'), { cause });
  }
  // §4.3: the issuer told must be the one asked, else another's keys would be trusted.
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string') throw identityErrors.error('IDENTITY_UNAVAILABLE');
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: 5_000 });
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function read(payload: JWTPayload, roles: RoleTable): VerifiedToken {
  const role = payload[CLAIMS.role];
  const lenders = payload[CLAIMS.lenders];
  const client = payload[CLAIMS.client] ?? null;
  const session = payload[CLAIMS.session] ?? null;
  const scope = payload.scope ?? '';
  const wellFormed =
    isRole(role) &&
    Array.isArray(lenders) &&
    lenders.every((lender): lender is string => typeof lender === 'string') &&
    (client === null || typeof client === 'string') &&
    (session === null || typeof session === 'string') &&
    typeof scope === 'string' &&
    // A borrower's token without a client would see every row of its lender.
    (role === 'CLIENT') === (client !== null);
  if (!wellFormed) throw identityErrors.error('TOKEN_INVALID');
  return {
    role,
    subject: payload.sub!,
    lenders,
    clientId: client as string | null,
    sessionId: session as string | null,
    scopes: roles.scopesOf(role, scope.split(' ')),
    expiresAt: new Date(payload.exp! * 1000),
  };
}

function asCoded(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return identityErrors.error('TOKEN_EXPIRED');
  const unreachable = error instanceof errors.JWKSTimeout || error instanceof TypeError || isFetchFailure(error);
  if (unreachable) return Object.assign(identityErrors.error('IDENTITY_UNAVAILABLE'), { cause: error });
  return error instanceof errors.JOSEError ? identityErrors.error('TOKEN_INVALID') : error;
}

/** jose says "Expected 200 OK" and the like with its most general class. */
function isFetchFailure(error: unknown): boolean {
  return error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC';
}
