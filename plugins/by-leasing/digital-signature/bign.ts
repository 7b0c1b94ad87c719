import { beltHash } from './belt-hash';
import { combine, bignCurve256 as curve, fromLittleEndian, isOnCurve, type Point, toLittleEndian } from './curve';

/** Octets of a public key (two coordinates), of a signature and of the hash that is signed. */
export const BIGN_KEY_BYTES = 64;
export const BIGN_SIGNATURE_BYTES = 48;
const HASH_BYTES = 32;
const HEAD_BYTES = 16;

/** DER of belt-hash256's object identifier, 1.2.112.0.2.0.34.101.31.81: the signature names the hash function. */
const BELT_HASH_OID = Buffer.from('06092a7000020022651f51', 'hex');

/** The point of a public key; `null` where the octets are none of the curve. */
export function publicPoint(key: Uint8Array): Point | null {
  if (key.length !== BIGN_KEY_BYTES) return null;
  const point = { x: fromLittleEndian(key.subarray(0, 32)), y: fromLittleEndian(key.subarray(32)) };
  return isOnCurve(curve, point) ? point : null;
}

/**
 * Whether a bign signature over a belt-hash holds, STB 34.101.45, 7.2: bign-curve256v1, `hash` of 32 octets,
 * `signature` = S0 (16 octets) ‖ S1 (32), `key` = x ‖ y. Never throws: what is malformed does not hold.
 */
export function verifyBign(hash: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  const point = publicPoint(key);
  if (!point || hash.length !== HASH_BYTES || signature.length !== BIGN_SIGNATURE_BYTES) return false;
  const head = signature.subarray(0, HEAD_BYTES);
  const s1 = fromLittleEndian(signature.subarray(HEAD_BYTES));
  if (s1 >= curve.q) return false;
  const r = combine(curve, (s1 + fromLittleEndian(hash)) % curve.q, fromLittleEndian(head) + 2n ** BigInt(curve.level), point);
  return r !== null && Buffer.from(challenge(r, hash)).equals(head);
}

/** S0: the head of the hash over the hash function's name, the point and the message's hash. */
export function challenge(r: Point, hash: Uint8Array): Uint8Array {
  return beltHash(Buffer.concat([BELT_HASH_OID, toLittleEndian(r.x, 32), hash])).subarray(0, HEAD_BYTES);
}
