import { defineModule } from '../../schema/base';
import { calendarErrors } from './calendar.errors';

export const calendarModule = defineModule({ id: 'calendar', errors: [calendarErrors] });
