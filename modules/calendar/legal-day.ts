import { Temporal } from 'temporal-polyfill';

/** The first moment of a calendar day in a zone (IANA name). */
export function firstMomentOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** The last millisecond of a calendar day in a zone: a term that ends on the day has not run out at this moment. */
export function lastMomentOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return firstMomentOf(day.add({ days: 1 }), zone).subtract({ milliseconds: 1 });
}

/** The calendar day that a moment falls on in a zone. */
export function dayOf(moment: Temporal.Instant, zone: string): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(zone).toPlainDate();
}
