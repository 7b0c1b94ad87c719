import { beltBlock } from './belt-block';

const INITIAL = 'b194bac80a08f53b366d008e584a5de48504fa9d1bb6c7ac252e72c202fdce0d';

/** Octets of a block of the hash and of the hash itself. */
export const BELT_HASH_BYTES = 32;

/** The belt-hash of a message, STB 34.101.31, 6.9: 32 octets. */
export function beltHash(message: Uint8Array): Uint8Array {
  const checksum = new Uint32Array(4);
  let hash = words(Buffer.from(INITIAL, 'hex'));
  for (let at = 0; at < message.length; at += BELT_HASH_BYTES) {
    const block = new Uint8Array(BELT_HASH_BYTES);
    block.set(message.subarray(at, at + BELT_HASH_BYTES));
    const { mixed, next } = compress(words(block), hash);
    for (let i = 0; i < 4; i++) checksum[i]! ^= mixed[i]!;
    hash = next;
  }
  const length = Buffer.alloc(16);
  length.writeBigUInt64LE(BigInt(message.length) * 8n);
  return octets(compress(join(words(length), checksum), hash).next);
}

/** belt-compress, STB 34.101.31, 6.4: the block with the running hash to a sum of 16 octets and the next hash. */
function compress(block: Uint32Array, hash: Uint32Array): { readonly mixed: Uint32Array; readonly next: Uint32Array } {
  const [left, right] = [block.subarray(0, 4), block.subarray(4)];
  const [low, high] = [hash.subarray(0, 4), hash.subarray(4)];
  const sum = xor(low, high);
  const mixed = xor(beltBlock(sum, block), sum);
  const inverted = mixed.map((word) => ~word);
  return {
    mixed,
    next: join(xor(beltBlock(left, join(mixed, high)), left), xor(beltBlock(right, join(inverted, low)), right)),
  };
}

const xor = (left: Uint32Array, right: Uint32Array): Uint32Array => left.map((word, i) => word ^ right[i]!);

function join(left: Uint32Array, right: Uint32Array): Uint32Array {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getUint32(4 * i, true));
}

function octets(from: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(from.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of from.entries()) view.setUint32(4 * i, word, true);
  return bytes;
}
