import { Args, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar, DateTimeScalar, Scoped, toGlobalId } from '../../schema/base';
import type { GraphContext } from '../commands';
import { type EventRow, EventStreamArgs, eventSubscription } from '../events';
import { applicationById } from './application.record';
import { Application, ApplicationStatusEnum, toApplication } from './application.type';
import type { ApplicationStatus } from './application-status';

@Scoped('parent')
@ObjectType('ApplicationStatusChange', { description: 'A change of an application’s state.' })
export class ApplicationStatusChange {
  @Field(() => CursorScalar, { description: 'Send it as `after` to go on after this change.' })
  cursor!: string;

  @Field(() => ID, { description: 'Id of the event; the same wherever it is delivered.' })
  eventId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => ApplicationStatusEnum, { nullable: true, description: 'State before; null for a new application.' })
  from!: ApplicationStatus | null;

  @Field(() => ApplicationStatusEnum, { description: 'State after this change; `application` shows the present one.' })
  to!: ApplicationStatus;

  @Field(() => Application, { nullable: true, description: 'The application as it is now.' })
  application!: Application | null;
}

@Resolver()
export class ApplicationSubscriptionResolver {
  @Subscription(() => ApplicationStatusChange, {
    description: 'Changes of applications’ states, after those missed since `after` (статус заявки).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ApplicationStatusChanged'] }, context),
  })
  @Scoped('applications:read')
  async applicationStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ApplicationStatusChange> {
    const { from, to } = event.payload as { from: ApplicationStatus | null; to: ApplicationStatus };
    // One context serves the whole stream: what earlier events read is old.
    context.loaders.clear();
    const row = await context.loaders.one(applicationById, event.subject.id);
    return { cursor: event.cursor, eventId: toGlobalId('Event', event.id), at: event.at, from, to, application: row && toApplication(row) };
  }
}
