import { type Queryable, statement } from '../database';

/** Channel on which the sequencer tells of each batch; the payload is the new head position. */
export const EVENT_CHANNEL = 'lexgraph_event';

const move = statement<{ isLeading: boolean; moved: number; through: string | null; more: boolean }>(
  'events_move',
  'select leads as "isLeading", moved_count as moved, through_pos as through, more from core.move_events($1)',
);

/** What one turn of the sequencer did; not `leading`: another process leads. `more`: the inbox may hold further rows. */
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
 * Moves at most `size` events from the inbox to the log, in one statement: a transaction of its own unless it is given one.
 * The head is locked before the move looks, so that it sees what was committed up to then: an event is never placed behind one of
 * its own subject that was committed before it.
 */
export async function moveBatch(database: Queryable, size: number): Promise<BatchOutcome> {
  const { isLeading, moved, through, more } = (await database.query(move, [size]))[0]!;
  return isLeading ? { leading: true, moved, through: through === null ? null : Number(through), more } : { leading: false };
}
