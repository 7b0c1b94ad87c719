import { Args, Ctx, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { EventNotice, type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../events';
import { applicationById } from './application.record';
import { Application, ApplicationStatusEnum, toApplication } from './application.type';
import type { ApplicationStatus } from './application-status';

@Scoped('parent')
@ObjectType('ApplicationStatusChange', { description: 'A change of an application’s state.' })
export class ApplicationStatusChange extends EventNotice {
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
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(applicationById, event.subject.id);
    return { ...notice, from, to, application: row && toApplication(row) };
  }
}
