import { Args, Ctx, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Scoped } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { EventNotice, type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../events';
import { decisionById } from './decision.record';
import { Decision } from './decision.type';
import { showDecision } from './shown-decision';

@Scoped('parent')
@ObjectType('DecisionNotice', { description: 'Tells that a decision was made.' })
export class DecisionNotice extends EventNotice {
  @Field(() => Decision, { nullable: true, description: 'The decision.' })
  decision!: Decision | null;

  @Field(() => Application, { nullable: true, description: 'The application, as it is now.' })
  application!: Application | null;
}

@Resolver()
export class DecisionSubscriptionResolver {
  @Subscription(() => DecisionNotice, {
    description: 'Decisions as they are made, after those missed since `after` (решение).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['DecisionMade'] }, context),
  })
  @Scoped('decisions:read')
  async decisionMade(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<DecisionNotice> {
    const notice = noticeOf(event, context);
    const { decisionId } = event.payload as { decisionId: string };
    const [decision, application] = await Promise.all([
      context.loaders.one(decisionById, decisionId),
      context.loaders.one(applicationById, event.subject.id),
    ]);
    return {
      ...notice,
      decision: decision && (await showDecision(decision, context)),
      application: application && toApplication(application),
    };
  }
}
