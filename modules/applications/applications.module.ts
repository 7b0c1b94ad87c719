import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { openWork } from '../lenders';
import { ApplicationEntity } from './application.entity';
import { applicationById } from './application.record';
import { ApplicationResolver } from './application.resolver';
import { ApplicationSubscriptionResolver } from './application.subscription';
import { toApplication } from './application.type';
import { ApplicationEventsResolver, EventApplicationResolver } from './application-events.resolver';
import { applicationErrors } from './applications.errors';
import { ClientApplicationsResolver } from './client-applications.resolver';
import { CreateApplications1700000001000 } from './create-applications.migration';
import { applicationStatusChangedEvent } from './lifecycle-events';
import { openApplications } from './open-applications';

export const applicationsModule = defineModule({
  id: 'applications',
  requires: ['clients', 'events'],
  entities: [ApplicationEntity],
  migrations: [CreateApplications1700000001000],
  resolvers: [
    ApplicationResolver,
    ApplicationEventsResolver,
    EventApplicationResolver,
    ApplicationSubscriptionResolver,
    ClientApplicationsResolver,
  ],
  errors: [applicationErrors],
  eventTypes: [applicationStatusChangedEvent],
  nodes: [
    {
      type: 'Application',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(applicationById, id);
        return row && toApplication(row);
      },
    },
  ],
  contributions: [{ point: openWork, value: openApplications }],
});
