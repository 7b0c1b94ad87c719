import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { definePort } from '../../schema/base';

/**
 * The lender's seal key: signs manifests and audit checkpoints. Answers a JWS with detached content
 * (RFC 7515, appendix F) of `bytes`, EdDSA; its header names the key.
 */
export interface Sealer {
  seal(lenderId: string, bytes: Uint8Array): Promise<string>;
  /** Public keys with `kid`, to be given to whoever verifies. */
  publicKeys(lenderId: string): Promise<readonly JWK[]>;
}

export const sealPort = definePort<Sealer>('audit.seal');

const ALGORITHM = 'EdDSA';

/** A sealer with one private key (JWK, Ed25519, with `kid`) for all lenders of an installation. */
export function sealWith(privateKey: JWK & { readonly kid: string }): Sealer {
  const { d: _private, ...publicKey } = privateKey;
  return {
    async seal(_lender, bytes) {
      const signer = new CompactSign(bytes).setProtectedHeader({ alg: ALGORITHM, kid: privateKey.kid });
      const [header, , signature] = (await signer.sign(await importJWK(privateKey, ALGORITHM))).split('.');
      return `${header}..${signature}`;
    },
    publicKeys: async () => [publicKey],
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
