import { defineExtensionPoint } from '../../schema/base';
import type { Caller } from '../access';
import { type Queryable, statement } from '../database';
import { encodeCursor, type LogPosition } from './cursor';
import type { EventStream } from './event-stream';
import { readHead } from './log-head';

/** Somebody who reads the log, and how far it has come. */
export interface EventReader {
  readonly id: string;
  readonly kind: 'STREAM' | 'WEBHOOK';
  readonly caller: Caller['kind'];
  /** Subject of the caller's token. */
  readonly subject: string;
  readonly lenderId: string;
  readonly position: LogPosition;
  /** Since when it reads. */
  readonly since: Date;
}

/** A reader and how far behind the log it is. */
export interface LaggingReader extends EventReader {
  readonly cursor: string;
  /** Events of the log after the reader's position, whoever they are for. */
  readonly lagPositions: number;
  /** Age of the oldest event of its lender that it has not passed; 0 when there is none. */
  readonly lagSeconds: number;
}

/** Readers beside the streams of the process, such as those that are kept in the database. */
export interface EventReaderSource {
  /** Of the lenders whose rows the database shows. */
  readers(database: Queryable): Promise<readonly EventReader[]>;
}

export const eventReaderSources = defineExtensionPoint<EventReaderSource>('events.reader-source');

// The row is found by the lender's index; the row of the outer query says whose.
const nextAfter = statement<{ lenderId: string; pos: string; at: Date }>(
  'events_next_after',
  `select wanted.lender_id as "lenderId", wanted.pos, next.at
   from unnest($1::uuid[], $2::bigint[]) as wanted (lender_id, pos) cross join lateral (
     select at from core.event where lender_id = wanted.lender_id and pos > wanted.pos order by pos limit 1
   ) as next`,
);

export function readerOf({ id, caller, scope, standing, since }: EventStream): EventReader {
  return { id, kind: 'STREAM', caller: caller.kind, subject: caller.subject, lenderId: scope.lenderId ?? '', position: standing, since };
}

/** How far behind each reader is, at the moment given. */
export async function withLag(database: Queryable, readers: readonly EventReader[], now: Date): Promise<readonly LaggingReader[]> {
  const head = await readHead(database);
  const behind = readers.filter(({ lenderId, position }) => lenderId && position.epoch === head.epoch && position.pos < head.pos);
  const keyOf = (lenderId: string, pos: number) => `${lenderId}/${pos}`;
  const places = new Map(behind.map(({ lenderId, position }) => [keyOf(lenderId, position.pos), { lenderId, pos: position.pos }]));
  const wanted = [...places.values()];
  const rows =
    wanted.length === 0 ? [] : await database.query(nextAfter, [wanted.map(({ lenderId }) => lenderId), wanted.map(({ pos }) => pos)]);
  const oldest = new Map(rows.map(({ lenderId, pos, at }) => [keyOf(lenderId, Number(pos)), at]));
  return readers.map((reader) => {
    const { lenderId, position } = reader;
    const at = oldest.get(keyOf(lenderId, position.pos));
    return {
      ...reader,
      cursor: encodeCursor(position),
      lagPositions: position.epoch === head.epoch ? Math.max(0, head.pos - position.pos) : 0,
      lagSeconds: at ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : 0,
    };
  });
}
