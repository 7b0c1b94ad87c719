import type { CommandContext } from '../../commands';
import { statement } from '../../database';
import type { ContractRecord } from '../contract.record';
import { tellStatus } from '../contract-events';
import type { LedgerBook } from './book';
import { cancelInstalments, meetInstalments, startInstalments } from './instalment-deadlines';

const setStatus = statement<never>('contract_end_set_status', 'update core.contract set status = $2 where id = $1');
const setAccrual = statement<never>('ledger_set_accrual', 'update core.ledger set accrue_next = $2 where contract_id = $1');

/** Nothing is owed any more: the contract is closed, nothing accrues, and what was to be paid is no longer waited for. */
export async function closeContract(context: CommandContext, contract: ContractRecord, book: LedgerBook): Promise<void> {
  const { version, terms } = book.versions.at(-1)!;
  await context.transaction.query(setStatus, [contract.id, 'CLOSED']);
  await context.transaction.query(setAccrual, [contract.id, null]);
  await meetInstalments(context, contract, version, terms.schedule, context.today.toString());
  await cancelInstalments(context, contract, version, terms.schedule);
  tellStatus(context, contract, 'ACTIVE', 'CLOSED');
}

/** Something is owed again after all: a payment turned out not to have been one. */
export async function reopenContract(context: CommandContext, contract: ContractRecord, book: LedgerBook, next: string): Promise<void> {
  await context.transaction.query(setStatus, [contract.id, 'ACTIVE']);
  await context.transaction.query(setAccrual, [contract.id, next]);
  const { version, terms } = book.versions.at(-1)!;
  await startInstalments(context, contract, version, terms.schedule);
  tellStatus(context, contract, 'CLOSED', 'ACTIVE');
}
