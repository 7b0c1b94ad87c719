import { Args, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar, DateTimeScalar, Scoped, toGlobalId } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { type EventRow, EventStreamArgs, eventSubscription } from '../events';
import { decisionById } from './decision.record';
import { Decision, toDecision } from './decision.type';

@Scoped('parent')
@ObjectType('DecisionNotice', { description: 'Tells that a decision was made.' })
export class DecisionNotice {
  @Field(() => CursorScalar, { description: 'Send it as `after` to go on after this decision.' })
  cursor!: string;

  @Field(() => ID, { description: 'Id of the event; the same wherever it is delivered.' })
  eventId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  at!: Date;

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
    // One context serves the whole stream: what earlier events read is old.
    context.loaders.clear();
    const { decisionId } = event.payload as { decisionId: string };
    const [decision, application] = await Promise.all([
      context.loaders.one(decisionById, decisionId),
      context.loaders.one(applicationById, event.subject.id),
    ]);
    return {
      cursor: event.cursor,
      eventId: toGlobalId('Event', event.id),
      at: event.at,
      decision: decision && toDecision(decision),
      application: application && toApplication(application),
    };
  }
}
