import { Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar, connectionErrors, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { encodeCursor } from './cursor';
import { EventType, EventTypeDescription, eventConnection, toEvent, toEventTypeDescription } from './event.type';
import { EventLog } from './event-log';
import { type EventRow, toEventRow } from './event-row';
import { type EventArguments, eventSubscription, filterOf } from './event-subscription';
import { hiddenTypes } from './event-types';
import { eventPageKey, eventsOfApplications } from './events-of-application';
import { loadHead, resolveHistoryCursor } from './log-head';

const PAGE = 50;
const MAX_PAGE = 100;

const ONLY = {
  subject: 'Only events of this object.',
  client: 'Only events that concern this client (клиент).',
  plugin: 'Only events of the products of this plugin, by its code.',
} as const;

/** Arguments that every subscription of events takes. */
@ArgsType()
export class EventStreamArgs implements EventArguments {
  @Field(() => CursorScalar, {
    nullable: true,
    description: 'Cursor of the last event that you have: those after it come first. Without it, what happens from now on.',
  })
  after?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only events of this application (заявка).' })
  applicationId?: string | null;
}

@ArgsType()
class EventsStreamArgs extends EventStreamArgs {
  @Field(() => [String], { nullable: true, description: 'Only events of these types.' })
  types?: string[] | null;

  @Field(() => ID, { nullable: true, description: ONLY.subject })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: ONLY.client })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: ONLY.plugin })
  plugin?: string | null;
}

/** Arguments of a list of events. */
@ArgsType()
export class EventPageArgs implements EventArguments {
  @Field(() => CursorScalar, {
    nullable: true,
    description: 'Cursor of the last event that you have; without it, from the oldest one kept.',
  })
  after?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: PAGE, description: `How many events at most: 1 to ${MAX_PAGE}.` })
  first?: number | null;

  @Field(() => [String], { nullable: true, description: 'Only events of these types.' })
  types?: string[] | null;
}

@ArgsType()
class EventsArgs extends EventPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only events of this application (заявка).' })
  applicationId?: string | null;

  @Field(() => ID, { nullable: true, description: ONLY.subject })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: ONLY.client })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: ONLY.plugin })
  plugin?: string | null;
}

@Resolver()
export class EventResolver {
  @Query(() => eventConnection.Connection, {
    description:
      'Events in the order in which they are delivered everywhere, oldest first (события). The same cursors serve lists and subscriptions.',
  })
  @Scoped('events:read')
  events(@Args(() => EventsArgs) args: EventsArgs, @Ctx() context: GraphContext) {
    return readEvents(args, context);
  }

  @Query(() => CursorScalar, {
    description: 'Cursor of the end of the log at this moment: what follows it happens from now on. Keep it before you first subscribe.',
  })
  @Scoped('events:read')
  async eventsEnd(@Ctx() { loaders }: GraphContext): Promise<string> {
    const { epoch, pos } = await loadHead(loaders);
    return encodeCursor({ epoch, pos, id: null });
  }

  @Query(() => [EventTypeDescription], { description: 'The types of events that you may receive, with an example of each.' })
  @Scoped('events:read')
  eventTypes(@Ctx() { eventTypes, visiblePlugins, caller }: GraphContext): EventTypeDescription[] {
    const hidden = hiddenTypes(eventTypes, caller.scopes);
    return eventTypes
      .filter(({ type, plugin }) => (plugin === null || visiblePlugins.has(plugin)) && !hidden.has(type))
      .map(toEventTypeDescription);
  }

  @Subscription(() => EventType, {
    name: 'events',
    description: 'Events as they happen, after those missed since `after` (события).',
    subscribe: ({ args, context }) => eventSubscription(args, context),
  })
  @Scoped('events:read')
  eventStream(
    @Root() row: EventRow,
    @Args(() => EventsStreamArgs) _args: EventsStreamArgs,
    @Ctx() { lender, loaders }: GraphContext,
  ): EventType {
    // One context serves the whole stream: what earlier events read is old.
    loaders.clear();
    return toEvent(row, lender?.code ?? '');
  }
}

type PageOfEvents = EventArguments & { readonly first?: number | null };

/**
 * A page of the log, oldest first.
 * @throws PAGE_SIZE_INVALID, CURSOR_INVALID, CURSOR_EXPIRED, CURSOR_EPOCH_CHANGED
 */
async function readEvents(args: PageOfEvents, context: GraphContext) {
  const { database } = context;
  return pageOf(args, context, (limit) => EventLog.read(database, { ...filterOf(args, context), after: args.after, limit }));
}

/**
 * A page of one application's events, oldest first, from its very first on; the pages of many applications are read together.
 * @throws PAGE_SIZE_INVALID, CURSOR_INVALID, CURSOR_EPOCH_CHANGED
 */
export async function eventsOfApplication(applicationId: string, args: PageOfEvents, context: GraphContext) {
  const { database, loaders, visiblePlugins, eventTypes, caller } = context;
  const hidden = [...hiddenTypes(eventTypes, caller.scopes)];
  return pageOf(args, context, async (limit) => {
    const head = await loadHead(loaders);
    const after = args.after != null ? (await resolveHistoryCursor(database, args.after, head)).pos : 0;
    const page = eventPageKey({ applicationId, after, limit, types: args.types ?? null, plugins: [...visiblePlugins], hidden });
    return (await loaders.list(eventsOfApplications, page)).map(({ page: _, ...row }) => toEventRow(row, head.epoch));
  });
}

async function pageOf(args: PageOfEvents, { lender }: GraphContext, read: (limit: number) => Promise<EventRow[]>) {
  const first = args.first ?? PAGE;
  if (first < 1 || first > MAX_PAGE) throw connectionErrors.error('PAGE_SIZE_INVALID', { max: MAX_PAGE });
  const rows = await read(first + 1);
  const edges = rows.slice(0, first).map((row) => ({ cursor: row.cursor, node: toEvent(row, lender?.code ?? '') }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
