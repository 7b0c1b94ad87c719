import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { type CommandResult, defineCommand, type GraphContext } from '../../modules/commands';
import { loader, statement } from '../../modules/database';
import { EventNotice, type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../modules/events';
import type { GraphOwner } from '../../schema';
import { Scoped } from '../../schema/base';

/** What executions of the graph below have done; tests look at it and set it back. */
export const done = {
  /** One entry for each execution of the subscription's root: the label of its event. */
  executions: [] as string[],
  /** Who read what is personal: `subject label`. */
  traces: [] as string[],
  /** Called while an event is being read, before the rest of its answer is. */
  meanwhile: (): void => {},
};

/** Leaves a trace that somebody read something personal. */
export const notePulseRead = defineCommand<{ readonly label: string }, CommandResult>({
  name: 'notePulseRead',
  emits: [],
  run: async () => ({}),
});

const eventsSeen = loader(
  statement<{ key: string; seen: number }>(
    'live_graph_events_seen',
    'select wanted.key, (select count(*)::int from core.event) as seen from unnest($1::text[]) as wanted (key)',
  ),
  (row) => row.key,
);

@ObjectType('Pulse', { description: 'An event as its reader is told of it.' })
@Scoped('parent')
class Pulse extends EventNotice {
  @Field(() => String, { description: 'Label of the event.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'The client whom it concerns.' })
  clientId!: string | null;

  @Field(() => String, { description: 'Lender of the reader.' })
  lender!: string;

  @Field(() => String, { description: 'A word in the language of the reader.' })
  greeting!: string;

  @Field(() => String, { description: 'For those who may.' })
  @Scoped('things:secret')
  secret!: string;
}

@ArgsType()
class PulseArgs extends EventStreamArgs {
  @Field(() => Int, { nullable: true, description: 'How often the label is said.' })
  times?: number | null;
}

@Resolver(() => Pulse)
class PulseResolver {
  @Subscription(() => Pulse, { description: 'Pulses.', subscribe: ({ args, context }) => eventSubscription(args, context) })
  @Scoped('things:read')
  pulsed(@Root() event: EventRow, @Args(() => PulseArgs) { times }: PulseArgs, @Ctx() context: GraphContext): Pulse {
    const label = String(event.payload.label);
    done.executions.push(label);
    done.meanwhile();
    return {
      ...noticeOf(event, context),
      label: label.repeat(times ?? 1),
      clientId: event.clientId,
      lender: context.lender?.code ?? 'none',
      greeting: { en: 'hello', ru: 'привет', be: 'прывітанне' }[context.locale],
      secret: 'hush',
    };
  }

  @FieldResolver(() => String, { description: 'Who reads.' })
  @Scoped('parent')
  reader(@Ctx() { caller }: GraphContext): string {
    return caller.subject;
  }

  @FieldResolver(() => Int, { description: 'Events that the reader may see.' })
  @Scoped('parent')
  async seen(@Ctx() { loaders }: GraphContext): Promise<number> {
    return (await loaders.one(eventsSeen, 'all'))?.seen ?? 0;
  }

  @FieldResolver(() => String, { description: 'Something whose reading leaves a trace.' })
  @Scoped('parent')
  async personal(@Root() { label }: Pulse, @Ctx() context: GraphContext): Promise<string> {
    await context.execute(notePulseRead, { label }, { changesNothingRead: true });
    return 'personal';
  }

  @FieldResolver(() => String, { nullable: true, description: 'Fails in a way that nobody expected.' })
  @Scoped('parent')
  broken(): string {
    throw new Error('no answer from 10.0.0.7');
  }
}

export const liveModule: GraphOwner = { id: 'pulses', resolvers: [PulseResolver], orphanedTypes: [] };
