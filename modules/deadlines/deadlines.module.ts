import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { CreateDeadlines1700000001500 } from './create-deadlines.migration';
import { DeadlineEntity } from './deadline.entity';
import { readDeadline, toDeadline } from './deadline.type';
import { deadlineEventTypes } from './deadline-events';
import { deadlineErrors } from './deadlines.errors';
import { ApplicationDeadlinesResolver, DeadlineApplicationResolver, DeadlinesResolver } from './deadlines.resolver';

export const deadlinesModule = defineModule({
  id: 'deadlines',
  requires: ['applications'],
  entities: [DeadlineEntity],
  migrations: [CreateDeadlines1700000001500],
  resolvers: [DeadlinesResolver, DeadlineApplicationResolver, ApplicationDeadlinesResolver],
  errors: [deadlineErrors],
  eventTypes: deadlineEventTypes,
  nodes: [
    {
      type: 'Deadline',
      load: async ({ database, extensions, locale }: GraphContext, id: string) => {
        const [row] = await database.query(readDeadline, [database.scope.lenderId, id]);
        return row ? toDeadline(row, extensions, locale) : null;
      },
    },
  ],
});
