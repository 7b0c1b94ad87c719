import { statement } from '../database';
import type { AuditDetails, AuditOutcome } from './audit-entry.entity';

/** An entry as it is hashed and exported. Hashes are lower-case hex; `at` is UTC with microseconds, as stored. */
export interface SealedEntry {
  readonly lenderId: string;
  readonly id: string;
  /** Place in the lender's chain, from 1, without holes. */
  readonly no: number;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly subject: string };
  readonly command: string;
  readonly plugin: string | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
  readonly requestId: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** An entry before it has a place in the chain. */
export type UnsealedEntry = Omit<SealedEntry, 'no' | 'prevHash' | 'hash'>;

/** What the statements of this folder answer for an entry. */
export interface EntryRow {
  readonly lenderId: string;
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorSubject: string;
  readonly command: string;
  readonly plugin: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
  readonly requestId: string;
}

export const ENTRY_COLUMNS = `lender_id as "lenderId", id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor_kind as "actorKind", actor_subject as "actorSubject", command, plugin_id as plugin,
  subject_type as "subjectType", subject_id as "subjectId", outcome, details, request_id as "requestId"`;

export function entryOf(row: EntryRow): UnsealedEntry {
  return {
    lenderId: row.lenderId,
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind, subject: row.actorSubject },
    command: row.command,
    plugin: row.plugin,
    subject: row.subjectType === null || row.subjectId === null ? null : { type: row.subjectType, id: row.subjectId },
    outcome: row.outcome,
    details: row.details,
    requestId: row.requestId,
  };
}

/** Sealed entries of one lender after a number, in the order of the chain. */
export const readSealed = statement<EntryRow & { readonly no: string; readonly prevHash: string; readonly hash: string }>(
  'audit_read_sealed',
  `select ${ENTRY_COLUMNS}, no, encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
   from core.audit_entry where lender_id = $1 and no > $2 and no <= $3 order by no limit $4`,
);
