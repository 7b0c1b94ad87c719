import type { CalendarData } from '../../../modules/calendar';
import data from './working-days-by.json';

/** Official working days, 2022–2026; 2027 is provisional: no decree on its transferred days had been published by 2026-11-20. */
export const workingDaysBy: CalendarData = data;
