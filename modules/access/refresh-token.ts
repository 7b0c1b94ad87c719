import { timingSafeEqual } from 'node:crypto';
import type { FieldCipher } from '../database';

/** The part of a session that its refresh tokens are made of. */
export interface RefreshRoot {
  readonly id: string;
  readonly refreshSeed: Buffer;
}

const [ID, GENERATION, PROOF] = [16, 4, 32];

/** `session · generation · keyed digest`: any token of the session can be told from a forged one, and none is stored. */
export function makeRefreshToken(cipher: FieldCipher, lenderId: string, session: RefreshRoot, generation: number): string {
  const head = Buffer.alloc(ID + GENERATION);
  head.write(session.id.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(generation, ID);
  return Buffer.concat([head, proof(cipher, lenderId, session, generation)]).toString('base64url');
}

/** The session and generation that a text claims; null when it is no refresh token. */
export function readRefreshToken(
  token: string,
): { readonly sessionId: string; readonly generation: number; readonly proof: Buffer } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID + GENERATION + PROOF || bytes.toString('base64url') !== token) return null;
  const sessionId = bytes.toString('hex', 0, ID).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { sessionId, generation: bytes.readUInt32BE(ID), proof: bytes.subarray(ID + GENERATION) };
}

/** Whether this gateway made the token. */
export function isGenuine(
  cipher: FieldCipher,
  lenderId: string,
  session: RefreshRoot,
  token: { readonly generation: number; readonly proof: Buffer },
): boolean {
  return timingSafeEqual(token.proof, proof(cipher, lenderId, session, token.generation));
}

function proof(cipher: FieldCipher, lenderId: string, session: RefreshRoot, generation: number): Buffer {
  return cipher.digest(session.refreshSeed.toString('hex'), `${lenderId}/core.session/${session.id}/${generation}`);
}
