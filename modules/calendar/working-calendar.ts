import { Temporal } from 'temporal-polyfill';
import type { Finding } from '../rules';
import { calendarErrors } from './calendar.errors';
import type { CalendarData } from './extension-points';
import { readYear, type YearOfDays } from './year-of-days';

/** A term counted from the day after its start. `workingDays` needs no rolling; the others end where the calendar leads them. */
export type Term = { readonly workingDays: number } | { readonly days: number } | { readonly months: number };

/** What happens when a term in days or months ends on a day off. */
export type LastDay = 'AS_COUNTED' | 'NEXT_WORKING_DAY';

/**
 * Working days of one country. Every question about a day of an unknown year throws `WORKING_DAYS_UNKNOWN`.
 * Terms run from the next day on: the day of the event itself does not count.
 */
export class WorkingCalendar {
  readonly country: string;
  private readonly years: ReadonlyMap<number, YearOfDays>;

  /** Throws when the data contradicts itself: a weekday off that is a Sunday, a wrong number of working days. */
  constructor(data: CalendarData) {
    this.country = data.country;
    this.years = new Map(Object.entries(data.years).map(([year, days]) => [Number(year), readYear(data.country, Number(year), days)]));
  }

  /** Whether the working days of this day's year are known. */
  covers(day: Temporal.PlainDate): boolean {
    return this.years.has(day.year);
  }

  isWorkingDay(day: Temporal.PlainDate): boolean {
    const { off, worked } = this.yearOf(day);
    const text = day.toString();
    return day.dayOfWeek <= 5 ? !off.has(text) : worked.has(text);
  }

  /** The day itself if it is a working day, else the first one after it. */
  workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
    let found = day;
    while (!this.isWorkingDay(found)) found = found.add({ days: 1 });
    return found;
  }

  /** The n-th working day after `start`; `start` itself for zero. */
  addWorkingDays(start: Temporal.PlainDate, n: number): Temporal.PlainDate {
    requireCount(n);
    let day = start;
    for (let counted = 0; counted < n; ) {
      day = day.add({ days: 1 });
      if (this.isWorkingDay(day)) counted++;
    }
    return day;
  }

  /** The last day of a term that starts on the day after `start`. A month without that day ends on its last (31 January + 1 month: 28 February). */
  lastDayOf(start: Temporal.PlainDate, term: Term, lastDay: LastDay): Temporal.PlainDate {
    if ('workingDays' in term) return this.addWorkingDays(start, term.workingDays);
    requireCount('days' in term ? term.days : term.months);
    const day = start.add(term);
    return lastDay === 'NEXT_WORKING_DAY' ? this.workingDayFrom(day) : day;
  }

  /** Working days after `start` up to and with `end`: how many of a term have run. Negative spans are refused. */
  between(start: Temporal.PlainDate, end: Temporal.PlainDate): number {
    if (Temporal.PlainDate.compare(start, end) > 0) throw new RangeError('The start lies after the end.');
    let count = 0;
    for (let day = start; !day.equals(end); ) {
      day = day.add({ days: 1 });
      if (this.isWorkingDay(day)) count++;
    }
    return count;
  }

  /** A warning for each year from `start` to `end` whose official transfers of days are not published yet. */
  provisionalFindings(start: Temporal.PlainDate, end: Temporal.PlainDate): Finding[] {
    const findings: Finding[] = [];
    for (let year = start.year; year <= end.year; year++) {
      if (!this.years.get(year)?.provisional) continue;
      findings.push({ code: 'WORKING_DAYS_PROVISIONAL', severity: 'WARNING', clauses: [], facts: { country: this.country, year } });
    }
    return findings;
  }

  private yearOf(day: Temporal.PlainDate): YearOfDays {
    const year = this.years.get(day.year);
    if (!year) throw calendarErrors.error('WORKING_DAYS_UNKNOWN', { country: this.country, year: day.year });
    return year;
  }
}

function requireCount(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('A term is a whole number, zero or more.');
}
