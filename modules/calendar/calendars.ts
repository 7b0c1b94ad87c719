import { isDeepStrictEqual } from 'node:util';
import type { Contribution, Extensions } from '../../schema/base';
import { type CalendarData, calendars, type WorkingYear } from './extension-points';
import { WorkingCalendar } from './working-calendar';

const built = new WeakMap<Extensions, ReadonlyMap<string, WorkingCalendar>>();

/**
 * The working calendar of a country (ISO 3166-1 alpha-2), made of what the plugins bring. Built once per set of extensions.
 * A country without a calendar gets an empty one: it answers `WORKING_DAYS_UNKNOWN` to every question.
 */
export function calendarOf(extensions: Extensions, country: string): WorkingCalendar {
  let byCountry = built.get(extensions);
  if (!byCountry) {
    byCountry = mergeCalendars(extensions.all(calendars));
    built.set(extensions, byCountry);
  }
  return byCountry.get(country) ?? new WorkingCalendar({ country, years: {} });
}

/** Joins contributions by country. Throws, naming both plugins, when two tell different things about a year. */
export function mergeCalendars(contributions: readonly Contribution<CalendarData>[]): ReadonlyMap<string, WorkingCalendar> {
  const countries = new Map<string, Map<string, { plugin: string; days: WorkingYear }>>();
  for (const { plugin, value } of contributions) {
    const years = countries.get(value.country) ?? new Map();
    countries.set(value.country, years);
    for (const [year, days] of Object.entries(value.years)) {
      const earlier = years.get(year);
      if (earlier && !isDeepStrictEqual(earlier.days, days)) {
        throw new Error(`${earlier.plugin} and ${plugin} disagree about the working days of ${value.country} in ${year}.`);
      }
      years.set(year, earlier ?? { plugin, days });
    }
  }
  return new Map(
    [...countries].map(([country, years]) => [
      country,
      new WorkingCalendar({ country, years: Object.fromEntries([...years].map(([year, { days }]) => [year, days])) }),
    ]),
  );
}
