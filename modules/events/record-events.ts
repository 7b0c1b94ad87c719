import type { Temporal } from 'temporal-polyfill';
import { statement, type Transaction, uuidv7 } from '../database';
import type { NewEvent } from './new-event';

/** What all events of one command share. */
export interface EventCause {
  readonly lenderId: string;
  /** `KIND:subject` of the caller; never personal data. */
  readonly actor: string;
  readonly command: string;
  readonly at: Temporal.Instant;
}

// The identity column is drawn after the sort, so the order of the array is the order of `seq`.
const insertEvents = statement<never>(
  'events_insert',
  `insert into core.event_inbox
     (lender_id, actor, command, at, id, type, schema_version, subject_type, subject_id, application_id, client_id, plugin, clause, payload)
   select $1, $2, $3, $4, e.id, e.type, e.schema_version, e.subject_type, e.subject_id, e.application_id, e.client_id, e.plugin, e.clause, e.payload::jsonb
   from unnest($5::uuid[], $6::text[], $7::int[], $8::text[], $9::text[], $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[])
     with ordinality as e(id, type, schema_version, subject_type, subject_id, application_id, client_id, plugin, clause, payload, place)
   order by e.place`,
);

/**
 * Writes events into the inbox, in the transaction of the change that they tell of and in the order given.
 * The caller holds the lock of each subject's row until the commit: that makes commit order the order of the log.
 * Answers the events' ids.
 */
export async function recordEvents(transaction: Transaction, cause: EventCause, events: readonly NewEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const ids = events.map(() => uuidv7(cause.at.epochMilliseconds));
  const column = <T>(of: (event: NewEvent) => T) => events.map(of);
  await transaction.query(insertEvents, [
    cause.lenderId,
    cause.actor,
    cause.command,
    cause.at.toString(),
    ids,
    column((event) => event.type),
    column((event) => event.schemaVersion ?? 1),
    column((event) => event.subject.type),
    column((event) => event.subject.id),
    column((event) => event.applicationId ?? null),
    column((event) => event.clientId ?? null),
    column((event) => event.plugin ?? null),
    column((event) => event.clause ?? null),
    column((event) => JSON.stringify(event.payload)),
  ]);
  return ids;
}
