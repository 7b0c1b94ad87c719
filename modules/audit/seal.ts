import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { definePort } from '../../schema/base';

/**
 * Each lender's seal key: signs manifests and audit checkpoints. Answers a JWS with detached content
 * (RFC 7515, appendix F) of `bytes`, EdDSA; its header names the key.
 */
export interface Sealer {
  seal(lenderId: string, bytes: Uint8Array): Promise<string>;
  /** Public keys with `kid`, to be given to whoever verifies. */
  publicKeys(lenderId: string): readonly JWK[];
}

export const sealPort = definePort<Sealer>('audit.seal');

/** A private key: JWK, Ed25519, with the id that seals name. */
export type SealKey = JWK & { readonly kid: string };

const ALGORITHM = 'EdDSA';

/** A sealer with the private keys of each lender: the first one seals, the others only stand for what they sealed once. */
export function sealWith(keysOf: (lenderId: string) => readonly SealKey[]): Sealer {
  return {
    async seal(lenderId, bytes) {
      const [key] = keysOf(lenderId);
      if (!key) throw new Error(`Lender ${lenderId} has no seal key.`);
      const signer = new CompactSign(bytes).setProtectedHeader({ alg: ALGORITHM, kid: key.kid });
      const [header, , signature] = (await signer.sign(await importJWK(key, ALGORITHM))).split('.');
      return `${header}..${signature}`;
    },
    publicKeys: (lenderId) => keysOf(lenderId).map(({ d: _private, ...publicKey }) => publicKey),
  };
}

/** The id of the trusted key whose seal over these octets holds; `null` where none does. */
export async function sealingKey(bytes: Uint8Array, seal: string, trusted: readonly JWK[]): Promise<string | null> {
  const [header, content, signature, ...more] = seal.split('.');
  if (!header || content !== '' || !signature || more.length > 0) return null;
  const whole = `${header}.${Buffer.from(bytes).toString('base64url')}.${signature}`;
  for (const key of trusted) {
    try {
      const { protectedHeader } = await compactVerify(whole, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] });
      // A second spelling of the same signature would be a second package.
      const canonical = Buffer.from(signature, 'base64url').toString('base64url') === signature;
      // A key without an id is tried whatever the seal names.
      if (canonical && (key.kid === undefined || protectedHeader.kid === key.kid)) return protectedHeader.kid ?? '';
    } catch {
      // The next key may hold.
    }
  }
  return null;
}
