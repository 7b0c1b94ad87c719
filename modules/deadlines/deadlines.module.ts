import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { CreateDeadlines1700000000900 } from './create-deadlines.migration';
import { DeadlineEntity } from './deadline.entity';
import { readDeadline, toDeadline } from './deadline.type';
import { deadlineEventTypes } from './deadline-events';
import { deadlineErrors } from './deadlines.errors';
import { DeadlinesResolver } from './deadlines.resolver';

export const deadlinesModule = defineModule({
  id: 'deadlines',
  requires: ['lenders'],
  entities: [DeadlineEntity],
  migrations: [CreateDeadlines1700000000900],
  resolvers: [DeadlinesResolver],
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
