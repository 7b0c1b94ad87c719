import { Decimal } from '../../schema/base';
import { minorUnit } from './minor-unit';
import { type RoundingMode, round } from './round';

/** A sum in whole minor units of its currency: never more decimal places than the currency has. Frozen. */
export interface Money {
  readonly amount: Decimal;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * A sum of money. Nothing is rounded here: an amount that is too precise throws RangeError; use `roundedMoney` for results of rates.
 */
export function money(amount: Decimal | string, currency: string): Money {
  const value = new Decimal(amount);
  const places = minorUnit(currency);
  if (!value.isFinite() || value.decimalPlaces() > places)
    throw new RangeError(`A sum in ${currency} has at most ${places} decimal places.`);
  return Object.freeze({ amount: value.isZero() ? new Decimal(0) : value, currency });
}

/** A computed amount as money, rounded to the currency's minor unit in the named way. */
export const roundedMoney = (amount: Decimal | string, currency: string, mode: RoundingMode): Money =>
  money(round(amount, minorUnit(currency), mode), currency);

export const zero = (currency: string): Money => money('0', currency);

/** The amount as it is written, stored and sent: all decimal places of the currency, e.g. `10.00`. */
export const amountText = (sum: Money): string => sum.amount.toFixed(minorUnit(sum.currency));

export const add = (a: Money, b: Money): Money => money(a.amount.plus(sameCurrency(a, b)), a.currency);

export const subtract = (a: Money, b: Money): Money => money(a.amount.minus(sameCurrency(a, b)), a.currency);

/** Negative when `a` is less than `b`, zero when equal, positive when more. */
export const compare = (a: Money, b: Money): -1 | 0 | 1 => a.amount.comparedTo(sameCurrency(a, b)) as -1 | 0 | 1;

export const equals = (a: Money, b: Money): boolean => a.currency === b.currency && a.amount.eq(b.amount);

/** The sum of none or more amounts of one currency. */
export const total = (sums: readonly Money[], currency: string): Money => sums.reduce(add, zero(currency));

/**
 * Splits a sum by weights without losing or making a minor unit: each part is rounded down, and the units that are left go
 * one each to the parts that lost most, the earlier first (largest remainder).
 */
export function allocate(sum: Money, weights: readonly (Decimal | string | number)[]): Money[] {
  const shares = weights.map((weight) => new Decimal(weight));
  const whole = Decimal.sum(0, ...shares);
  if (shares.some((share) => share.isNegative() && !share.isZero()) || whole.isZero() || !whole.isFinite()) {
    throw new RangeError('Weights are zero or more, and not all of them zero.');
  }
  const unit = new Decimal(10).pow(-minorUnit(sum.currency));
  const units = sum.amount.abs().div(unit);
  const exact = shares.map((share) => units.mul(share).div(whole));
  const parts = exact.map((part) => part.floor());
  const left = units.minus(Decimal.sum(0, ...parts)).toNumber();
  const byLoss = exact
    .map((part, index) => ({ index, loss: part.minus(parts[index]!) }))
    .sort((a, b) => b.loss.comparedTo(a.loss) || a.index - b.index);
  for (const { index } of byLoss.slice(0, left)) parts[index] = parts[index]!.plus(1);
  return parts.map((part) => money(part.mul(unit).mul(sum.amount.isNegative() ? -1 : 1), sum.currency));
}

function sameCurrency(a: Money, b: Money): Decimal {
  if (a.currency !== b.currency) throw new RangeError(`Sums in ${a.currency} and ${b.currency} do not mix.`);
  return b.amount;
}
