/** The substitution table H of STB 34.101.31, from its linear recurrence: H[10] = 0, H[11] = 8E and 116 steps from each to the next. */
const H = substitution();

function substitution(): Uint8Array {
  const table = new Uint8Array(256);
  let state = 0x8e;
  table[11] = state;
  for (let i = 12; i < 256 + 10; i++) {
    for (let step = 0; step < 116; step++) state = (state >>> 1) | (parity(state & 0x63) << 7);
    table[i % 256] = state;
  }
  return table;
}

function parity(bits: number): number {
  let odd = bits;
  odd ^= odd >>> 4;
  odd ^= odd >>> 2;
  odd ^= odd >>> 1;
  return odd & 1;
}

/** G_r: each octet of a word substituted, the word turned left by r bits. One table of 256 words per octet. */
function turnedBy(bits: number): (word: number) => number {
  const tables = [0, 8, 16, 24].map((shift) =>
    Uint32Array.from(H, (octet) => {
      const word = octet << shift;
      return (word << bits) | (word >>> (32 - bits));
    }),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const [first, second, third, fourth] = tables;
  return (word) => first[word & 255]! ^ second[(word >>> 8) & 255]! ^ third[(word >>> 16) & 255]! ^ fourth[word >>> 24]!;
}

const g5 = turnedBy(5);
const g13 = turnedBy(13);
const g21 = turnedBy(21);

/**
 * One block of belt (belt-block encryption), STB 34.101.31, 6.1.
 * @param block four little-endian words @param key eight little-endian words
 */
export function beltBlock(block: Uint32Array, key: Uint32Array): Uint32Array {
  let [a, b, c, d] = block as unknown as [number, number, number, number];
  for (let i = 1; i <= 8; i++) {
    const k = (place: number) => key[(7 * i - 7 + place) % 8]!;
    b ^= g5((a + k(0)) | 0);
    c ^= g21((d + k(1)) | 0);
    a = (a - g13((b + k(2)) | 0)) | 0;
    const e = g21((b + c + k(3)) | 0) ^ i;
    b = (b + e) | 0;
    c = (c - e) | 0;
    d = (d + g13((c + k(4)) | 0)) | 0;
    b ^= g21((a + k(5)) | 0);
    c ^= g5((d + k(6)) | 0);
    [a, b] = [b, a];
    [c, d] = [d, c];
    [b, c] = [c, b];
  }
  return Uint32Array.of(b, d, a, c);
}
