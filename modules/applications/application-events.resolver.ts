import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { rowIdOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { EventPageArgs, EventType, eventConnection, eventsOfApplication } from '../events';
import { applicationById } from './application.record';
import { Application, toApplication } from './application.type';

@Resolver(() => Application)
export class ApplicationEventsResolver {
  @FieldResolver(() => eventConnection.Connection, {
    description: 'Events of the application, oldest first (события). Their cursors serve `events` and every subscription too.',
  })
  @Scoped('events:read')
  events(@Root() application: Application, @Args(() => EventPageArgs) args: EventPageArgs, @Ctx() context: GraphContext) {
    return eventsOfApplication(application.rowId, args, context);
  }
}

@Resolver(() => EventType)
export class EventApplicationResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'The application as it is now (заявка).' })
  @Scoped('applications:read')
  async application(@Root() event: EventType, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = event.applicationId ? await context.loaders.one(applicationById, rowIdOf('Application', event.applicationId)) : null;
    return row && toApplication(row);
  }
}
