import { encodeCursor } from './cursor';

/** One event of the log. */
export interface EventRow {
  readonly pos: number;
  readonly id: string;
  /** Resume after this event with it, on any transport. */
  readonly cursor: string;
  readonly lenderId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly at: Date;
  readonly subject: { readonly type: string; readonly id: string };
  readonly applicationId: string | null;
  readonly clientId: string | null;
  readonly plugin: string | null;
  readonly actor: string;
  readonly command: string;
  readonly clause: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A row as PostgreSQL gives it. */
export type StoredEvent = Omit<EventRow, 'pos' | 'cursor' | 'subject'> & {
  readonly pos: string;
  readonly subjectType: string;
  readonly subjectId: string;
};

export const EVENT_COLUMNS = `pos, id, lender_id as "lenderId", type, schema_version as "schemaVersion", at, subject_type as "subjectType",
  subject_id as "subjectId", application_id as "applicationId", client_id as "clientId", plugin, actor, command, clause, payload`;

/**
 * Where the history of an object is read from, in SQL: the log, and the events of applications that its retention has moved to the archive.
 * Columns are those of `core.event`; the reader sees its own rows. What is read by cursor, page after page of the log, is read from the log.
 */
export const EVENT_HISTORY = 'core.event_history';

export function toEventRow({ subjectType, subjectId, ...row }: StoredEvent, epoch: string): EventRow {
  const pos = Number(row.pos);
  return { ...row, pos, cursor: encodeCursor({ epoch, pos, id: row.id }), subject: { type: subjectType, id: subjectId } };
}
