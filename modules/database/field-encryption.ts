import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { definePort } from '../../schema/base';
import type { KeyRing, RingKey } from './key-ring';

/** Encrypts personal fields, makes them findable by equality, and digests secrets. Stateless; safe to share. */
export interface FieldCipher {
  /** AES-256-GCM under the current key. `aad` binds the value to its place: use `fieldAad`. */
  encrypt(plain: string | Buffer, aad: string): Buffer;
  /** Throws `FieldDecryptionError` when the bytes were changed, stand in another place, or their key is gone. */
  decrypt(cipher: Buffer, aad: string): Buffer;
  /** Keyed index for look-ups by equality; 32 bytes. Name the lender and the field in `purpose`. */
  blindIndex(value: string, purpose: string): Buffer;
  /** Keyed digest of a secret that can be re-checked and never read; 32 bytes. */
  digest(value: string, purpose: string): Buffer;
}

export const fieldCipherPort = definePort<FieldCipher>('database.field-cipher');

/** The value cannot be read. Says why, never what. */
export class FieldDecryptionError extends Error {
  override readonly name = 'FieldDecryptionError';
}

/** The place of an encrypted field: a value copied to another lender, table, row or column does not decrypt there. */
export function fieldAad(place: { lenderId: string; table: string; id: string; column: string }): string {
  return `${place.lenderId}/${place.table}/${place.id}/${place.column}`;
}

// version (1) · key id (4) · nonce (12) · tag (16) · ciphertext
const VERSION = 1;
const [NONCE_AT, TAG_AT, TEXT_AT] = [5, 17, 33];

/** AES-256-GCM (NIST SP 800-38D) with a random nonce; keys separated by HKDF-SHA-256 (RFC 5869), see `KeyRing`. */
export function createFieldCipher(ring: KeyRing): FieldCipher {
  return Object.freeze({
    encrypt(plain: string | Buffer, aad: string): Buffer {
      const header = Buffer.alloc(NONCE_AT);
      header.writeUInt8(VERSION, 0);
      header.writeUInt32BE(ring.current.id, 1);
      const nonce = randomBytes(TAG_AT - NONCE_AT);
      const cipher = createCipheriv('aes-256-gcm', ring.current.encryption, nonce).setAAD(Buffer.concat([header, Buffer.from(aad)]));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([header, nonce, cipher.getAuthTag(), text]);
    },

    decrypt(stored: Buffer, aad: string): Buffer {
      if (stored.length < TEXT_AT || stored.readUInt8(0) !== VERSION)
        throw new FieldDecryptionError('Not an encrypted field of a known version.');
      const key = keyOf(ring, stored.readUInt32BE(1));
      const decipher = createDecipheriv('aes-256-gcm', key.encryption, stored.subarray(NONCE_AT, TAG_AT), {
        authTagLength: TEXT_AT - TAG_AT,
      })
        .setAAD(Buffer.concat([stored.subarray(0, NONCE_AT), Buffer.from(aad)]))
        .setAuthTag(stored.subarray(TAG_AT, TEXT_AT));
      try {
        return Buffer.concat([decipher.update(stored.subarray(TEXT_AT)), decipher.final()]);
      } catch {
        throw new FieldDecryptionError('The field was changed, or belongs to another place.');
      }
    },

    blindIndex: (value: string, purpose: string) => keyed(ring.index, purpose, value),
    digest: (value: string, purpose: string) => keyed(ring.secret, purpose, value),
  });
}

function keyOf(ring: KeyRing, id: number): RingKey {
  const key = ring.keys.get(id);
  if (!key) throw new FieldDecryptionError(`Key ${id} is not in LEXGRAPH_KEYS: add it after the current one.`);
  return key;
}

/** The purpose's length is part of the message, so that no purpose and value run into each other. */
function keyed(key: Buffer, purpose: string, value: string): Buffer {
  const label = Buffer.from(purpose);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(label.length);
  return createHmac('sha256', key).update(length).update(label).update(value).digest();
}
