/** Octets as a number, lowest first, as all numbers of STB 34.101.45 are written. */
export const fromLittleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`);

export const toLittleEndian = (value: bigint, length: number): Uint8Array =>
  Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex').reverse();

export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** A curve y² = x³ + ax + b over the field of p elements, with the point G of prime order q. */
export interface Curve {
  readonly name: string;
  /** Object identifier of the parameters. */
  readonly oid: string;
  /** Level of security in bits: a hash has 2l bits, a signature 3l. */
  readonly level: number;
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly q: bigint;
  readonly g: Point;
}

/** bign-curve256v1 of STB 34.101.45, table B.1, the curve whose signatures go with belt-hash. */
export const bignCurve256: Curve = {
  name: 'bign-curve256v1',
  oid: '1.2.112.0.2.0.34.101.45.3.1',
  level: 128,
  p: 2n ** 256n - 189n,
  a: 2n ** 256n - 192n,
  b: 0x77ce6c1515f3a8edd2c13aabe4d8fbbe4cf55069978b9253b22e7d6bd69c03f1n,
  q: 0xffffffffffffffffffffffffffffffffd95c8ed60dfb4dfc7e5abf99263d6607n,
  g: { x: 0n, y: 0x6bf7fc3cfb16d69f5ce4c9a351d6835d78913966c408f6521e29cf1804516a93n },
};

const modulo = (value: bigint, p: bigint): bigint => {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
};

/** Whether the coordinates are reduced and satisfy the curve's equation. */
export function isOnCurve({ p, a, b }: Curve, { x, y }: Point): boolean {
  return x >= 0n && y >= 0n && x < p && y < p && modulo(y * y - (x * x * x + a * x + b), p) === 0n;
}

/** A point as X/Z², Y/Z³, so that sums need no division; `null` is the point at infinity. */
interface Jacobian {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

function twice({ p, a }: Curve, { x, y, z }: Jacobian): Jacobian | null {
  if (y === 0n) return null;
  const yy = (y * y) % p;
  const s = (4n * x * yy) % p;
  const zz = (z * z) % p;
  const m = (3n * x * x + a * zz * zz) % p;
  const x2 = modulo(m * m - 2n * s, p);
  return { x: x2, y: modulo(m * (s - x2) - 8n * yy * yy, p), z: (2n * y * z) % p };
}

function sum(curve: Curve, one: Jacobian | null, other: Jacobian | null): Jacobian | null {
  if (!one) return other;
  if (!other) return one;
  const { p } = curve;
  const zz1 = (one.z * one.z) % p;
  // Multiples of G are kept with Z = 1.
  const flat = other.z === 1n;
  const zz2 = flat ? 1n : (other.z * other.z) % p;
  const u1 = flat ? one.x : (one.x * zz2) % p;
  const u2 = (other.x * zz1) % p;
  const s1 = flat ? one.y : (one.y * ((other.z * zz2) % p)) % p;
  const s2 = (other.y * ((one.z * zz1) % p)) % p;
  const h = modulo(u2 - u1, p);
  const r = modulo(s2 - s1, p);
  if (h === 0n) return r === 0n ? twice(curve, one) : null;
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x = modulo(r * r - hhh - 2n * v, p);
  return { x, y: modulo(r * (v - x) - s1 * hhh, p), z: flat ? (h * one.z) % p : (((h * one.z) % p) * other.z) % p };
}

/** Multiples 0 … 15 of a point: what one hexadecimal digit may ask for. */
function multiplesOf(curve: Curve, point: Jacobian): readonly (Jacobian | null)[] {
  const multiples: (Jacobian | null)[] = [null, point];
  while (multiples.length < 16) multiples.push(sum(curve, multiples.at(-1)!, point));
  return multiples;
}

/** Multiples of G and of 2^l·G, made once: the upper half of a number walks beside the lower one, in half as many steps. */
const fixed = new WeakMap<Curve, { readonly low: readonly (Jacobian | null)[]; readonly high: readonly (Jacobian | null)[] }>();

function multiplesOfG(curve: Curve) {
  const known = fixed.get(curve);
  if (known) return known;
  const flat = (point: Jacobian | null) => point && { ...affine(curve, point), z: 1n };
  const g: Jacobian = { ...curve.g, z: 1n };
  let far: Jacobian | null = g;
  for (let i = 0; i < curve.level; i++) far = far && twice(curve, far);
  const made = { low: multiplesOf(curve, g).map(flat), high: multiplesOf(curve, flat(far)!).map(flat) };
  fixed.set(curve, made);
  return made;
}

/**
 * m·G + n·P, all at one walk over hexadecimal digits; `null` for the point at infinity.
 * Its time depends on the numbers: for verification and for tests, never for a key that is worth stealing.
 */
export function combine(curve: Curve, m: bigint, n: bigint, point: Point): Point | null {
  const { low, high } = multiplesOfG(curve);
  const ofPoint = n === 0n ? [null] : multiplesOf(curve, { ...point, z: 1n });
  const half = curve.level / 4;
  const digitsOfM = (m % curve.q).toString(16).padStart(2 * half, '0');
  const digitsOfN = n.toString(16);
  const length = Math.max(half, digitsOfN.length);
  const walks = [
    { multiples: low, digits: digitsOfM.slice(half).padStart(length, '0') },
    { multiples: high, digits: digitsOfM.slice(0, half).padStart(length, '0') },
    { multiples: ofPoint, digits: digitsOfN.padStart(length, '0') },
  ];
  let result: Jacobian | null = null;
  for (let place = 0; place < length; place++) {
    for (let bit = 0; bit < 4 && result; bit++) result = twice(curve, result);
    for (const { multiples, digits } of walks) result = sum(curve, result, multiples[Number.parseInt(digits[place]!, 16)] ?? null);
  }
  return result && affine(curve, result);
}

function affine({ p }: Curve, { x, y, z }: Jacobian): Point {
  const inverse = invert(z, p);
  const square = (inverse * inverse) % p;
  return { x: (x * square) % p, y: (y * square * inverse) % p };
}

function invert(value: bigint, p: bigint): bigint {
  let [r0, r1, t0, t1] = [p, value, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return modulo(t0, p);
}
