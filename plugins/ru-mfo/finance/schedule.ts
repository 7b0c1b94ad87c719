import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { CashFlow } from './full-cost-of-credit';

/** One payment of the schedule (график платежей), roubles with kopecks. */
export interface ScheduleRow {
  readonly number: number;
  readonly dueOn: Temporal.PlainDate;
  readonly principal: Decimal;
  readonly interest: Decimal;
  readonly total: Decimal;
  /** Principal that stays owed after this payment. */
  readonly balance: Decimal;
}

export interface LoanTerms {
  readonly principal: Decimal;
  /** Per cent of the principal per day, e.g. 0.8. */
  readonly dailyRatePercent: Decimal;
  readonly issuedOn: Temporal.PlainDate;
}

/** Half-up to kopecks: the one rounding of sums of money in this plugin. */
export const kopecks = (sum: Decimal): Decimal => sum.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

/**
 * Simple daily interest on the principal: the first day is the one after the issue, the last the day of repayment.
 * Rounded once for the whole period, half-up.
 */
export function simpleInterest(principal: Decimal, dailyRatePercent: Decimal, from: Temporal.PlainDate, to: Temporal.PlainDate): Decimal {
  return kopecks(principal.mul(dailyRatePercent).div(100).mul(from.until(to).days));
}

/** Principal and interest in one payment after `termDays` days. */
export function singlePaymentSchedule(terms: LoanTerms & { readonly termDays: number }): ScheduleRow[] {
  return instalmentSchedule({ ...terms, count: 1, periodDays: terms.termDays });
}

/**
 * `count` payments, one every `periodDays` days, equal but for the last, which takes what rounding left over.
 * Interest is simple within a period and is paid with it, so that none is charged on interest.
 */
export function instalmentSchedule(terms: LoanTerms & { readonly count: number; readonly periodDays: number }): ScheduleRow[] {
  const { principal, dailyRatePercent, issuedOn, count, periodDays } = terms;
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(periodDays) || periodDays < 1) {
    throw new RangeError('A schedule has at least one payment, at least a day after the issue.');
  }
  if (!principal.isPositive() || principal.isZero() || dailyRatePercent.isNegative())
    throw new RangeError('A loan has a sum above zero and no negative rate.');
  const equal = equalPayment(principal, dailyRatePercent.div(100).mul(periodDays), count);
  const rows: ScheduleRow[] = [];
  let balance = principal;
  let previous = issuedOn;
  for (let number = 1; number <= count; number++) {
    const dueOn = issuedOn.add({ days: periodDays * number });
    const interest = simpleInterest(balance, dailyRatePercent, previous, dueOn);
    const share = number === count ? balance : Decimal.max(0, Decimal.min(balance, equal.minus(interest)));
    balance = balance.minus(share);
    rows.push({ number, dueOn, principal: share, interest, total: share.plus(interest), balance });
    previous = dueOn;
  }
  return rows;
}

/** The flows of a loan with this schedule, for its full cost; `fees` are other counted payments of the borrower. */
export function scheduleFlows(terms: LoanTerms, rows: readonly ScheduleRow[], fees: readonly CashFlow[] = []): CashFlow[] {
  return [{ on: terms.issuedOn, amount: terms.principal.neg() }, ...rows.map((row) => ({ on: row.dueOn, amount: row.total })), ...fees];
}

/** The annuity payment for a rate per period; without interest, equal parts. */
function equalPayment(principal: Decimal, periodRate: Decimal, count: number): Decimal {
  if (periodRate.isZero()) return kopecks(principal.div(count));
  return kopecks(principal.mul(periodRate).div(new Decimal(1).minus(periodRate.plus(1).pow(-count))));
}
