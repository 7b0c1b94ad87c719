import { Decimal } from '../../../schema/base';
import type { Allocation, RepaymentRule } from '../accrual/extension-points';
import type { DebtParts } from './ledger-state';

/** What a payment may be asked to cover: the overdue parts apart from the rest. `INTEREST` and `PRINCIPAL` without `_DUE`: what is left of them. */
export const repaymentBuckets = ['INTEREST_DUE', 'PRINCIPAL_DUE', 'PENALTY', 'INTEREST', 'PRINCIPAL', 'COST'] as const;

export type RepaymentBucket = (typeof repaymentBuckets)[number];

/**
 * Splits payments by a list: each bucket is filled before the next gets anything.
 * Throws RangeError for a list that leaves something out: the rest of a debt would never be paid.
 */
export function inOrder(order: readonly RepaymentBucket[]): RepaymentRule['allocate'] {
  for (const part of ['INTEREST', 'PRINCIPAL', 'PENALTY', 'COST'] as const) {
    if (!order.includes(part)) throw new RangeError(`An order of repayment without ${part} would leave it unpaid.`);
  }
  return (debt, amount) => {
    let left = amount;
    const paid: Record<keyof Allocation, Decimal> = {
      principal: new Decimal(0),
      interest: new Decimal(0),
      penalty: new Decimal(0),
      cost: new Decimal(0),
    };
    for (const bucket of order) {
      const part = partOf(bucket);
      const owed =
        bucket === 'INTEREST_DUE' ? debt.interestDue : bucket === 'PRINCIPAL_DUE' ? debt.principalDue : debt[part].minus(paid[part]);
      const share = Decimal.min(left, owed);
      paid[part] = paid[part].plus(share);
      left = left.minus(share);
    }
    return paid;
  };
}

function partOf(bucket: RepaymentBucket): keyof Allocation & keyof DebtParts {
  if (bucket === 'INTEREST_DUE' || bucket === 'INTEREST') return 'interest';
  if (bucket === 'PRINCIPAL_DUE' || bucket === 'PRINCIPAL') return 'principal';
  return bucket === 'PENALTY' ? 'penalty' : 'cost';
}
