import { Temporal } from 'temporal-polyfill';

interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** A mistake in rules as data, found when they are loaded, never when a decision is made. */
export class RulesLoadError extends Error {
  constructor(
    readonly owner: string,
    fault: string,
  ) {
    super(`${owner}: ${fault}`);
  }
}

function requireDay(owner: string, day: string): void {
  try {
    if (Temporal.PlainDate.from(day).toString() === day) return;
  } catch {
    // Falls through to the one refusal.
  }
  throw new RulesLoadError(owner, `${day} is no calendar day.`);
}

/** Refuses an empty timeline, an empty period, an overlap, and a hole that has no entry. */
export function checkTimeline(owner: string, timeline: readonly Period[]): void {
  if (timeline.length === 0) throw new RulesLoadError(owner, 'the timeline is empty.');
  let previous: Period | null = null;
  for (const period of timeline) {
    requireDay(owner, period.from);
    if (period.to !== null) requireDay(owner, period.to);
    if (period.to !== null && period.to <= period.from)
      throw new RulesLoadError(owner, `the period from ${period.from} ends before it begins.`);
    if (previous) {
      if (previous.to === null || previous.to > period.from)
        throw new RulesLoadError(owner, `the period from ${previous.from} overlaps the one from ${period.from}.`);
      if (previous.to < period.from)
        throw new RulesLoadError(owner, `nothing is said of ${previous.to} up to ${period.from}: a gap is an entry, not an absence.`);
    }
    previous = period;
  }
}

/** The entry in force on a day (`YYYY-MM-DD`, which sorts as text), or `null` before the first and after the last. */
export function inForceOn<T extends Period>(timeline: readonly T[], day: string): T | null {
  for (let index = timeline.length - 1; index >= 0; index--) {
    const period = timeline[index]!;
    if (period.from <= day) return period.to === null || day < period.to ? period : null;
  }
  return null;
}
