import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { type ContractRecord, post, readCourse, replaceSchedule } from '../../../modules/contracts';
import type { BookedTransfer } from '../../../modules/payments';
import { type Citation, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { perform } from '../lenders';
import { meets, withSchedule } from '../tranches/next-payment';
import { type Recalculated, recalculate, type TrancheOnSchedule } from '../tranches/recalculation';

/**
 * Books a sum that was provided on a running contract: it becomes principal on its day, and the payments to come are computed anew.
 * `plan` may see the sum otherwise; `citations`: the clauses by which the case at hand is computed.
 */
export async function bookSum(
  context: CommandContext,
  transfer: BookedTransfer,
  on: Temporal.PlainDate,
  plan: {
    readonly adjust?: (sum: TrancheOnSchedule) => TrancheOnSchedule;
    readonly citations: (result: Recalculated) => readonly Citation[];
  },
): Promise<{ readonly contract: ContractRecord; readonly result: Recalculated }> {
  const contract = transfer.contract!;
  const reference = transfer.reference!;
  const before = await readCourse(context, contract);
  const lines = [{ component: 'PRINCIPAL' as const, amount: transfer.amount }];
  const { state } = await post(context, contract, { cause: 'TRANCHE', reference, on, lines });
  const amount = new Decimal(transfer.amount);
  const sum = meets(before, { ...state, principal: state.principal.minus(amount) }, amount, context.today);
  const result = recalculate(plan.adjust?.(sum) ?? sum);
  const planned = result.rows.reduce((all, { principal }) => all.plus(principal), new Decimal(0));
  const facts = { planned: planned.toFixed(2), owed: state.principal.toFixed(2) };
  const mismatch = uphold(plan.citations(result), planned.eq(state.principal), 'RU_MFO_TRANCHE_RECALC_MISMATCH', facts);
  if (mismatch) throw new Refusal([mismatch]);
  perform(context.lender.code, 'schedule.kept');
  await replaceSchedule(context, contract, { terms: withSchedule(contract.terms, result.rows), cause: 'TRANCHE', reference });
  return { contract, result };
}
