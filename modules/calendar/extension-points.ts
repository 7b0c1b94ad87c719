import { defineExtensionPoint } from '../../schema/base';

/** Where the working days of one year differ from Monday to Friday. Days as `YYYY-MM-DD`. */
export interface WorkingYear {
  /** Set while the year's official transfers of days are not published: results are shown as provisional. */
  readonly provisional: boolean;
  readonly weekdaysOff: readonly string[];
  readonly weekendsWorked: readonly string[];
  /** The published number of working days, checked against the lists when the calendar is built. */
  readonly workingDays: number;
}

/** A country's official working days; years that are not here are unknown, never guessed. */
export interface CalendarData {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly years: Readonly<Record<string, WorkingYear>>;
}

/** Plugins bring the calendars of their countries. Two that bring the same year must agree on it. */
export const calendars = defineExtensionPoint<CalendarData>('calendar.calendars');
