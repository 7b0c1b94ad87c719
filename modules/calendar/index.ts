export { calendarErrors } from './calendar.errors';
export { calendarModule } from './calendar.module';
export { calendarOf, mergeCalendars } from './calendars';
export { type Clock, MovableClock, systemClock, today } from './clock';
export { type CalendarData, calendars, type WorkingYear } from './extension-points';
export { dayOf, firstMomentOf, lastMomentOf } from './legal-day';
export { type LastDay, type Term, WorkingCalendar } from './working-calendar';
