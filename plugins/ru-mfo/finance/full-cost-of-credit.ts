import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { type BasePeriod, basePeriod, type Distance, distance, type IntervalUnit, periodsPerYear } from './base-period';
import { smallestPositiveRoot } from './smallest-positive-root';

/** A sum that moves on a day: negative to the borrower, positive from the borrower, in roubles. */
export interface CashFlow {
  readonly on: Temporal.PlainDate;
  readonly amount: Decimal;
}

/** The full cost of credit (ПСК) in its two forms. */
export interface FullCostOfCredit {
  /** Per cent per annum, three decimals, half-up. */
  readonly percent: Decimal;
  /** Roubles: everything counted that the borrower pays above the principal. */
  readonly money: Decimal;
  readonly basePeriod: BasePeriod;
  /** Rate of one base period, unrounded (i of the formula). */
  readonly periodRate: Decimal;
}

const PERCENT_PLACES = 3;
/** The root is exact only to its bracket; rounding here first keeps an exact tie of the third decimal a tie. */
const ROOT_PLACES = 18;

/**
 * The full cost of credit by 353-FZ art. 6: `i × ЧБП × 100`, where i is the smallest positive root of
 * `Σ flow / ((1 + e·i)(1 + i)^q) = 0`. The flows are those that part 4 counts; the first is the issue.
 * Throws `RangeError` when the flows are no loan: nothing lent first, or less paid back than lent.
 */
export function fullCostOfCredit(flows: readonly CashFlow[], unit: IntervalUnit): FullCostOfCredit {
  return costOver(flows, (days) => basePeriod(days, unit));
}

/** The base period of every contract with a limit of lending (лимит кредитования), whatever its schedule: 353-FZ art. 6 part 2.2. */
export const LINE_BASE_PERIOD: BasePeriod = Object.freeze({ unit: 'MONTH', length: 1 });

/** The full cost of a credit line, by a base period of one month. Throws as `fullCostOfCredit` does. */
export function fullCostOfCreditLine(flows: readonly CashFlow[]): FullCostOfCredit {
  return costOver(flows, () => LINE_BASE_PERIOD);
}

function costOver(flows: readonly CashFlow[], baseOf: (days: readonly Temporal.PlainDate[]) => BasePeriod): FullCostOfCredit {
  const daily = netByDay(flows);
  const issue = daily[0];
  if (!issue || daily.length < 2 || !issue.amount.isNegative())
    throw new RangeError('A loan begins with a sum to the borrower and has a later payment.');
  const money = daily.reduce((sum, flow) => sum.plus(flow.amount), new Decimal(0));
  if (money.isNegative()) throw new RangeError('Less is paid back than was lent.');
  const base = baseOf(daily.map((flow) => flow.on));
  const placed = daily.map((flow) => ({ amount: flow.amount, ...distance(issue.on, flow.on, base) }));
  const root = money.isZero() ? new Decimal(0) : smallestPositiveRoot((rate) => presentValue(placed, rate), roughly(placed));
  if (!root) throw new RangeError('The flows have no rate.');
  const percent = root.mul(periodsPerYear(base)).mul(100).toDecimalPlaces(ROOT_PLACES, Decimal.ROUND_HALF_UP);
  return { percent: percent.toDecimalPlaces(PERCENT_PLACES, Decimal.ROUND_HALF_UP), money, basePeriod: base, periodRate: root };
}

interface PlacedFlow extends Distance {
  readonly amount: Decimal;
}

/** `Σ flow / ((1 + e·i)(1 + i)^q)`; flows in the order of their distance. */
function presentValue(flows: readonly PlacedFlow[], rate: Decimal): Decimal {
  const discount = new Decimal(1).div(rate.plus(1));
  let factor = new Decimal(1);
  let reached = 0;
  let sum = new Decimal(0);
  for (const { amount, whole, share } of flows) {
    if (whole > reached) {
      factor = factor.mul(whole === reached + 1 ? discount : discount.pow(whole - reached));
      reached = whole;
    }
    const value = amount.mul(factor);
    sum = sum.plus(share.isZero() ? value : value.div(share.mul(rate).plus(1)));
  }
  return sum;
}

/** The same in binary floats, only to find where to look. */
function roughly(flows: readonly PlacedFlow[]): (rate: number) => number {
  const rough = flows.map(({ amount, whole, share }) => ({ amount: amount.toNumber(), whole, share: share.toNumber() }));
  return (rate) => {
    let sum = 0;
    for (const { amount, whole, share } of rough) sum += amount / ((1 + share * rate) * (1 + rate) ** whole);
    return sum;
  };
}

/** One flow per day, in order: what the borrower pays on the day of issue lessens what is received. */
function netByDay(flows: readonly CashFlow[]): CashFlow[] {
  const days = new Map<string, CashFlow>();
  for (const flow of flows) {
    const key = flow.on.toString();
    days.set(key, { on: flow.on, amount: (days.get(key)?.amount ?? new Decimal(0)).plus(flow.amount) });
  }
  return [...days.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}
