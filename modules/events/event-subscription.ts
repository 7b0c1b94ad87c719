import { badUserInput, fromGlobalId } from '../../schema/base';
import type { GraphContext } from '../commands';
import type { EventFilter } from './event-filter';
import type { EventStream } from './event-stream';
import { hiddenTypes } from './event-types';

/** What readers of events may narrow by, as GraphQL arguments. */
export interface EventArguments {
  /** Cursor of the last event that the reader has. */
  readonly after?: string | null;
  readonly types?: readonly string[] | null;
  /** Global id of an application. */
  readonly applicationId?: string | null;
  /** Global id of what changed. */
  readonly subjectId?: string | null;
  /** Global id of a client. */
  readonly clientId?: string | null;
  /** Code of a plugin. */
  readonly plugin?: string | null;
}

const notAnId = {
  en: '{argument}: send an id that the graph gave you{of}.',
  ru: '{argument}: передайте идентификатор, полученный от графа{of}.',
  be: '{argument}: перадайце ідэнтыфікатар, атрыманы ад графа{of}.',
};

function readId(argument: string, id: string, type?: string): { type: string; id: string } {
  const key = fromGlobalId(id);
  if (key && (!type || key.type === type)) return key;
  throw badUserInput(notAnId, { argument, of: type ? ` (${type})` : '' });
}

/** What decides which events exist for a caller. */
export type EventRights = Pick<GraphContext, 'visiblePlugins' | 'eventTypes' | 'caller'>;

/**
 * The filter of a caller's arguments. Events of plugins outside the caller's schema do not exist for it, nor do those
 * whose type needs a scope that it does not hold.
 */
export function filterOf(args: EventArguments, { visiblePlugins, eventTypes, caller }: EventRights): EventFilter {
  return {
    visiblePlugins,
    hiddenTypes: hiddenTypes(eventTypes, caller.scopes),
    ...(args.types ? { types: args.types } : {}),
    ...(args.applicationId != null ? { applicationId: readId('applicationId', args.applicationId, 'Application').id } : {}),
    ...(args.clientId != null ? { clientId: readId('clientId', args.clientId, 'Client').id } : {}),
    ...(args.plugin != null ? { plugin: args.plugin } : {}),
    ...(args.subjectId != null ? { subject: readId('subjectId', args.subjectId) } : {}),
  };
}

/**
 * Opens the event stream of one GraphQL subscription: back-fill after `after`, then live, as far as the caller may see.
 * The iterator yields `EventRow`s and rejects with `StreamEnded` when it is ended from this side; each row's `cursor`
 * is what the subscription's payload shows as `cursor`. A module builds a subscription of its own on it:
 *
 * ```ts
 * @Subscription(() => ThingChanged, {
 *   description: '…',
 *   subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ThingChanged'] }, context),
 * })
 * @Scoped('things:read')
 * thingChanged(@Root() event: EventRow, @Args(() => EventStreamArgs) _args: EventStreamArgs, @Ctx() context: GraphContext): ThingChanged {
 *   return { ...noticeOf(event, context), thingId: toGlobalId('Thing', event.subject.id) };
 * }
 * ```
 */
export async function eventSubscription(args: EventArguments, context: GraphContext): Promise<EventStream> {
  const { database, caller, streams } = context;
  return streams.open({ database, caller, filter: filterOf(args, context), after: args.after });
}
