import type { GraphContext } from '../../commands';
import type { ContractRecord } from '../contract.record';
import { contractErrors } from '../contracts.errors';
import { servicedContract, worldOf } from './book';
import { dayNumber, dayText } from './day';
import { foldGroups, groupLines } from './fold-lines';
import { ledgerByContract, linesByContract, stateOf } from './ledger.record';
import { emptyState, type LedgerState } from './ledger-state';
import { runDays } from './run-days';
import { schedulesByContract } from './schedule.record';
import { rulesOf } from './servicing-rules';

/** How far ahead a debt is foretold: every day is run by itself. */
const DAYS_AHEAD = 366;

/**
 * Balances at the end of a day: of a past one by what was posted for it, of a coming one as they will be if nothing else
 * happens until then. Without a day, as they stand. `null` before any money was provided.
 * @throws DEBT_DAY_TOO_FAR
 */
export async function balanceOn(context: GraphContext, contract: ContractRecord, on: string | null): Promise<LedgerState | null> {
  const row = await context.loaders.one(ledgerByContract, contract.id);
  if (!row) return null;
  if (on === null || on === row.accruedThrough) return stateOf(row);
  if (on < row.openedOn) return emptyState(on);
  const last = dayText(dayNumber(row.accruedThrough) + DAYS_AHEAD);
  if (on > last) throw contractErrors.error('DEBT_DAY_TOO_FAR', { on, last });
  const versions = await context.loaders.list(schedulesByContract, contract.id);
  if (on < row.accruedThrough) {
    const groups = groupLines(await context.loaders.list(linesByContract, contract.id));
    return foldGroups(
      groups.filter((group) => group.on <= on),
      versions,
      row.openedOn,
      on,
    );
  }
  const serviced = servicedContract(contract);
  const scope = { extensions: context.extensions, lender: context.lender! };
  const rules = (await rulesOf(context.database, scope, [serviced]))(serviced);
  return runDays(stateOf(row), on, worldOf([], versions, serviced.concludedOn, rules)).state;
}
