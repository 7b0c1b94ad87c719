import { type RoundingMode, round } from '../../../modules/money';
import { enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';

/** How a day's interest is rounded; from the edition that a contract was concluded under. */
export interface DayRounding {
  /** Decimal places. */
  readonly places: number;
  readonly mode: RoundingMode;
}

/** The rounding that editions until now agree on: half up to kopecks. */
export const kopecks: DayRounding = Object.freeze({ places: 2, mode: 'HALF_UP' });

const HUNDRED = 100;

/**
 * Interest of one calendar day in BYN: the balance of the day times the rate in force on it (per cent a day), rounded by itself,
 * before days are added up.
 */
export function dailyInterest(balance: Decimal, dailyRate: Decimal | string, { places, mode }: DayRounding = kopecks): Decimal {
  enforce(cite('by-pledge/1.1/p3'));
  return round(balance.mul(dailyRate).div(HUNDRED), places, mode);
}

/** The yearly rate that is shown beside the daily one: per cent a day times the days of a year of 365, leap years too. */
export function yearlyRate(dailyRate: Decimal | string, yearDays: number): Decimal {
  enforce(cite('by-pledge/1.1/p2/base'));
  return new Decimal(dailyRate).mul(yearDays);
}
