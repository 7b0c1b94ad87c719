import { Decimal } from '../../../schema/base';
import { ledgerComponents } from '../contract-status';
import { dayAfter, dayBefore } from './day';
import { foldGroups, groupKey, type PostedGroup } from './fold-lines';
import type { LedgerState } from './ledger-state';
import type { UnplacedPosting } from './numbered';
import type { TermsVersion } from './open-day';
import { type CausedLines, type DirectEntry, type LedgerWorld, type PaymentEntry, runDays } from './run-days';

/** Something that happened to a ledger. Without any of it the ledger is only brought up to the last day. */
export interface LedgerChange {
  readonly entry?: DirectEntry & { readonly clause?: string };
  readonly payment?: PaymentEntry;
  /** A payment that turned out not to have been one. */
  readonly reversed?: { readonly payment: string; readonly on: string };
  /** The first day to run again although nothing was posted: terms changed from it on. */
  readonly from?: string;
}

/** A ledger as it stands. */
export interface StandingLedger {
  readonly openedOn: string;
  readonly state: LedgerState;
  /** Recalculations so far. */
  readonly corrections: number;
  readonly groups: readonly PostedGroup[];
  readonly versions: readonly TermsVersion[];
  readonly world: LedgerWorld;
}

/** What a change comes to. */
export interface Recalculation {
  /** The first day that was run. */
  readonly from: string;
  readonly state: LedgerState;
  /** What each cause posts from that day on, all in all. */
  readonly expected: readonly CausedLines[];
  /** What must be posted so that the ledger says so; what differs from earlier postings as corrections. */
  readonly postings: readonly UnplacedPosting[];
}

/** The day that a change belongs to; `null` for none. */
export const dayOfChange = ({ entry, payment, reversed, from }: LedgerChange): string | null =>
  entry?.on ?? payment?.on ?? reversed?.on ?? from ?? null;

/**
 * Puts a change where it belongs and runs the days from it on again, to the end of `last`. Pure: what was posted stays,
 * and the answer is what must be posted beside it.
 */
export function recalculate(ledger: StandingLedger, change: LedgerChange, last: string): Recalculation {
  const { state: standing, groups, versions, openedOn } = ledger;
  const next = dayAfter(standing.on);
  const from = [dayOfChange(change) ?? next, next].sort()[0]!;
  const isPast = ({ on }: CausedLines) => on < from;
  const start = from === next ? standing : foldGroups(groups.filter(isPast), versions, openedOn, dayBefore(from));
  const run = runDays(start, last, changedWorld(ledger.world, change));
  const { entry } = change;
  const expected = entry?.clause
    ? run.caused.map((one) => (groupKey(one) === groupKey(entry) ? { ...one, clause: entry.clause! } : one))
    : run.caused;
  return { from, state: run.state, expected, postings: differences(ledger, expected, from, causeOf(change)) };
}

function changedWorld(world: LedgerWorld, { entry, payment, reversed }: LedgerChange): LedgerWorld {
  return {
    ...world,
    entries: entry ? [...world.entries, entry] : world.entries,
    payments: [...world.payments.filter(({ reference }) => reference !== reversed?.payment), ...(payment ? [payment] : [])],
  };
}

function causeOf({ entry, payment, reversed, from }: LedgerChange): string | null {
  if (entry) return `${entry.cause}:${entry.reference}`;
  if (payment) return `PAYMENT:${payment.reference}`;
  return reversed ? `REVERSAL:${reversed.payment}` : from ? 'TERMS' : null;
}

function differences(ledger: StandingLedger, expected: readonly CausedLines[], from: string, cause: string | null): UnplacedPosting[] {
  const posted = new Map(ledger.groups.filter(({ on }) => on >= from).map((group) => [groupKey(group), group]));
  const wanted = new Map<string, CausedLines>();
  const clauses = new Map<string, string>();
  for (const one of expected) {
    const key = groupKey(one);
    // A day may charge several components, each by its own rule and clause.
    wanted.set(key, { ...one, lines: { ...wanted.get(key)?.lines, ...one.lines } });
    if (one.clause) for (const component of Object.keys(one.lines)) clauses.set(`${key} ${component}`, one.clause);
  }
  const result: UnplacedPosting[] = [];
  for (const key of new Set([...posted.keys(), ...wanted.keys()])) {
    const before = posted.get(key);
    const { on, cause: kind, reference, lines } = wanted.get(key) ?? { ...before!, lines: {} };
    for (const component of ledgerComponents) {
      const amount = (lines[component] ?? new Decimal(0)).minus(before?.lines[component] ?? 0);
      if (amount.isZero()) continue;
      result.push({
        on,
        component,
        amount: amount.toFixed(2),
        cause: kind,
        reference,
        correction: before ? ledger.corrections + 1 : 0,
        correctedBy: before ? cause : null,
        clause: clauses.get(`${key} ${component}`) ?? null,
      });
    }
  }
  // In the order of days; `sort` keeps the order within one.
  return result.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
