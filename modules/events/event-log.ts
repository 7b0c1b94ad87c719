import { type RowScope, type ScopedDatabase, type Statement, statement } from '../database';
import { conditionsOf, type EventFilter } from './event-filter';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, toEventRow } from './event-row';
import { readHead, resolveCursor } from './log-head';

export interface EventRange {
  /** Exclusive. */
  readonly after: number;
  /** Inclusive. */
  readonly through: number;
  readonly limit: number;
}

/** The one query by which events are read: a range of positions, in their order. */
export function eventQuery(filter: EventFilter, scope: RowScope, range: EventRange): { query: Statement<StoredEvent>; values: unknown[] } {
  const conditions = conditionsOf(filter, scope);
  const values: unknown[] = [range.after, range.through, range.limit];
  const placeholder = (value: unknown) => `$${values.push(value)}`;
  const narrowed = conditions.map((condition) => ` and ${condition.sql(placeholder)}`).join('');
  const text = `select ${EVENT_COLUMNS} from core.event where pos > $1 and pos <= $2${narrowed} order by pos limit $3`;
  return { query: statement(`events_read_${conditions.map((condition) => condition.key).join('')}`, text), values };
}

export async function readRange(database: ScopedDatabase, filter: EventFilter, range: EventRange, epoch: string): Promise<EventRow[]> {
  const { query, values } = eventQuery(filter, database.scope, range);
  return (await database.query(query, values)).map((row) => toEventRow(row, epoch));
}

export interface EventRequest extends EventFilter {
  /** Cursor of the last event that the reader has; without it, from the oldest one kept. */
  readonly after?: string | null;
  readonly limit: number;
}

/** The event log as a list. */
export const EventLog = Object.freeze({
  /** Events after a cursor, in the order of the log, as far as the scope may see them. Throws the cursor's codes. */
  async read(database: ScopedDatabase, { after, limit, ...filter }: EventRequest): Promise<EventRow[]> {
    const start = after != null ? await resolveCursor(database, after) : { pos: 0, epoch: (await readHead(database)).epoch };
    return readRange(database, filter, { after: start.pos, through: Number.MAX_SAFE_INTEGER, limit }, start.epoch);
  },
});
