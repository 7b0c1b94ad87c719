import { Temporal } from 'temporal-polyfill';

/** Century and sex, day of birth as DDMMYY, letter of the region, number within the day, country, check digit. */
const FORM = /^([1-6])(\d{2})(\d{2})(\d{2})[ABCHKEM]\d{3}(?:PB|BA|BI)\d$/;
const WEIGHTS = [7, 3, 1];
const BODY = 13;

/** Whether a text is an identification number (идентификационный номер): its form, a day that exists, the right check digit. */
export function isPersonalNumber(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [century, day, month, year] = parts.slice(1).map(Number) as [number, number, number, number];
  const sum = [...text.slice(0, BODY)].reduce((total, letter, i) => total + Number.parseInt(letter, 36) * WEIGHTS[i % WEIGHTS.length]!, 0);
  return exists(1700 + 100 * Math.ceil(century / 2) + year, month, day) && sum % 10 === Number(text.at(-1));
}

function exists(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
