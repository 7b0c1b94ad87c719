import type { NodeLookup } from '../../schema/base';
import type { GraphContext } from '../commands';
import { loader, statement } from '../database';
import { toEvent } from './event.type';
import { EVENT_COLUMNS, EVENT_HISTORY, type StoredEvent, toEventRow } from './event-row';
import { hiddenTypes } from './event-types';

type EventInEpoch = StoredEvent & { readonly epoch: string };

const eventsById = loader(
  statement<EventInEpoch>(
    'events_by_id',
    `select ${EVENT_COLUMNS}, (select epoch from core.event_head) as epoch from ${EVENT_HISTORY} where id = any($1::uuid[])`,
  ),
  (row) => row.id,
);

/** `node(id)` of an event; what belongs to a plugin outside the caller's schema is not found. */
export const eventNode: NodeLookup = {
  type: 'Event',
  async load({ loaders, visiblePlugins, eventTypes, caller, lender }: GraphContext, id: string) {
    const stored = await loaders.one(eventsById, id);
    if (!stored || !lender || (stored.plugin && !visiblePlugins.has(stored.plugin))) return null;
    if (hiddenTypes(eventTypes, caller.scopes).has(stored.type)) return null;
    const { epoch, ...row } = stored;
    return toEvent(toEventRow(row, epoch), lender.code);
  },
};
