import { Decimal } from '../../../schema/base';
import { type CommandContext, Refusal } from '../../commands';
import { formFinding } from '../../rules';
import type { ContractRecord } from '../contract.record';
import type { LedgerComponent } from '../contract-status';
import { lockContract } from '../lock-contract';
import { type LedgerBook, readBook } from './book';
import { closeContract, reopenContract } from './contract-end';
import { dayAfter } from './day';
import { groupKey } from './fold-lines';
import { insertPostings, ledgerValues, postingValues, writeLedgers } from './ledger.record';
import { debtOf, type LedgerState } from './ledger-state';
import { numbered } from './numbered';
import { dayOfChange, type LedgerChange, type Recalculation, recalculate } from './recalculate';
import { replan, restoreSchedule } from './replan';
import type { CausedLines } from './run-days';

/** What came of a change. */
export interface Settled {
  /** Balances at the end of the last accrued day. */
  readonly state: LedgerState;
  /** The lines of the change itself. */
  readonly caused: CausedLines | null;
  /** Whether the contract ended by it. */
  readonly closed: boolean;
}

/**
 * Books a change to a contract's ledger and brings it up to today. What happened on an earlier day than was accrued is put
 * where it belongs: the days from it on are run again, and the difference to what had been posted is posted as corrections.
 * Nothing that was posted is ever changed. The contract is locked by the caller, with its application before it;
 * the command declares `ledgerEvents`.
 * @throws Refusal CONTRACT_NOT_CONCLUDED, LEDGER_DAY_OUTSIDE, LEDGER_BALANCE_EXCEEDED, LEDGER_ALREADY_REFUNDED
 */
export async function settle(context: CommandContext, { id }: Pick<ContractRecord, 'id'>, change: LedgerChange): Promise<Settled> {
  // Read again: an earlier step of the same command may have changed it.
  const contract = await lockContract(context, id);
  if (change.reversed) await restoreSchedule(context, contract, change.reversed.payment);
  const book = await readBook(context, contract);
  const { openedOn, state: standing } = book.ledger;
  const day = dayOfChange(change);
  const last = lastDay(context, standing.on, change);
  if (day !== null && (day < openedOn || day > last))
    throw new Refusal([formFinding('LEDGER_DAY_OUTSIDE', ['input'], { on: day, first: openedOn, last })]);
  const result = recalculate(book.ledger, change, last);
  requirePossible(result, book, change);
  await write(context, contract, book, result);
  const closed = await finish(context, contract, book, result.state, change.payment?.reference ?? null);
  return { state: result.state, caused: causedBy(result, change), closed };
}

/** Today, or a day that was accrued already; what the settlement partner tells may lie ahead of our clock and is booked all the same. */
function lastDay({ today }: CommandContext, accruedThrough: string, { entry }: LedgerChange): string {
  const told = entry && ['TRANSFER', 'TRANCHE', 'REFUND'].includes(entry.cause) ? entry.on : accruedThrough;
  return [today.toString(), accruedThrough, told].sort().at(-1)!;
}

function causedBy({ expected }: Recalculation, { entry, payment }: LedgerChange): CausedLines | null {
  const cause = entry ?? (payment && { cause: 'PAYMENT' as const, ...payment });
  return (cause && expected.find((one) => groupKey(one) === groupKey(cause))) ?? null;
}

/** A new entry is taken whole or not at all, and money that was given back stays given back. */
function requirePossible({ expected, from }: Recalculation, { ledger }: LedgerBook, { entry }: LedgerChange): void {
  const linesOf = (about: Pick<CausedLines, 'cause' | 'reference' | 'on'>) =>
    expected.find((one) => groupKey(one) === groupKey(about))?.lines ?? {};
  if (entry) {
    const possible = linesOf(entry);
    for (const [component, amount] of Object.entries(entry.lines)) {
      if (amount.eq(possible[component as LedgerComponent] ?? 0)) continue;
      throw new Refusal([formFinding('LEDGER_BALANCE_EXCEEDED', ['input'], { component, amount: amount.abs().toFixed(2), on: entry.on })]);
    }
  }
  for (const group of ledger.groups) {
    if (group.cause !== 'REFUND' || group.on < from) continue;
    const still = linesOf(group).SURPLUS ?? new Decimal(0);
    if (!still.eq(group.original.SURPLUS ?? 0)) throw new Refusal([formFinding('LEDGER_ALREADY_REFUNDED', ['input'], { on: group.on })]);
  }
}

async function write(
  context: CommandContext,
  contract: ContractRecord,
  { row, ledger }: LedgerBook,
  { postings, state }: Recalculation,
): Promise<void> {
  const { transaction, lender, now } = context;
  const placed = postings.map((line, i) => numbered(line, contract, row.lastNo + 1 + i, now.epochMilliseconds));
  if (placed.length > 0) await transaction.query(insertPostings, postingValues(lender.id, new Date(now.epochMilliseconds), placed));
  const update = {
    contractId: contract.id,
    state,
    accrueNext: row.accrueNext === null ? null : dayAfter(state.on),
    lastNo: row.lastNo + placed.length,
    corrections: ledger.corrections + (postings.some(({ correction }) => correction > 0) ? 1 : 0),
  };
  await transaction.query(writeLedgers, ledgerValues(lender.id, [update]));
}

/** Ends the contract when nothing is owed, takes it up again when something is, and renews the plan of payments. Answers whether it ended. */
async function finish(
  context: CommandContext,
  contract: ContractRecord,
  book: LedgerBook,
  state: LedgerState,
  payment: string | null,
): Promise<boolean> {
  const owes = debtOf(state).gt(0);
  const ends = !owes && (book.ledger.world.repay.closesAtZero?.(state.on, book.versions.at(-1)!.terms) ?? true);
  if (contract.status === 'ACTIVE' && ends) {
    await closeContract(context, contract, book);
    return true;
  }
  if (contract.status === 'CLOSED' && owes) await reopenContract(context, contract, book, dayAfter(state.on));
  if (payment !== null && owes) await replan(context, contract, book, state, payment);
  return false;
}
