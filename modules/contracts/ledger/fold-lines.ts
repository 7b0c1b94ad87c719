import { Decimal } from '../../../schema/base';
import type { LedgerComponent } from '../contract-status';
import { dayNumber, dayText } from './day';
import type { LedgerCause } from './ledger-cause';
import { emptyState, type LedgerState } from './ledger-state';
import { openDay, type TermsVersion } from './open-day';
import { type CausedLines, DayBook, type Lines } from './run-days';

/** A posting as the ledger keeps it. */
export interface PostedLine {
  readonly no: number;
  readonly on: string;
  readonly component: LedgerComponent;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly cause: LedgerCause;
  readonly reference: string;
  /** 0 for what was posted first, then the number of the recalculation that corrected it. */
  readonly correction: number;
}

/** The postings of one cause on one day, corrections netted. */
export interface PostedGroup extends CausedLines {
  readonly firstNo: number;
  /** What was posted at first. */
  readonly original: Lines;
}

type Sums = Partial<Record<LedgerComponent, Decimal>>;

export const groupKey = ({ cause, reference, on }: Pick<CausedLines, 'cause' | 'reference' | 'on'>) => `${on} ${cause} ${reference}`;

/** Groups postings by cause and day, in the order of posting. */
export function groupLines(lines: readonly PostedLine[]): PostedGroup[] {
  const groups = new Map<string, Omit<PostedGroup, 'lines' | 'original'> & { readonly lines: Sums; readonly original: Sums }>();
  for (const { no, on, component, amount, cause, reference, correction } of lines) {
    const key = groupKey({ cause, reference, on });
    let group = groups.get(key);
    if (!group) {
      group = { cause, reference, on, firstNo: no, lines: {}, original: {} };
      groups.set(key, group);
    }
    group.lines[component] = (group.lines[component] ?? new Decimal(0)).plus(amount);
    if (correction === 0) group.original[component] = (group.original[component] ?? new Decimal(0)).plus(amount);
  }
  return [...groups.values()];
}

/**
 * The balances at the end of a day by what was posted, nothing computed anew: what the stored balances must equal.
 * `openedOn`: the day of the first posting.
 */
export function foldGroups(
  groups: readonly CausedLines[],
  versions: readonly TermsVersion[],
  openedOn: string,
  through: string,
): LedgerState {
  const byDay = new Map<string, CausedLines[]>();
  for (const group of groups) byDay.set(group.on, [...(byDay.get(group.on) ?? []), group]);
  let state = emptyState(dayText(dayNumber(openedOn) - 1));
  for (let day = dayNumber(openedOn); day <= dayNumber(through); day++) {
    const on = dayText(day);
    const book = new DayBook(state, openDay(state, versions, on));
    for (const { cause, lines } of byDay.get(on) ?? []) book.add(cause, lines);
    state = book.close();
  }
  return state;
}
