import { type Queryable, statement } from '../database';
import { decodeCursor, encodeCursor, type LogPosition } from './cursor';
import { eventErrors } from './events.errors';

/** Where the log stands. */
export interface LogHead {
  readonly epoch: string;
  /** Position of the last event; 0 when there is none yet. */
  readonly pos: number;
  /** Oldest position still kept. */
  readonly firstPos: number;
  /** The epoch before the last restore, and how far the restored log reached. */
  readonly previousEpoch: string | null;
  readonly previousPos: number | null;
}

type HeadRow = { [K in keyof LogHead]: string | null };

const head = statement<HeadRow>(
  'events_head',
  `select epoch, pos, first_pos as "firstPos", previous_epoch as "previousEpoch", previous_pos as "previousPos" from core.event_head`,
);

const positionOf = statement<{ pos: string }>('events_position_of', 'select pos from core.event where id = $1');

export async function readHead(database: Queryable): Promise<LogHead> {
  const row = (await database.query(head))[0]!;
  return {
    epoch: row.epoch!,
    pos: Number(row.pos),
    firstPos: Number(row.firstPos),
    previousEpoch: row.previousEpoch,
    previousPos: row.previousPos === null ? null : Number(row.previousPos),
  };
}

/**
 * The position that a cursor stands for in the log of today.
 * Throws `CURSOR_INVALID` (not of this log), `CURSOR_EXPIRED` (older than what is kept) or, after a restore,
 * `CURSOR_EPOCH_CHANGED` with the fact `resumeAfter`: the same place in the restored log, so that nothing is skipped.
 */
export async function resolveCursor(database: Queryable, cursor: string): Promise<LogPosition> {
  const position = decodeCursor(cursor);
  const now = await readHead(database);
  if (position.epoch !== now.epoch) {
    const pos = await rebase(database, position, now);
    const id = pos === position.pos ? position.id : null;
    throw eventErrors.error('CURSOR_EPOCH_CHANGED', { resumeAfter: encodeCursor({ epoch: now.epoch, pos, id }) });
  }
  if (position.pos > now.pos) throw eventErrors.error('CURSOR_INVALID');
  if (position.pos < now.firstPos - 1) throw eventErrors.error('CURSOR_EXPIRED');
  return position;
}

/** Finds the place of a cursor of an earlier epoch: by its event, else by how far the restored log reached. */
async function rebase(database: Queryable, position: LogPosition, now: LogHead): Promise<number> {
  const found = position.id ? (await database.query(positionOf, [position.id]))[0] : undefined;
  if (found) return Number(found.pos);
  if (position.epoch !== now.previousEpoch || now.previousPos === null) throw eventErrors.error('CURSOR_INVALID');
  // Its event was lost with the restore: what the reader saw up to the restored end, it still has seen.
  if (position.pos > now.previousPos) return now.previousPos;
  if (position.pos < now.firstPos - 1) throw eventErrors.error('CURSOR_EXPIRED');
  return position.pos;
}
