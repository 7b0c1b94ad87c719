import { randomInt } from 'node:crypto';

// Nothing that is mistaken when read from a small screen.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Twelve random characters, about 69 bits. */
export const generatePassword = (): string => Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
