import { digits, weighted } from './check-digits';

const LAST_OF_TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const ELEVENTH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELFTH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const check = (values: readonly number[], weights: readonly number[]) => (weighted(values, weights) % 11) % 10;

/** Whether this is a taxpayer number (ИНН) of an organisation, 10 digits, or of a person, 12. Order ЕД-7-14/559@ of 2020. */
export function isTaxpayerNumber(text: string): boolean {
  const ten = digits(text, 10);
  if (ten) return check(ten, LAST_OF_TEN) === ten[9];
  const twelve = digits(text, 12);
  return twelve !== null && check(twelve, ELEVENTH) === twelve[10] && check(twelve, TWELFTH) === twelve[11];
}

/** Whether this is a state registration number (ОГРН), 13 digits, or a sole proprietor's (ОГРНИП), 15. */
export function isRegistrationNumber(text: string): boolean {
  const length = text.length === 13 || text.length === 15 ? text.length : 0;
  if (length === 0 || !digits(text, length)) return false;
  // The check digit is the last digit of the rest of the number before it: by 11, or by 13 for sole proprietors.
  const rest = BigInt(text.slice(0, -1)) % BigInt(length - 2);
  return Number(rest % 10n) === Number(text.at(-1));
}
