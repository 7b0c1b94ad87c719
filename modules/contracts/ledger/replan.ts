import { Decimal } from '../../../schema/base';
import type { CommandContext } from '../../commands';
import type { ContractRecord } from '../contract.record';
import { addVersion } from './add-version';
import type { LedgerBook } from './book';
import { dayAfter } from './day';
import { meetInstalments } from './instalment-deadlines';
import { readVersions } from './ledger.record';
import type { LedgerState } from './ledger-state';
import { openDay } from './open-day';

/**
 * What a payment means for the plan of payments: an instalment of today is met once nothing of it is owed, and principal
 * that was repaid ahead of the plan lets the plugin make a new one for the rest.
 */
export async function replan(
  context: CommandContext,
  contract: ContractRecord,
  { versions, ledger }: LedgerBook,
  state: LedgerState,
  payment: string,
): Promise<void> {
  const current = versions.at(-1)!;
  const { schedule } = current.terms;
  if (openDay(state, versions, dayAfter(state.on)).overdueSince === null) {
    await meetInstalments(context, contract, current.version, schedule, state.on);
  }
  const remaining = schedule.filter(({ dueOn }) => dueOn > state.on);
  const planned = remaining.reduce((sum, { principal }) => sum.plus(principal), new Decimal(0));
  if (!state.principal.gt(0) || state.principal.gte(planned)) return;
  const renewed = ledger.world.repay.reschedule?.(current.terms, remaining, state.principal, state.on);
  if (!renewed) return;
  const left = renewed.reduce((sum, { principal }) => sum.minus(principal), state.principal);
  if (!left.isZero()) throw new RangeError(`A new schedule leaves ${left} of the principal unplanned.`);
  const terms = { ...current.terms, schedule: renewed, dueOn: renewed.at(-1)!.dueOn };
  await addVersion(context, contract, current, { terms, from: dayAfter(state.on), cause: 'EARLY_REPAYMENT', reference: payment });
}

/** The plan that a payment had made goes with it, where it still stands: the one before it stands again. */
export async function restoreSchedule(context: CommandContext, contract: ContractRecord, payment: string): Promise<void> {
  const versions = await context.transaction.query(readVersions, [contract.id]);
  const [before, made] = versions.slice(-2);
  if (!before || made?.reference !== payment) return;
  await addVersion(context, contract, made, { terms: before.terms, from: made.from, cause: 'REVERSAL', reference: payment });
}
