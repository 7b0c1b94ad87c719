import type { Temporal } from 'temporal-polyfill';
import type { ContractTerms, LedgerState } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';

/** Everything that should have been paid before a day and was not: principal, interest and the penalty for it. */
export function overdueDebt(state: LedgerState, { schedule }: ContractTerms, on: Temporal.PlainDate): Decimal {
  const day = on.toString();
  const planned = schedule.filter(({ dueOn }) => dueOn >= day).reduce((sum, { principal }) => sum.plus(principal), new Decimal(0));
  return Decimal.max(0, state.principal.minus(planned)).plus(state.interestDue).plus(state.penalty);
}
