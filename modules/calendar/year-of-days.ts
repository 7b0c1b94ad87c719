import { Temporal } from 'temporal-polyfill';
import type { WorkingYear } from './extension-points';

/** One year, ready for look-ups by `YYYY-MM-DD`. */
export interface YearOfDays {
  readonly provisional: boolean;
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

/** Reads and checks a year's data; an error names the day that contradicts. */
export function readYear(country: string, year: number, data: WorkingYear): YearOfDays {
  const refuse = (what: string): never => {
    throw new Error(`Working days of ${country}, ${year}: ${what}.`);
  };
  const read = (days: readonly string[], fits: (dayOfWeek: number) => boolean, kind: string): Set<string> => {
    for (const text of days) {
      const day = Temporal.PlainDate.from(text);
      if (day.toString() !== text || day.year !== year || !fits(day.dayOfWeek)) refuse(`${text} is no ${kind} of this year`);
    }
    const set = new Set(days);
    if (set.size !== days.length) refuse(`a ${kind} stands twice`);
    return set;
  };
  const off = read(data.weekdaysOff, (dayOfWeek) => dayOfWeek <= 5, 'weekday');
  const worked = read(data.weekendsWorked, (dayOfWeek) => dayOfWeek > 5, 'Saturday or Sunday');
  const working = weekdaysIn(year) - off.size + worked.size;
  if (working !== data.workingDays) refuse(`the lists give ${working} working days, the published number is ${data.workingDays}`);
  return { provisional: data.provisional, off, worked };
}

function weekdaysIn(year: number): number {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  // 52 whole weeks, and one day or two that weigh only when they are weekdays.
  const rest = Array.from({ length: first.daysInYear - 364 }, (_, index) => first.add({ days: index }));
  return 260 + rest.filter((day) => day.dayOfWeek <= 5).length;
}
