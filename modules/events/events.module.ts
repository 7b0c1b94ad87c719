import { defineModule } from '../../schema/base';
import { CreateEventArchive1700000000123 } from './create-event-archive.migration';
import { CreateEventRetention1700000000121 } from './create-event-retention.migration';
import { CreateEvents1700000000120 } from './create-events.migration';
import { eventNode } from './event.loader';
import { EventResolver } from './event.resolver';
import { EventReadersResolver } from './event-readers.resolver';
import { eventErrors } from './events.errors';
import { MoveEvents1700000000122 } from './move-events.migration';

export const eventsModule = defineModule({
  id: 'events',
  requires: ['database', 'lenders'],
  migrations: [CreateEvents1700000000120, CreateEventRetention1700000000121, MoveEvents1700000000122, CreateEventArchive1700000000123],
  resolvers: [EventResolver, EventReadersResolver],
  errors: [eventErrors],
  nodes: [eventNode],
});
