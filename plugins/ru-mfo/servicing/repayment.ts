import { Temporal } from 'temporal-polyfill';
import { type ContractTerms, type Instalment, inOrder, type RepaymentBucket, type RepaymentRule } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import { spreadEqually } from '../finance/spread';

/** The codes of `repayment.order` and what a ledger calls them. */
const buckets: Readonly<Record<string, RepaymentBucket>> = {
  OVERDUE_INTEREST: 'INTEREST_DUE',
  OVERDUE_PRINCIPAL: 'PRINCIPAL_DUE',
  PENALTY: 'PENALTY',
  CURRENT_INTEREST: 'INTEREST',
  CURRENT_PRINCIPAL: 'PRINCIPAL',
  OTHER: 'COST',
};

/**
 * The split of payments by an order of codes, the first paid first.
 * Throws RangeError for a code that is none, and for an order that leaves something out.
 */
export function allocationBy(order: string): RepaymentRule['allocate'] {
  return inOrder(
    order.split(' ').map((code) => {
      const bucket = buckets[code];
      if (!bucket) throw new RangeError(`${code} is no part of a debt.`);
      return bucket;
    }),
  );
}

/**
 * The payments that remain when principal was repaid ahead of its date: equal ones on the days that were agreed, with interest
 * for the days of actual use (353-FZ art. 11). All interest up to the day is paid by then: it comes before principal.
 */
export function respread(
  { dailyRate }: ContractTerms,
  remaining: readonly Instalment[],
  principal: Decimal,
  on: string,
): readonly Instalment[] {
  const rows = spreadEqually({
    principal,
    dailyRatePercent: new Decimal(dailyRate ?? 0),
    from: Temporal.PlainDate.from(on),
    carriedInterest: new Decimal(0),
    dueOn: remaining.map(({ dueOn }) => Temporal.PlainDate.from(dueOn)),
  });
  return rows.map((row, i) => ({ ...remaining[i]!, principal: row.principal.toFixed(2), interest: row.interest.toFixed(2) }));
}
