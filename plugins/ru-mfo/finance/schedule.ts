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

/** `count` payments, one every `periodDays` days. */
export function instalmentSchedule({
  count,
  periodDays,
  ...terms
}: LoanTerms & { readonly count: number; readonly periodDays: number }): ScheduleRow[] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('A schedule has a whole number of payments, at least one.');
  return paymentSchedule(
    terms,
    Array.from({ length: count }, (_, i) => periodDays * (i + 1)),
  );
}

/**
 * Payments on the given days after the issue, equal but for the last, which takes what rounding left over.
 * Interest is simple within a period and is paid with it, so that none is charged on interest.
 */
export function paymentSchedule(terms: LoanTerms, dueAfterDays: readonly number[]): ScheduleRow[] {
  const { principal, dailyRatePercent, issuedOn } = terms;
  const periods = dueAfterDays.map((days, i) => days - (dueAfterDays[i - 1] ?? 0));
  if (periods.length === 0 || periods.some((days) => !Number.isInteger(days) || days < 1)) {
    throw new RangeError('Payments follow each other by whole days, the first at least a day after the issue.');
  }
  if (principal.lte(0) || dailyRatePercent.isNegative()) throw new RangeError('A loan has a sum above zero and no negative rate.');
  const equal = equalPayment(principal, dailyRatePercent.div(100), periods);
  const rows: ScheduleRow[] = [];
  let balance = principal;
  let previous = issuedOn;
  for (const [i, days] of dueAfterDays.entries()) {
    const dueOn = issuedOn.add({ days });
    const interest = simpleInterest(balance, dailyRatePercent, previous, dueOn);
    const share = i === periods.length - 1 ? balance : Decimal.max(0, Decimal.min(balance, equal.minus(interest)));
    balance = balance.minus(share);
    rows.push({ number: i + 1, dueOn, principal: share, interest, total: share.plus(interest), balance });
    previous = dueOn;
  }
  return rows;
}

/** The flows of a loan with this schedule, for its full cost; `fees` are other counted payments of the borrower. */
export function scheduleFlows(terms: LoanTerms, rows: readonly ScheduleRow[], fees: readonly CashFlow[] = []): CashFlow[] {
  return [{ on: terms.issuedOn, amount: terms.principal.neg() }, ...rows.map((row) => ({ on: row.dueOn, amount: row.total })), ...fees];
}

/** The equal payment that leaves nothing owed after the last period: the principal grown over all periods, over what each payment grows to. */
function equalPayment(principal: Decimal, dailyRate: Decimal, periods: readonly number[]): Decimal {
  let grownPrincipal = principal;
  let grownPayments = new Decimal(0);
  for (const days of periods) {
    const growth = dailyRate.mul(days).plus(1);
    grownPrincipal = grownPrincipal.mul(growth);
    grownPayments = grownPayments.mul(growth).plus(1);
  }
  return kopecks(grownPrincipal.div(grownPayments));
}
