import { Temporal } from 'temporal-polyfill';
import type { ContractTerms, Instalment } from '../../../modules/contracts';
import { enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { type DayRounding, dailyInterest, kopecks } from './daily-interest';

/** Loans of at most so many days are repaid at once, longer ones once a month. */
const SINGLE_PAYMENT_DAYS = 31;

/**
 * The days on which a loan is repaid: monthly from its first day, the last one the final date. Months count from the first day,
 * so that the 31st is followed by the last day of shorter months and comes back.
 */
export function paymentDays(startOn: Temporal.PlainDate, termDays: number): readonly Temporal.PlainDate[] {
  const last = startOn.add({ days: termDays });
  const days: Temporal.PlainDate[] = [];
  if (termDays > SINGLE_PAYMENT_DAYS) {
    for (let months = 1; ; months++) {
      const day = startOn.add({ months });
      if (Temporal.PlainDate.compare(day, last) >= 0) break;
      days.push(day);
    }
  }
  return [...days, last];
}

/** Equal parts of a sum in kopecks; the last takes what rounding leaves. */
export function equalParts(sum: Decimal, count: number): readonly Decimal[] {
  const part = sum.div(count).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? sum.minus(part.mul(count - 1)) : part));
}

/**
 * A schedule of given days and parts of the principal: the interest of each payment is the sum of its days, each rounded by itself.
 * The day of issue bears no interest, the day of repayment does.
 */
export function scheduleOf(
  request: {
    readonly principal: Decimal;
    readonly dailyRate: string;
    readonly startOn: Temporal.PlainDate;
    readonly payments: readonly { readonly on: Temporal.PlainDate; readonly principal: Decimal }[];
    /** Interest counted already and not yet due. */
    readonly carried?: Decimal;
  },
  rounding: DayRounding = kopecks,
): readonly Instalment[] {
  enforce(cite('by-pledge/1.1/p5/total'));
  enforce(cite('by-pledge/1.1/p4'));
  let balance = request.principal;
  let from = request.startOn;
  let carried = request.carried ?? new Decimal(0);
  return request.payments.map(({ on, principal }, i) => {
    const days = from.until(on).days;
    const interest = dailyInterest(balance, request.dailyRate, rounding).mul(days).plus(carried);
    balance = balance.minus(principal);
    from = on;
    carried = new Decimal(0);
    return { no: i + 1, dueOn: on.toString(), principal: principal.toFixed(2), interest: interest.toFixed(2), fees: '0.00' };
  });
}

/** The terms of a microloan: equal parts of the principal every month. The days and parts of accepted terms stand. */
export function loanTerms(
  wanted: { readonly amount: string; readonly termDays: number; readonly dailyRate: string; readonly currency: string },
  startOn: Temporal.PlainDate,
  accepted?: ContractTerms,
): ContractTerms {
  const principal = new Decimal(wanted.amount);
  const days = paymentDays(startOn, wanted.termDays);
  const parts = equalParts(principal, days.length);
  const payments = accepted
    ? accepted.schedule.map(({ dueOn, principal: part }) => ({ on: Temporal.PlainDate.from(dueOn), principal: new Decimal(part) }))
    : days.map((on, i) => ({ on, principal: parts[i]! }));
  const schedule = scheduleOf({ principal, dailyRate: wanted.dailyRate, startOn, payments });
  const dueOn = accepted?.dueOn ?? schedule.at(-1)!.dueOn;
  return {
    principal: principal.toFixed(2),
    currency: wanted.currency,
    startOn: startOn.toString(),
    dueOn,
    termDays: startOn.until(Temporal.PlainDate.from(dueOn)).days,
    dailyRate: wanted.dailyRate,
    fullCost: null,
    schedule,
  };
}

/** Sum of the interest that a schedule plans. */
export const plannedInterest = (schedule: readonly Instalment[]): Decimal =>
  schedule.reduce((sum, { interest }) => sum.plus(interest), new Decimal(0));
