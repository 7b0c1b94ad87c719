import type { Temporal } from 'temporal-polyfill';
import { statement, type Transaction, uuidv7 } from '../database';
import type { AuditDetails, AuditOutcome } from './audit-entry.entity';

/** One thing that was done or refused. Subjects are ids; nothing here is personal. */
export interface NewAuditEntry {
  /** A new one when nothing is given. */
  readonly id?: string;
  readonly lenderId: string;
  readonly at: Temporal.Instant;
  readonly actor: { readonly kind: string; readonly subject: string };
  readonly command: string;
  readonly plugin: string | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
  readonly requestId: string;
}

const insertEntry = statement<never>(
  'audit_insert',
  `insert into core.audit_entry
     (lender_id, id, at, actor_kind, actor_subject, command, plugin_id, subject_type, subject_id, outcome, details, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/**
 * Writes an entry in the transaction of what it tells of, so that neither exists without the other.
 * Takes no lock beyond its own row; the sealer chains it after the commit.
 */
export async function recordAudit(transaction: Transaction, entry: NewAuditEntry): Promise<void> {
  await transaction.query(insertEntry, [
    entry.lenderId,
    entry.id ?? uuidv7(entry.at.epochMilliseconds),
    // Milliseconds, as cursors keep them.
    new Date(entry.at.epochMilliseconds),
    entry.actor.kind,
    entry.actor.subject,
    entry.command,
    entry.plugin,
    entry.subject?.type ?? null,
    entry.subject?.id ?? null,
    entry.outcome,
    JSON.stringify(entry.details),
    entry.requestId,
  ]);
}
