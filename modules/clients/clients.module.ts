import { defineModule } from '../../schema/base';
import { ClientEntity } from './client.entity';
import { ClientResolver, loadClient } from './client.resolver';
import { clientEventTypes } from './client-events';
import { clientErrors } from './clients.errors';
import { CreateClients1700000000300 } from './create-clients.migration';

export const clientsModule = defineModule({
  id: 'clients',
  requires: ['lenders', 'events'],
  entities: [ClientEntity],
  migrations: [CreateClients1700000000300],
  resolvers: [ClientResolver],
  errors: [clientErrors],
  eventTypes: clientEventTypes,
  nodes: [{ type: 'Client', load: loadClient }],
});
