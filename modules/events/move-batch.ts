import { statement, type Transaction } from '../database';

/** Channel on which the sequencer tells of each batch; the payload is the new head position. */
export const EVENT_CHANNEL = 'lexgraph_event';

// 'lexgraph' in ASCII: one lock per database, since advisory locks are per database.
const LEADER_LOCK = '7810781514439946344';

// A leader that hangs between statements would stop the log: the server ends its transaction.
const takeLead = statement<{ leading: boolean }>(
  'events_take_lead',
  `select pg_try_advisory_xact_lock(${LEADER_LOCK}) as leading, set_config('idle_in_transaction_session_timeout', '5s', true)`,
);

const lockHead = statement<{ room: number; low: boolean }>(
  'events_lock_head',
  `select least(partitioned_to - pos - 1, 1000000000)::int as room, partitioned_to - pos - 1 < partition_size as low
   from core.event_head for update`,
);

const extendLog = statement<never>('events_extend_log', 'select core.extend_event_log()');

/** Of one snapshot: the lowest `seq`s leave the inbox, get dense positions after the head, and the head moves with them. */
const move = statement<{ moved: number; pos: string | null }>(
  'events_move',
  `with moved as (
     delete from core.event_inbox
     where seq <= (select max(seq) from (select seq from core.event_inbox order by seq limit $1) as lowest)
     returning *
   ), logged as (
     insert into core.event
       (pos, lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, plugin, actor, command, clause, payload)
     select head.pos + row_number() over (order by seq),
       lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, plugin, actor, command, clause, payload
     from moved, core.event_head as head
     returning 1
   ), counted as (
     select count(*)::int as moved from logged
   ), advanced as (
     update core.event_head set pos = pos + counted.moved from counted where counted.moved > 0 returning pos
   )
   select counted.moved, (select pos from advanced) as pos, (select pg_notify('${EVENT_CHANNEL}', advanced.pos::text) from advanced) from counted`,
);

/** What one transaction of the sequencer did; not `leading`: another process leads. `more`: the inbox may hold further rows. */
export type BatchOutcome =
  | { readonly leading: false }
  | {
      readonly leading: true;
      readonly moved: number;
      /** Position of the last event moved; null when there was none. */
      readonly through: number | null;
      readonly more: boolean;
    };

/**
 * Moves at most `size` events from the inbox to the log, inside the given transaction.
 * The head is locked in a statement of its own, so that the move sees what was committed up to then:
 * an event is never placed behind one of its own subject that was committed before it.
 */
export async function moveBatch(transaction: Transaction, size: number): Promise<BatchOutcome> {
  const [lead] = await transaction.query(takeLead);
  if (!lead?.leading) return { leading: false };
  let head = (await transaction.query(lockHead))[0]!;
  if (head.low) {
    await transaction.query(extendLog);
    head = (await transaction.query(lockHead))[0]!;
  }
  const limit = Math.min(size, head.room);
  const [batch] = await transaction.query(move, [limit]);
  const { moved, pos } = batch!;
  return { leading: true, moved, through: pos === null ? null : Number(pos), more: moved === limit };
}
