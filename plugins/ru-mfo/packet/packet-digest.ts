import { createHash } from 'node:crypto';
import { digestOf } from '../../../modules/access';
import type { PacketDocumentRecord } from './packet.record';

/** What the code is bound to: this packet, and the hash of every ticked document in its place. */
export const packetDigest = (packetId: string, documents: readonly PacketDocumentRecord[]): Buffer =>
  digestOf('ru-mfo/packet', packetId, ...documents.filter(({ tickedAt }) => tickedAt).map(({ sha256 }) => sha256));

// Crockford's alphabet: nothing that is mistaken when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The symbols by which the client signed one document of a packet (подпись клиента): made from the ceremony's identifier
 * and the document's hash, so that no two documents bear the same and each can be checked against both.
 */
export function clientSignature(identifier: string, sha256: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([identifier, sha256]))
    .digest();
  const symbols = Array.from(hash.subarray(0, 16), (byte) => ALPHABET[byte & 31]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
