import { Temporal } from 'temporal-polyfill';

/** Century and sex, day of birth as DDMMYY, letter of the region, number within the day, country, check digit. */
const FORM = /^([1-6])(\d{2})(\d{2})(\d{2})[ABCHKEM]\d{3}(?:PB|BA|BI)\d$/;
const WEIGHTS = [7, 3, 1];

/**
 * Whether a text is an identification number (идентификационный номер) of a Belarusian identity document: 14 characters
 * of the given form, a day of birth that exists, and the right check digit (weights 7, 3, 1 over 13 characters, A = 10, modulo 10).
 */
export function isPersonalNumber(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [century, day, month, year] = parts.slice(1).map(Number) as [number, number, number, number];
  // First digit: 1 and 2 for the 19th century, 3 and 4 for the 20th, 5 and 6 for the 21st.
  return dayExists(1700 + 100 * Math.ceil(century / 2) + year, month, day) && checkDigit(text) === Number(text.at(-1));
}

function dayExists(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function checkDigit(text: string): number {
  const value = (character: string) => Number.parseInt(character, 36);
  return [...text.slice(0, 13)].reduce((sum, character, index) => sum + value(character) * WEIGHTS[index % 3]!, 0) % 10;
}
