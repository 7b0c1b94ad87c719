import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import {
  accrueToday,
  type ContractRecord,
  type ContractTerms,
  type LedgerState,
  post,
  readCourse,
  replaceSchedule,
} from '../../../modules/contracts';
import type { BookedTransfer } from '../../../modules/payments';
import { type Citation, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { simpleInterest } from '../finance';
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
  const amount = new Decimal(transfer.amount);
  const { state } = await accrueToday(context, contract);
  const sum = meets(await readCourse(context, contract), atEndOf(on, state, contract.terms, context.today), amount, on);
  const result = recalculate(plan.adjust?.(sum) ?? sum);
  const planned = result.rows.reduce((all, { principal }) => all.plus(principal), new Decimal(0));
  const owed = state.principal.plus(amount);
  const facts = { planned: planned.toFixed(2), owed: owed.toFixed(2) };
  const mismatch = uphold(plan.citations(result), planned.eq(owed), 'RU_MFO_TRANCHE_RECALC_MISMATCH', facts);
  if (mismatch) throw new Refusal([mismatch]);
  perform(context.lender.code, 'schedule.kept');
  await post(context, contract, { cause: 'TRANCHE', reference, on, lines: [{ component: 'PRINCIPAL', amount }] });
  // From the day itself: by the plan before, all of the new sum would be overdue on it.
  await replaceSchedule(context, contract, { terms: withSchedule(contract.terms, result.rows), from: on, cause: 'TRANCHE', reference });
  return { contract, result };
}

/** Balances at the end of a day that may be booked later: interest counted since is taken off. */
function atEndOf(
  on: Temporal.PlainDate,
  { principal, interest }: LedgerState,
  { dailyRate }: ContractTerms,
  today: Temporal.PlainDate,
): Pick<LedgerState, 'principal' | 'interest'> {
  const since = simpleInterest(principal, new Decimal(dailyRate ?? 0), on, today);
  return { principal, interest: Decimal.max(0, interest.minus(since)) };
}
