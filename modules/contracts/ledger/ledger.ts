import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { CommandContext } from '../../commands';
import type { ContractRecord } from '../contract.record';
import type { LedgerComponent } from '../contract-status';
import type { ContractTerms } from '../contract-terms';
import { addVersion, type NewVersion } from './add-version';
import { readBook } from './book';
import { dayAfter } from './day';
import type { DirectCause } from './ledger-cause';
import type { Lines } from './run-days';
import type { ScheduleCause } from './schedule.entity';
import { type Settled, settle } from './settle';

/** A line to post; positive raises, negative lowers. Decimal string of two places, or a decimal. */
export interface NewLine {
  readonly component: LedgerComponent;
  readonly amount: Decimal | string;
}

/** What is to be posted, and why. The same cause and reference on one day are posted once: a repeat answers what stands. */
export interface NewEntry {
  readonly cause: DirectCause;
  /** Names the very thing: a transfer's id, a fine's. */
  readonly reference: string;
  /** The day that it belongs to; not after today, and not before the contract's conclusion. */
  readonly on: Temporal.PlainDate;
  readonly lines: readonly NewLine[];
  /** The clause that it rests on. */
  readonly clause?: string;
}

/**
 * Posts to a contract's ledger and brings it up to today. A day that was accrued already is run again, and the difference
 * is posted as corrections. The contract is locked by the caller; the command declares `ledgerEvents`.
 * @throws Refusal CONTRACT_NOT_CONCLUDED, LEDGER_DAY_OUTSIDE, LEDGER_BALANCE_EXCEEDED, LEDGER_ALREADY_REFUNDED
 * @throws Error where the cause was posted before with other lines: a defect of the caller
 */
export async function post(context: CommandContext, contract: ContractRecord, entry: NewEntry): Promise<Settled> {
  const on = entry.on.toString();
  const lines = linesOf(entry.lines);
  const book = await readBook(context, contract);
  const earlier = book.ledger.groups.find(({ cause, reference }) => cause === entry.cause && reference === entry.reference);
  if (earlier) {
    if (earlier.on === on && sameLines(earlier.original, lines)) return settle(context, contract, {});
    throw new Error(`${entry.cause} ${entry.reference} was posted before with other lines.`);
  }
  const { cause, reference, clause } = entry;
  return settle(context, contract, { entry: { cause, reference, on, lines, ...(clause ? { clause } : {}) } });
}

/** Brings a contract's ledger up to today and answers its balances. */
export async function accrueToday(context: CommandContext, contract: ContractRecord): Promise<Settled> {
  return settle(context, contract, {});
}

/** New terms of a contract, and why. */
export interface NewTerms {
  readonly terms: ContractTerms;
  /** The first day that accrues and is judged by them. Unless said: the day after the entry of the same reference, tomorrow without one. */
  readonly from?: Temporal.PlainDate;
  readonly cause: Exclude<ScheduleCause, 'CONCLUSION'>;
  /** Names the very thing: an addendum's id, a tranche's. */
  readonly reference: string;
}

/**
 * Puts new terms and their schedule in the place of the present ones; the earlier version stays readable. Instalments that
 * were waited for are no longer, those of the new schedule are. The contract is locked by the caller; the command declares `ledgerEvents`.
 */
export async function replaceSchedule(
  context: CommandContext,
  contract: ContractRecord,
  { terms, from, cause, reference }: NewTerms,
): Promise<void> {
  const { versions, groups } = await readBook(context, contract);
  const entry = groups.findLast((group) => group.reference === reference);
  const version: NewVersion = { terms, from: from?.toString() ?? dayAfter(entry?.on ?? context.today.toString()), cause, reference };
  await addVersion(context, contract, versions.at(-1)!, version);
  await settle(context, contract, version.from > context.today.toString() ? {} : { from: version.from });
}

function linesOf(lines: readonly NewLine[]): Lines {
  const sums: Partial<Record<LedgerComponent, Decimal>> = {};
  for (const { component, amount } of lines) {
    const sum = new Decimal(amount);
    if (!sum.isFinite() || sum.decimalPlaces() > 2) throw new RangeError(`${sum} is no sum of two places.`);
    sums[component] = (sums[component] ?? new Decimal(0)).plus(sum);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => !sum.isZero()));
}

function sameLines(a: Lines, b: Lines): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<LedgerComponent>;
  return [...names].every((name) => (a[name] ?? new Decimal(0)).eq(b[name] ?? 0));
}
