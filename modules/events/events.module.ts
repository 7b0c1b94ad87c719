import { defineModule } from '../../schema/base';
import { CreateEvents1700000000120 } from './create-events.migration';
import { eventErrors } from './events.errors';

export const eventsModule = defineModule({
  id: 'events',
  requires: ['database', 'lenders'],
  migrations: [CreateEvents1700000000120],
  errors: [eventErrors],
});
