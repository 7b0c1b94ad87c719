import { Decimal } from '../../../schema/base';
import { type CommandContext, Refusal } from '../../commands';
import { formFinding } from '../../rules';
import type { ContractRecord } from '../contract.record';
import { type LedgerComponent, ledgerComponents } from '../contract-status';
import { type LedgerBook, readBook } from './book';
import { closeContract, reopenContract } from './contract-end';
import { dayAfter, dayBefore } from './day';
import { foldGroups, groupKey } from './fold-lines';
import { insertPostings, ledgerValues, postingValues, stateOf, writeLedgers } from './ledger.record';
import { debtOf, type LedgerState } from './ledger-state';
import { numbered, type UnplacedPosting } from './numbered';
import { replan } from './replan';
import { type CausedLines, type DirectEntry, type PaymentEntry, runDays } from './run-days';

/** Something that happened to a ledger. Without any of it the ledger is only brought up to today. */
export interface LedgerChange {
  readonly entry?: DirectEntry & { readonly clause?: string };
  readonly payment?: PaymentEntry;
  /** A payment that turned out not to have been one. */
  readonly reversed?: { readonly payment: string; readonly on: string };
  /** The first day to run again although nothing was posted: terms changed from it on. */
  readonly from?: string;
}

/** What came of a change. */
export interface Settled {
  readonly state: LedgerState;
  /** The lines of the change itself. */
  readonly caused: CausedLines | null;
  readonly closed: boolean;
}

/**
 * Books a change to a contract's ledger and brings it up to today. What happened on an earlier day than was accrued is put
 * where it belongs: the days from it on are run again, and the difference to what had been posted is posted as corrections.
 * Nothing that was posted is ever changed. The contract is locked by the caller, with its application before it.
 * @throws Refusal CONTRACT_NOT_CONCLUDED, LEDGER_DAY_OUTSIDE, LEDGER_BALANCE_EXCEEDED, LEDGER_ALREADY_REFUNDED
 */
export async function settle(context: CommandContext, contract: ContractRecord, change: LedgerChange): Promise<Settled> {
  const book = await readBook(context, contract);
  const { row } = book;
  const day = change.entry?.on ?? change.payment?.on ?? change.reversed?.on ?? change.from ?? dayAfter(row.accruedThrough);
  const last = lastDay(context, row.accruedThrough, change);
  if (day < row.openedOn || day > dayAfter(last) || (day > last && (change.entry || change.payment)))
    throw new Refusal([formFinding('LEDGER_DAY_OUTSIDE', ['input'], { on: day, first: row.openedOn, last })]);
  const from = day <= row.accruedThrough ? day : dayAfter(row.accruedThrough);
  const start =
    from > row.accruedThrough
      ? stateOf(row)
      : foldGroups(
          book.groups.filter(({ on }) => on < from),
          book.versions,
          row.openedOn,
          dayBefore(from),
        );
  const world = {
    ...book.world,
    entries: change.entry ? [...book.world.entries, change.entry] : book.world.entries,
    payments: [
      ...book.world.payments.filter(({ reference }) => reference !== change.reversed?.payment),
      ...(change.payment ? [change.payment] : []),
    ],
  };
  const run = runDays(start, last, world);
  const expected = change.entry?.clause
    ? run.caused.map((one) => (isOf(one, change.entry!) ? { ...one, clause: change.entry!.clause! } : one))
    : run.caused;
  requirePossible(expected, book, change, from);

  const posted = differences(book, expected, from, causeOf(change));
  await write(context, contract, book, posted, run.state);
  const caused = change.entry
    ? expected.find((one) => isOf(one, change.entry!))
    : expected.find(({ cause, reference }) => cause === 'PAYMENT' && reference === change.payment?.reference);
  return {
    state: run.state,
    caused: caused ?? null,
    closed: await finish(context, contract, book, run.state, change.payment?.reference ?? null),
  };
}

/** Today, or a day that was accrued already; what the settlement partner tells may lie ahead of our clock and is booked all the same. */
function lastDay({ today }: CommandContext, accruedThrough: string, { entry }: LedgerChange): string {
  const told = entry && ['TRANSFER', 'TRANCHE', 'REFUND'].includes(entry.cause) ? entry.on : accruedThrough;
  return [today.toString(), accruedThrough, told].sort().at(-1)!;
}

const isOf = (one: Pick<CausedLines, 'cause' | 'reference' | 'on'>, entry: Pick<CausedLines, 'cause' | 'reference' | 'on'>) =>
  groupKey(one) === groupKey(entry);

function causeOf({ entry, payment, reversed, from }: LedgerChange): string | null {
  if (entry) return `${entry.cause}:${entry.reference}`;
  if (payment) return `PAYMENT:${payment.reference}`;
  return reversed ? `REVERSAL:${reversed.payment}` : from ? 'TERMS' : null;
}

/** A new entry is taken whole or not at all, and money that was given back stays given back. */
function requirePossible(expected: readonly CausedLines[], book: LedgerBook, { entry }: LedgerChange, from: string): void {
  for (const one of entry ? [entry] : []) {
    const possible = expected.find((caused) => isOf(caused, one))?.lines ?? {};
    for (const [component, amount] of Object.entries(one.lines)) {
      if ((possible[component as LedgerComponent] ?? new Decimal(0)).eq(amount)) continue;
      throw new Refusal([formFinding('LEDGER_BALANCE_EXCEEDED', ['input'], { component, amount: amount.toFixed(2), on: one.on })]);
    }
  }
  for (const { cause, reference, on, original } of book.groups) {
    if (cause !== 'REFUND' || on < from) continue;
    const possible = expected.find((one) => isOf(one, { cause, reference, on }))?.lines.SURPLUS ?? new Decimal(0);
    if (!possible.eq(original.SURPLUS ?? 0)) throw new Refusal([formFinding('LEDGER_ALREADY_REFUNDED', ['input'], { on })]);
  }
}

type Difference = UnplacedPosting;

/** What must be posted so that the ledger says what the days say. */
function differences(book: LedgerBook, expected: readonly CausedLines[], from: string, cause: string | null): Difference[] {
  const posted = new Map(book.groups.filter(({ on }) => on >= from).map((group) => [groupKey(group), group]));
  const wanted = new Map<string, CausedLines>();
  for (const one of expected) {
    const key = groupKey(one);
    const known = wanted.get(key);
    // A day may charge several components, each by its own rule.
    wanted.set(key, known ? { ...known, lines: { ...known.lines, ...one.lines } } : one);
  }
  const clauses = new Map(
    expected.flatMap((one) => Object.keys(one.lines).map((component) => [`${groupKey(one)} ${component}`, one.clause] as const)),
  );
  const result: Difference[] = [];
  for (const key of new Set([...posted.keys(), ...wanted.keys()])) {
    const before = posted.get(key);
    const about = wanted.get(key) ?? before!;
    for (const component of ledgerComponents) {
      const amount = (wanted.get(key)?.lines[component] ?? new Decimal(0)).minus(before?.lines[component] ?? 0);
      if (amount.isZero()) continue;
      result.push({
        on: about.on,
        component,
        amount: amount.toFixed(2),
        cause: about.cause,
        reference: about.reference,
        correction: before ? book.row.corrections + 1 : 0,
        correctedBy: before ? cause : null,
        clause: clauses.get(`${key} ${component}`) ?? null,
      });
    }
  }
  // In the order of days; `sort` keeps the order within one.
  return result.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

async function write(
  context: CommandContext,
  contract: ContractRecord,
  book: LedgerBook,
  posted: readonly Difference[],
  state: LedgerState,
) {
  const { transaction, lender, now } = context;
  const { row } = book;
  const postings = posted.map((line, i) => numbered(line, contract, row.lastNo + 1 + i, now.epochMilliseconds));
  if (postings.length > 0) await transaction.query(insertPostings, postingValues(lender.id, new Date(now.epochMilliseconds), postings));
  const update = {
    contractId: contract.id,
    state,
    accrueNext: row.accrueNext === null ? null : dayAfter(state.on),
    lastNo: row.lastNo + postings.length,
    corrections: row.corrections + (posted.some(({ correction }) => correction > 0) ? 1 : 0),
  };
  await transaction.query(writeLedgers, ledgerValues(lender.id, [update]));
}

/** Ends the contract when nothing is owed, takes it up again when something is, and renews the plan of payments. Answers whether it ended. */
async function finish(
  context: CommandContext,
  contract: ContractRecord,
  book: LedgerBook,
  state: LedgerState,
  reference: string | null,
): Promise<boolean> {
  const owes = debtOf(state).gt(0);
  const ends = !owes && (book.world.repay.closesAtZero?.(state.on) ?? true);
  if (contract.status === 'ACTIVE' && ends) {
    await closeContract(context, contract, book);
    return true;
  }
  if (contract.status === 'CLOSED' && owes) await reopenContract(context, contract, dayAfter(state.on));
  if (reference !== null) await replan(context, contract, book, state, reference);
  return false;
}
