import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Keys of one generation, open for use. */
export interface SigningKey {
  /** Shared with the endpoint. */
  readonly secret: Buffer;
  /** Ed25519. */
  readonly privateKey: KeyObject;
}

export interface SignedMessage {
  readonly id: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly body: string;
}

const SECRET_BYTES = 32;

/** New keys as they are kept: PKCS #8 in DER, and the 32 bytes of the public key. */
export function newKeys(): { readonly secret: Buffer; readonly privateDer: Buffer; readonly publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    secret: randomBytes(SECRET_BYTES),
    privateDer: privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'),
  };
}

export function openKey(secret: Buffer, privateDer: Buffer): SigningKey {
  return { secret, privateKey: createPrivateKey({ key: privateDer, type: 'pkcs8', format: 'der' }) };
}

/** The forms in which the Standard Webhooks specification writes a shared secret and a public key. */
export const secretText = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;
export const publicKeyText = (publicKey: Buffer): string => `whpk_${publicKey.toString('base64')}`;

/**
 * The value of `webhook-signature`, Standard Webhooks: `v1` (HMAC-SHA256) and `v1a` (Ed25519) of each key over id, time and body,
 * separated by spaces; a reader takes the message when one of them holds.
 */
export function signMessage(keys: readonly SigningKey[], { id, timestamp, body }: SignedMessage): string {
  const signed = Buffer.from(`${id}.${timestamp}.${body}`, 'utf8');
  return keys
    .flatMap(({ secret, privateKey }) => [
      `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
      `v1a,${sign(null, signed, privateKey).toString('base64')}`,
    ])
    .join(' ');
}
