import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Role } from './roles';
import { CLAIMS, type TokenVerifier, type VerifierOptions, verifierWithKeys } from './token-verifier';

export interface TokenRequest {
  readonly kind: Role;
  readonly subject: string;
  /** Codes of the lenders it is good for. */
  readonly lenders: readonly string[];
  /** Required for a CLIENT, and only there. */
  readonly clientId?: string;
  readonly sessionId?: string;
  /** Narrows the role's scopes. */
  readonly scopes?: readonly string[];
  /** Seconds. */
  readonly ttl: number;
}

/** Signs tokens with an Ed25519 key and verifies its own. */
export interface OwnIssuer extends TokenVerifier {
  issueToken(request: TokenRequest): Promise<string>;
  /** The public half, for a JWKS document. */
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

export type OwnIssuerOptions = Omit<VerifierOptions, 'algorithms' | 'sessions'> & {
  /** Private key as JWK; made and stored there, readable by its user alone, when the file is missing. */
  readonly keyFile: string;
};

export async function openOwnIssuer(options: OwnIssuerOptions): Promise<OwnIssuer> {
  const { keyFile, clock } = options;
  if (!existsSync(keyFile)) await makeKey(keyFile);
  const jwk = JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
  const { d: _, ...publicJwk } = jwk;
  const privateKey = await importJWK(jwk, 'EdDSA');
  const publicKey = await importJWK(publicJwk, 'EdDSA');
  if (!('type' in publicKey)) throw new Error(`${keyFile} holds no Ed25519 key.`);
  return {
    ...verifierWithKeys({ ...options, algorithms: ['EdDSA'], sessions: true }, async () => async () => publicKey),
    publicKeys: { keys: [publicJwk] },
    async issueToken({ kind, subject, lenders, clientId, sessionId, scopes, ttl }) {
      const issuedAt = Math.floor(clock.now().epochMilliseconds / 1000);
      return new SignJWT({
        [CLAIMS.role]: kind,
        [CLAIMS.lenders]: lenders,
        ...(clientId ? { [CLAIMS.client]: clientId } : {}),
        ...(sessionId ? { [CLAIMS.session]: sessionId } : {}),
        ...(scopes ? { scope: scopes.join(' ') } : {}),
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'JWT' })
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + ttl)
        .sign(privateKey);
    },
  };
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk) }), { mode: 0o600 });
}
