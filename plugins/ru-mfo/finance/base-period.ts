import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';

/** Days of the year by which base periods are counted, also in leap years: 353-FZ art. 6 part 2. */
const DAYS_OF_YEAR = 365;
const MONTHS_OF_YEAR = 12;

/**
 * Days of a month when a rest of days is turned into a share of a monthly base period.
 * Part 2.2 takes all months as equal, so that twelve of them make the year of 365 days.
 */
const DAYS_OF_EQUAL_MONTH = new Decimal(DAYS_OF_YEAR).div(MONTHS_OF_YEAR);

/** How the contract counts its payment intervals. A term of 30 days is thirty days, also where it happens to be a calendar month. */
export type IntervalUnit = 'DAY' | 'MONTH';

/** The base period (базовый период): so many days, or so many months. */
export interface BasePeriod {
  readonly unit: IntervalUnit;
  readonly length: number;
}

/** How far a flow lies from the issue: `whole` base periods and a `share` of one more (q and e of the formula). */
export interface Distance {
  readonly whole: number;
  readonly share: Decimal;
}

/**
 * The base period of a schedule, 353-FZ art. 6 part 2.2: the standard interval that occurs most often, the smallest of several;
 * a year when every interval is longer than one; the rounded mean when none repeats.
 * `dates` are the distinct days of all flows in order, the issue first.
 */
export function basePeriod(dates: readonly Temporal.PlainDate[], unit: IntervalUnit): BasePeriod {
  const year = unit === 'DAY' ? DAYS_OF_YEAR : MONTHS_OF_YEAR;
  const issue = dates[0]!;
  const positions = dates.map((date) => (unit === 'DAY' ? issue.until(date).days : monthsBetween(issue, date)));
  const intervals = positions.slice(1).map((position, i) => position - positions[i]!);
  const standard = intervals.filter((interval) => interval >= 1 && interval <= year);
  if (standard.length === 0) return { unit, length: year };
  const counts = new Map<number, number>();
  for (const interval of standard) counts.set(interval, (counts.get(interval) ?? 0) + 1);
  const most = Math.max(...counts.values());
  if (most > 1 || standard.length === 1) {
    return { unit, length: Math.min(...[...counts].filter(([, count]) => count === most).map(([interval]) => interval)) };
  }
  const mean = new Decimal(intervals.reduce((sum, interval) => sum + interval, 0)).div(intervals.length);
  return { unit, length: Math.min(year, Math.max(1, mean.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())) };
}

/** Base periods in a year (ЧБП): 365 / N for N days, unrounded, and 12 / N for N months. */
export function periodsPerYear(base: BasePeriod): Decimal {
  return new Decimal(base.unit === 'DAY' ? DAYS_OF_YEAR : MONTHS_OF_YEAR).div(base.length);
}

/** Where a flow lies, in whole base periods since the issue and a share of one. */
export function distance(issue: Temporal.PlainDate, on: Temporal.PlainDate, base: BasePeriod): Distance {
  if (base.unit === 'DAY') {
    const days = issue.until(on).days;
    return { whole: Math.floor(days / base.length), share: new Decimal(days % base.length).div(base.length) };
  }
  const months = monthsBetween(issue, on);
  const restOfDays = issue.add({ months }).until(on).days;
  const share = new Decimal(restOfDays)
    .div(DAYS_OF_EQUAL_MONTH)
    .plus(months % base.length)
    .div(base.length);
  return { whole: Math.floor(months / base.length), share };
}

/** Whole months from the issue. Counted by adding, so that 31 January and the end of February are one month apart. */
function monthsBetween(issue: Temporal.PlainDate, on: Temporal.PlainDate): number {
  let months = (on.year - issue.year) * MONTHS_OF_YEAR + on.month - issue.month;
  while (months > 0 && compare(issue.add({ months }), on) > 0) months--;
  return months;
}

const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => {
  const { sign } = b.until(a);
  return sign;
};
