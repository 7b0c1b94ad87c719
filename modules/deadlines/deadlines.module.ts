import { defineModule } from '../../schema/base';
import { CreateDeadlines1700000000900 } from './create-deadlines.migration';
import { DeadlineEntity } from './deadline.entity';
import { deadlineEventTypes } from './deadline-events';

export const deadlinesModule = defineModule({
  id: 'deadlines',
  requires: ['lenders'],
  entities: [DeadlineEntity],
  migrations: [CreateDeadlines1700000000900],
  eventTypes: deadlineEventTypes,
});
