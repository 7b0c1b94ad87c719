import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { kopecks, type ScheduleRow, simpleInterest } from './schedule';

/** What is to be repaid on a row of days, beginning at a moment of a running contract. */
export interface Remainder {
  /** Principal owed at the end of `from`. */
  readonly principal: Decimal;
  readonly dailyRatePercent: Decimal;
  /** The day whose interest is counted already. */
  readonly from: Temporal.PlainDate;
  /** Interest that is counted already and is to be paid with the first payment. */
  readonly carriedInterest: Decimal;
  /** Days of payment after `from`, each after the one before. */
  readonly dueOn: readonly Temporal.PlainDate[];
}

/**
 * Equal payments on the given days, the last of which takes what rounding left over. Interest is simple within a period and is paid
 * with it. Numbered from 1.
 */
export function spreadEqually({ principal, dailyRatePercent, from, carriedInterest, dueOn }: Remainder): ScheduleRow[] {
  if (dueOn.length === 0) throw new RangeError('A debt is repaid on some day.');
  if (principal.isNegative() || carriedInterest.isNegative()) throw new RangeError('Nothing owed is below zero.');
  const periods = dueOn.map((day, i) => (dueOn[i - 1] ?? from).until(day).days);
  if (periods.some((days) => days < 1)) throw new RangeError('Payments follow each other by whole days.');
  const equal = equalPayment(principal, carriedInterest, dailyRatePercent.div(100), periods);
  let balance = principal;
  return dueOn.map((day, i) => {
    const carried = i === 0 ? carriedInterest : new Decimal(0);
    const interest = simpleInterest(balance, dailyRatePercent, dueOn[i - 1] ?? from, day).plus(carried);
    const share = i === dueOn.length - 1 ? balance : Decimal.max(0, Decimal.min(balance, equal.minus(interest)));
    balance = balance.minus(share);
    return { number: i + 1, dueOn: day, principal: share, interest, total: share.plus(interest), balance };
  });
}

/** The payment that, made in every period, leaves nothing owed: what the debt grows to, over what the payments grow to. */
function equalPayment(principal: Decimal, carried: Decimal, dailyRate: Decimal, periods: readonly number[]): Decimal {
  let debt = principal;
  let payments = new Decimal(0);
  for (const [i, days] of periods.entries()) {
    const growth = dailyRate.mul(days).plus(1);
    debt = debt.mul(growth).plus(i === 0 ? carried : 0);
    payments = payments.mul(growth).plus(1);
  }
  return kopecks(debt.div(payments));
}
