import { type CommandContext, Refusal } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { type LeasingDocumentRecord, lockLeasingDocumentRow } from './document.record';
import { type ExchangeDirection, ExchangeEntity } from './exchange.entity';
import { type DocumentState, nextStates } from './kinds';

const save = statement<never>(
  'by_leasing_document_save',
  `update by_leasing.document set state = $2, path = $3, fields_enc = $4, core_document_id = $5, formed_at = $6, offered_at = $7,
     reviewed_at = $8, summary_confirmed_at = $9, signed_at = $10, sent_at = $11, copy_certified_at = $12, copy_certified_by = $13
   where id = $1`,
);

export const DOCUMENT_PATH = ['input', 'documentId'] as const;

/** Locks a document's row. @throws Refusal BY_LEASING_DOCUMENT_NOT_FOUND, also for rows that the caller may not see */
export async function lockLeasingDocument(context: CommandContext, id: string): Promise<LeasingDocumentRecord> {
  const [row] = await context.transaction.query(lockLeasingDocumentRow, [id]);
  if (!row) throw new Refusal([formFinding('BY_LEASING_DOCUMENT_NOT_FOUND', DOCUMENT_PATH)]);
  return row;
}

/** Whether the client sees a document: one of the lender not before the lender has signed it (agreement, 3.11). */
export const isShown = ({ flow, offeredAt }: Pick<LeasingDocumentRecord, 'flow' | 'offeredAt'>): boolean =>
  flow === 'CLIENT_ORIGINATED' || offeredAt !== null;

/** A document of whoever calls, locked. @throws Refusal BY_LEASING_DOCUMENT_NOT_FOUND */
export async function lockOwnDocument(context: CommandContext, id: string): Promise<LeasingDocumentRecord> {
  const document = await lockLeasingDocument(context, id);
  const own = context.caller.kind === 'CLIENT' && context.caller.clientId === document.clientId;
  if (!own) throw new Refusal([formFinding('BY_LEASING_DOCUMENT_NOT_FOUND', DOCUMENT_PATH)]);
  refuse(
    uphold(
      cite('by-leasing/3.11/p1/lender-signs-first'),
      isShown(document),
      'BY_LEASING_LENDER_EDS_MISSING',
      {},
      { path: [...DOCUMENT_PATH] },
    ),
  );
  return document;
}

/** Refuses what would alter a document that is signed. @throws Refusal BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE */
export function requireUnsigned(document: LeasingDocumentRecord): void {
  refuse(
    uphold(cite('by-leasing/7.1/p2'), document.signedAt === null, 'BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE', {}, { path: [...DOCUMENT_PATH] }),
  );
}

/** Refuses what does not follow from a document's state. @throws Refusal BY_LEASING_DOCUMENT_STATE_INVALID */
export function requireNext({ state }: LeasingDocumentRecord, to: DocumentState): void {
  if (!nextStates[state].includes(to))
    throw new Refusal([formFinding('BY_LEASING_DOCUMENT_STATE_INVALID', DOCUMENT_PATH, { from: state, to })]);
}

/** Writes a locked document's row as it is now. */
export async function saveDocument(context: CommandContext, document: LeasingDocumentRecord): Promise<LeasingDocumentRecord> {
  const d = document;
  await context.transaction.query(save, [
    ...[d.id, d.state, d.path, d.fieldsEnc, d.coreDocumentId, d.formedAt, d.offeredAt],
    ...[d.reviewedAt, d.summaryConfirmedAt, d.signedAt, d.sentAt, d.copyCertifiedAt, d.copyCertifiedBy],
  ]);
  return document;
}

/** What happened to a document; in the order in which it may. */
export type DocumentStep =
  | 'CREATED'
  | 'FILLED'
  | 'FORMED'
  | 'SIGNED_BY_LENDER'
  | 'REVIEWED'
  | 'SUMMARY_CONFIRMED'
  | 'SIGNED'
  | 'AGREED'
  | 'SENT'
  | 'RETURNED'
  | 'COPY_CERTIFIED'
  | 'VOID';

/** Tells of a step; each is recorded by itself. The document's row is locked, or was inserted by this command. */
export function tellStep(context: CommandContext, document: LeasingDocumentRecord, step: DocumentStep, clause?: string): void {
  context.emit({
    type: 'ByLeasingDocumentStep',
    subject: { type: 'ByLeasingDocument', id: document.id },
    ...(document.applicationId ? { applicationId: document.applicationId } : {}),
    clientId: document.clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { byLeasingDocumentId: document.id, kind: document.kind, step, state: document.state },
  });
}

/** Enters a hand-over in the log of the remote-service system (СДО). */
export async function logExchange(context: CommandContext, document: LeasingDocumentRecord, direction: ExchangeDirection): Promise<void> {
  enforce(cite('by-leasing/1/sdo'));
  await context.transaction.insert(ExchangeEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    documentId: document.id,
    clientId: document.clientId,
    direction,
    at: momentOf(context),
  });
}
