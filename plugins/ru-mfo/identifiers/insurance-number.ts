import { digits, weighted } from './check-digits';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** Numbers up to 001-001-998 were given out without a check. */
const LAST_UNCHECKED = 1_001_998;

/** A pension insurance number (СНИЛС) as its 11 digits, spaces and hyphens taken away; `null` when it is none. */
export function insuranceNumber(text: string): string | null {
  const bare = text.replace(/[\s-]/g, '');
  const values = digits(bare, 11);
  if (!values) return null;
  if (Number(bare.slice(0, 9)) <= LAST_UNCHECKED) return Number(bare.slice(0, 9)) > 0 ? bare : null;
  const check = (weighted(values, WEIGHTS) % 101) % 100;
  return check === Number(bare.slice(9)) ? bare : null;
}
