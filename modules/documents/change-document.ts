import { type CommandContext, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { type DocumentRecord, lockDocumentRow } from './document.record';
import { type DocumentStatus, nextDocumentStatuses } from './document-status';

const setStatus = statement<never>('document_set_status', 'update core.document set status = $2, status_changed_at = $3 where id = $1');

/**
 * Locks a document's row for the rest of the command, which orders its events.
 * @throws Refusal DOCUMENT_NOT_FOUND, also for rows that the caller may not see
 */
export async function lockDocument(context: CommandContext, id: string): Promise<DocumentRecord> {
  const [row] = await context.transaction.query(lockDocumentRow, [id]);
  if (!row) throw new Refusal([formFinding('DOCUMENT_NOT_FOUND', ['input', 'documentId'])]);
  return row;
}

/** Fixes a draft and shows it to whom it concerns. @throws Refusal DOCUMENT_NOT_FOUND, DOCUMENT_TRANSITION_INVALID */
export const publishDocument = async (context: CommandContext, id: string): Promise<DocumentRecord> =>
  changeStatus(context, await lockDocument(context, id), 'PUBLISHED');

/** All signatures that it needs are there. @throws Refusal DOCUMENT_NOT_FOUND, DOCUMENT_TRANSITION_INVALID */
export const markSigned = async (context: CommandContext, id: string): Promise<DocumentRecord> =>
  changeStatus(context, await lockDocument(context, id), 'SIGNED');

/** It was handed over to its addressee. @throws Refusal DOCUMENT_NOT_FOUND, DOCUMENT_TRANSITION_INVALID */
export const markSent = async (context: CommandContext, id: string): Promise<DocumentRecord> =>
  changeStatus(context, await lockDocument(context, id), 'SENT');

/** It never takes effect, e.g. since its offer ran out. @throws Refusal DOCUMENT_NOT_FOUND, DOCUMENT_TRANSITION_INVALID */
export const voidDocument = async (context: CommandContext, id: string): Promise<DocumentRecord> =>
  changeStatus(context, await lockDocument(context, id), 'VOID');

/** Moves a document whose row is locked, or was inserted by this command, and tells of it. */
export async function changeStatus(context: CommandContext, document: DocumentRecord, to: DocumentStatus): Promise<DocumentRecord> {
  const from = document.status;
  if (!nextDocumentStatuses[from].includes(to)) {
    throw new Refusal([formFinding('DOCUMENT_TRANSITION_INVALID', ['input', 'documentId'], { from, to })]);
  }
  await context.transaction.query(setStatus, [document.id, to, new Date(context.now.epochMilliseconds)]);
  const moved = { ...document, status: to };
  tellOfDocument(context, moved, from);
  return moved;
}

/** The event of a status change; `from` is null for a new document. */
export function tellOfDocument(context: CommandContext, document: DocumentRecord, from: DocumentStatus | null): void {
  context.emit({
    type: 'DocumentStatusChanged',
    subject: { type: 'Document', id: document.id },
    ...(document.applicationId ? { applicationId: document.applicationId } : {}),
    clientId: document.clientId,
    plugin: document.pluginId,
    payload: { documentId: document.id, kind: document.kind, from, to: document.status, sha256: document.sha256 },
  });
}
