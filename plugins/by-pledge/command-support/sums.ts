import { Refusal } from '../../../modules/commands';
import { type Money, type MoneyInput, moneyFindings } from '../../../modules/money';
import { type Finding, formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';

/** A sum above zero in whole kopecks. @throws Refusal BY_PLEDGE_SUM_INVALID */
export function positiveSum(text: string, field: string): Decimal {
  const isDecimal = /^\d{1,13}(\.\d{1,2})?$/.test(text);
  if (!isDecimal || new Decimal(text).lte(0)) throw new Refusal([formFinding('BY_PLEDGE_SUM_INVALID', ['input', field], { field })]);
  return new Decimal(text);
}

/** The currency of loans and pledge values. */
export const BYN = 'BYN';

/** What keeps sums that a caller sent, by their place in the input, from being sums of a currency; nothing of those that were not sent. */
export const sumFindings = (sums: Readonly<Record<string, MoneyInput | null | undefined>>, currency: string = BYN): Finding[] =>
  Object.entries(sums).flatMap(([place, sum]) => (sum ? moneyFindings(sum, { path: ['input', ...place.split('.')], currency }) : []));

/** A sum of a row as the graph shows it. */
export const byn = (amount: string | null): Money | null => (amount === null ? null : { amount: new Decimal(amount), currency: BYN });
