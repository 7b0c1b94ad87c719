import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { accessErrors } from './access.errors';

// RFC 7914; cost as OWASP's password storage sheet advises for 32 MiB.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const SCHEME = `scrypt/${COST.N}/${COST.r}/${COST.p}`;
const HASH_BYTES = 32;
const MIN_LENGTH = 8;
const MAX_LENGTH = 128;
const MIN_DISTINCT = 4;

export interface PasswordHash {
  readonly scheme: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** Whether a text may be a password: 8 to 128 characters, four of them different (NIST SP 800-63B asks for length, not for kinds). */
export function isAcceptablePassword(password: string): boolean {
  const characters = [...password.normalize('NFKC')];
  return characters.length >= MIN_LENGTH && characters.length <= MAX_LENGTH && new Set(characters).size >= MIN_DISTINCT;
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { scheme: SCHEME, salt, hash: await derive(password, salt) };
}

// What an unknown login is checked against, so that it takes as long as a known one.
const NOBODY: PasswordHash = { scheme: SCHEME, salt: Buffer.alloc(16), hash: Buffer.alloc(HASH_BYTES) };

/** Checks a password against a stored one; with null it takes as long and answers false. */
export async function matchesPassword(password: string, stored: PasswordHash | null): Promise<boolean> {
  const { scheme, salt, hash } = stored ?? NOBODY;
  if (scheme !== SCHEME) throw new Error(`A password is stored under the unknown scheme ${scheme}.`);
  // Longer texts are no passwords; they only serve to burn time.
  const derived = await derive(password.slice(0, 4 * MAX_LENGTH), salt);
  return timingSafeEqual(derived, hash) && stored !== null;
}

// Each takes 32 MiB, a tenth of a second, and the database connection of its command: more at once would leave none for others.
const MOST_AT_ONCE = 4;
let deriving = 0;

/** @throws PASSWORDS_BUSY when as many are being checked as may be at once */
async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (deriving >= MOST_AT_ONCE) throw accessErrors.error('PASSWORDS_BUSY');
  deriving += 1;
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    deriving -= 1;
  }
}
