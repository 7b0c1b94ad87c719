import { type RowScope, type ScopedDatabase, type Statement, statement } from '../database';
import { conditionsOf, type EventFilter } from './event-filter';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, toEventRow } from './event-row';
import { readHead, requireKept, resolveCursor } from './log-head';

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

/** Reads a range of which nothing is gone. Throws `CURSOR_EXPIRED` where the retention has overtaken the reader. */
export async function readRange(database: ScopedDatabase, filter: EventFilter, range: EventRange, epoch: string): Promise<EventRow[]> {
  const rows = await readWhatIsKept(database, filter, range, epoch);
  // Asked afterwards: what was there then was there before.
  requireKept(range.after, await readHead(database));
  return rows;
}

async function readWhatIsKept(database: ScopedDatabase, filter: EventFilter, range: EventRange, epoch: string): Promise<EventRow[]> {
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
    const through = Number.MAX_SAFE_INTEGER;
    if (after == null) {
      const { epoch } = await readHead(database);
      return readWhatIsKept(database, filter, { after: 0, through, limit }, epoch);
    }
    const { pos, epoch } = await resolveCursor(database, after);
    return readRange(database, filter, { after: pos, through, limit }, epoch);
  },
});
