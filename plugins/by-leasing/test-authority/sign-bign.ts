import { randomBytes } from 'node:crypto';
import { challenge } from '../digital-signature/bign';
import { combine, bignCurve256 as curve, fromLittleEndian, toLittleEndian } from '../digital-signature/curve';

/** The public key of a private one: x ‖ y. */
export function bignPublicKey(secret: bigint): Uint8Array {
  const point = combine(curve, secret, 0n, curve.g)!;
  return Buffer.concat([toLittleEndian(point.x, 32), toLittleEndian(point.y, 32)]);
}

/** A bign signature of a belt-hash, STB 34.101.45, 7.1. Not of constant time: for keys that only the sandbox and tests have. */
export function signBign(hash: Uint8Array, secret: bigint): Uint8Array {
  const once = (fromLittleEndian(randomBytes(40)) % (curve.q - 1n)) + 1n;
  const s0 = challenge(combine(curve, once, 0n, curve.g)!, hash);
  const s1 = (once - fromLittleEndian(hash) - (fromLittleEndian(s0) + 2n ** BigInt(curve.level)) * secret) % curve.q;
  return Buffer.concat([s0, toLittleEndian(s1 < 0n ? s1 + curve.q : s1, 32)]);
}
