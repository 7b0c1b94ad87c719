import fc from 'fast-check';
import { bignPublicKey, signBign } from '../test-authority/sign-bign';
import { beltBlock } from './belt-block';
import { beltHash } from './belt-hash';
import { BIGN_SIGNATURE_BYTES, challenge, publicPoint, verifyBign } from './bign';
import { bignCurve256, combine, fromLittleEndian, isOnCurve, toLittleEndian } from './curve';

/** base^exponent modulo m. */
function power(base: bigint, exponent: bigint, m: bigint): bigint {
  let [result, square] = [1n, base % m];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return result;
}

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const words = (text: string) => new Uint32Array(hex(text).buffer);
const H13 = 'b194bac80a08f53b366d008e58';
const H48 = 'b194bac80a08f53b366d008e584a5de48504fa9d1bb6c7ac252e72c202fdce0d5be3d61217b96181fe6786ad716b890b';
const KEY = hex(
  'bd1a5650179d79e03fcee49d4c2bd5ddf54ce46d0cf11e4ff87bf7a890857fd07ac6a60361e8c8173491686d461b2826190c2eda5909054a9ab84d2ab9d99a90',
);
const G2 = hex('e36b7f0377ae4c524027c387fadf1b20ce72f1530b71f2b5fd3a8c584fe2e1aed20082e30c8af65011f4fb54649dfd3d');
const G3 = hex('47a63c8b9c936e94b5fab3d9cbd78366290f3210e163eec8db4e921e8479d4138f112cc23e6dce65ec5ff21df4231c28');

// Vectors of STB 34.101.31, annex A, and of STB 34.101.45, annex G.
describe('belt', () => {
  it('encrypts the block of table A.1', () => {
    const block = beltBlock(
      words('b194bac80a08f53b366d008e584a5de4'),
      words('e9dee72c8f0c0fa62ddb49f46f73964706075316ed247a3739cba38303a98bf6'),
    );
    expect(Buffer.from(block.buffer).toString('hex')).toBe('69cca1c93557c9e3d66bc3e0fa88fa6e');
  });

  it.each([
    [H13, 'abef9725d4c5a83597a367d14494cc2542f20f659ddfecc961a3ec550cba8c75'],
    [H48.slice(0, 64), '749e4c3653aece5e48db4761227742eb6dbe13f4a80f7beff1a9cf8d10ee7786'],
    [H48, '9d02ee446fb6a29fe5c982d4b13af9d3e90861bc4cef27cf306bfb0b174a154a'],
    ['', 'eb6ba8bde3821909b63e14764485530fd8e875a23834d41d6c100ac446828c7e'],
  ])('hashes the message %s', (message, hash) => {
    expect(Buffer.from(beltHash(hex(message))).toString('hex')).toBe(hash);
  });
});

describe('bign', () => {
  it('has a base point of order q on its curve', () => {
    expect(isOnCurve(bignCurve256, bignCurve256.g)).toBe(true);
    expect(combine(bignCurve256, bignCurve256.q, 0n, bignCurve256.g)).toBeNull();
    expect(combine(bignCurve256, bignCurve256.q + 1n, 0n, bignCurve256.g)).toEqual(bignCurve256.g);
  });

  it('accepts the signatures of tables G.2 and G.3', () => {
    expect(verifyBign(beltHash(hex(H13)), G2, KEY)).toBe(true);
    expect(verifyBign(beltHash(hex(H48)), G3, KEY)).toBe(true);
  });

  it('refuses the signature of one message with the hash of another', () => {
    expect(verifyBign(beltHash(hex(H48)), G2, KEY)).toBe(false);
  });

  it('refuses a signature, a hash or a key in which any one bit was changed', () => {
    const hash = beltHash(hex(H13));
    const parts = [hash, G2, KEY] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (part, place, bit) => {
        const changed = parts.map((bytes) => Uint8Array.from(bytes)) as [Uint8Array, Uint8Array, Uint8Array];
        changed[part]![place % parts[part]!.length]! ^= 1 << bit;
        expect(verifyBign(...changed)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a second half that is not below q, though it is the same number modulo q', () => {
    const { q, g, level } = bignCurve256;
    const hash = beltHash(hex(H13));
    // A key made to fit: once = s1 + H + (S0 + 2^l)·secret for a second half so small that q may be added to it.
    const [once, s1] = [12345n, 5n];
    const s0 = challenge(combine(bignCurve256, once, 0n, g)!, hash);
    const factor = fromLittleEndian(s0) + 2n ** BigInt(level);
    const secret = ((((once - s1 - fromLittleEndian(hash)) * power(factor, q - 2n, q)) % q) + q) % q;
    const key = bignPublicKey(secret);
    const withHalf = (half: bigint) => Buffer.concat([s0, toLittleEndian(half, 32)]);
    expect(verifyBign(hash, withHalf(s1), key)).toBe(true);
    expect(verifyBign(hash, withHalf(s1 + q), key)).toBe(false);
  });

  it('refuses what has another length, and a key that is no point', () => {
    const hash = beltHash(hex(H13));
    expect(verifyBign(hash, G2.subarray(1), KEY)).toBe(false);
    expect(verifyBign(hash.subarray(1), G2, KEY)).toBe(false);
    expect(verifyBign(hash, G2, KEY.subarray(1))).toBe(false);
    expect(publicPoint(new Uint8Array(64))).toBeNull();
  });

  it('accepts what its key signed, whatever the message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.bigInt({ min: 1n, max: bignCurve256.q - 1n }), (message, secret) => {
        const signature = signBign(beltHash(message), secret);
        expect(signature).toHaveLength(BIGN_SIGNATURE_BYTES);
        expect(verifyBign(beltHash(message), signature, bignPublicKey(secret))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
