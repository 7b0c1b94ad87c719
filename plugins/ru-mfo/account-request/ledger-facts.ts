import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../../modules/commands';
import { accrueToday, type ContractRecord, type LedgerState, openContractsOf, readCourse } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import { agreedVersion } from '../tranches/next-payment';
import { overdueDebt } from './overdue';

/** A running contract as its ledger stands today. */
export interface RunningState {
  readonly ledger: LedgerState;
  readonly overdue: Decimal;
  /** Principal of all open contracts of the client with this lender. */
  readonly principalOfClient: Decimal;
  /** Calendar days from today to the last day of the contract. */
  readonly daysToEnd: number;
  /** The term for which the contract was concluded. */
  readonly originalTermDays: number;
}

/** Brings a locked contract's ledger up to today and reads what its rules ask for. */
export async function runningState(context: CommandContext, contract: ContractRecord): Promise<RunningState> {
  const { state } = await accrueToday(context, contract);
  const { versions } = await readCourse(context, contract);
  const open = await openContractsOf(context, contract.clientId);
  return {
    ledger: state,
    overdue: overdueDebt(state, contract.terms, context.today),
    principalOfClient: open.reduce((sum, { principalOwed }) => sum.plus(principalOwed), new Decimal(0)),
    daysToEnd: context.today.until(Temporal.PlainDate.from(agreedVersion(versions).terms.dueOn)).days,
    originalTermDays: versions[0]!.terms.termDays,
  };
}
