import { type Loaders, loader, type Queryable, type Statement, statement } from '../database';
import { decodeCursor, encodeCursor, type LogPosition } from './cursor';
import { EVENT_HISTORY } from './event-row';
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

const columns = `epoch, pos, first_pos as "firstPos", previous_epoch as "previousEpoch", previous_pos as "previousPos"`;

const head = statement<HeadRow>('events_head', `select ${columns} from core.event_head`);

const THE_ONE = 'head';

/** The head once for all the lists of one request. */
const headOfRequest = loader(
  statement<HeadRow & { readonly key: string }>(
    'events_head_of_request',
    `select wanted.key, ${columns} from unnest($1::text[]) as wanted (key) cross join core.event_head`,
  ),
  (row) => row.key,
);

/** How far back a list goes. */
interface Reach {
  readonly positionOf: Statement<{ pos: string }>;
  requireKept(pos: number, head: LogHead): void;
}

const LOG: Reach = { positionOf: statement('events_position_of', 'select pos from core.event where id = $1'), requireKept };

const HISTORY: Reach = {
  positionOf: statement('events_position_in_history', `select pos from ${EVENT_HISTORY} where id = $1`),
  requireKept: () => {},
};

export async function readHead(database: Queryable): Promise<LogHead> {
  return toHead((await database.query(head))[0]!);
}

/** The head as the first list of this request found it. */
export async function loadHead(loaders: Loaders): Promise<LogHead> {
  return toHead((await loaders.one(headOfRequest, THE_ONE))!);
}

function toHead(row: HeadRow): LogHead {
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
 * Throws `CURSOR_INVALID` (not of this log), `CURSOR_EXPIRED` (older than what is kept) with the fact `resumeAfter` or, after a restore,
 * `CURSOR_EPOCH_CHANGED` with the fact `resumeAfter`: the same place in the restored log, so that nothing is skipped.
 */
export async function resolveCursor(database: Queryable, cursor: string): Promise<LogPosition> {
  return resolveWithin(LOG, database, cursor, await readHead(database));
}

/**
 * As `resolveCursor`, for a list of `EVENT_HISTORY`, which goes back beyond what the log keeps: nothing of it expires.
 * Throws `CURSOR_INVALID`, `CURSOR_EPOCH_CHANGED`.
 */
export function resolveHistoryCursor(database: Queryable, cursor: string, head: LogHead): Promise<LogPosition> {
  return resolveWithin(HISTORY, database, cursor, head);
}

async function resolveWithin(reach: Reach, database: Queryable, cursor: string, now: LogHead): Promise<LogPosition> {
  const position = decodeCursor(cursor);
  if (position.epoch !== now.epoch) {
    const pos = await rebase(reach, database, position, now);
    const id = pos === position.pos ? position.id : null;
    throw eventErrors.error('CURSOR_EPOCH_CHANGED', { resumeAfter: encodeCursor({ epoch: now.epoch, pos, id }) });
  }
  if (position.pos > now.pos) throw eventErrors.error('CURSOR_INVALID');
  reach.requireKept(position.pos, now);
  return position;
}

/** Finds the place of a cursor of an earlier epoch: by its event, else by how far the restored log reached. */
async function rebase(reach: Reach, database: Queryable, position: LogPosition, now: LogHead): Promise<number> {
  const found = position.id ? (await database.query(reach.positionOf, [position.id]))[0] : undefined;
  if (found) return Number(found.pos);
  if (position.epoch !== now.previousEpoch || now.previousPos === null) throw eventErrors.error('CURSOR_INVALID');
  // Its event was lost with the restore: what the reader saw up to the restored end, it still has seen.
  if (position.pos > now.previousPos) return now.previousPos;
  reach.requireKept(position.pos, now);
  return position.pos;
}

/** Throws `CURSOR_EXPIRED` when events after a position are gone; its fact `resumeAfter` is where the oldest one kept follows. */
export function requireKept(pos: number, { epoch, firstPos }: LogHead): void {
  if (pos >= firstPos - 1) return;
  throw eventErrors.error('CURSOR_EXPIRED', { resumeAfter: encodeCursor({ epoch, pos: firstPos - 1, id: null }) });
}
