const MILLISECONDS = 86_400_000;
const texts = new Map<number, string>();
const numbers = new Map<string, number>();

/** Days since 1970-01-01 of a calendar day (`YYYY-MM-DD`): what loops over days of many contracts count with. */
export function dayNumber(day: string): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
    if (!Number.isInteger(number)) throw new RangeError(`${day} is no calendar day.`);
    if (numbers.size < 50_000) numbers.set(day, number);
  }
  return number;
}

/** The calendar day of a number of days since 1970-01-01. */
export function dayText(number: number): string {
  let text = texts.get(number);
  if (text === undefined) {
    text = new Date(number * MILLISECONDS).toISOString().slice(0, 10);
    if (texts.size < 50_000) texts.set(number, text);
  }
  return text;
}

export const dayAfter = (day: string): string => dayText(dayNumber(day) + 1);

export const dayBefore = (day: string): string => dayText(dayNumber(day) - 1);
