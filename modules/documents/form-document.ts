import { type CommandContext } from '../commands';
import { fieldAad, fieldCipherPort, uuidv7 } from '../database';
import { CANONICAL_FORM, canonicalText, digestOf } from './canonical-text';
import { changeStatus, tellOfDocument } from './change-document';
import { DocumentEntity } from './document.entity';
import type { DocumentRecord } from './document.record';
import type { DocumentContent } from './document-content';
import type { DocumentForm } from './document-status';
import { type DocumentTemplate, documentTemplates } from './extension-points';

export interface DocumentToForm<Values> {
  /** The plugin whose template it is. */
  readonly plugin: string;
  readonly template: DocumentTemplate<Values>;
  readonly values: Values;
  readonly clientId: string;
  readonly applicationId?: string;
  readonly contractId?: string;
  readonly editionId?: string | null;
  readonly form: DocumentForm;
  /** Published at once, in the same command. */
  readonly publish?: boolean;
}

/**
 * Makes a document from a template inside a command: canonical text, hash, content, row and event.
 * It is a DRAFT unless published at once; nothing is printed here.
 */
export async function formDocument<Values>(context: CommandContext, request: DocumentToForm<Values>): Promise<DocumentRecord> {
  const { template, values } = request;
  requireRegistered(context, request.plugin, template);
  const id = uuidv7(context.now.epochMilliseconds);
  const lenderId = context.lender.id;
  const title = template.title[template.locale];
  const canonical = canonicalText(template.fields(values));
  const content: DocumentContent = { title, blocks: template.layout(values) };
  const sha256 = digestOf(canonical);
  const cipher = context.ports.get(fieldCipherPort);
  const sealed = (column: 'canonical' | 'content', text: string) =>
    cipher.encrypt(text, fieldAad({ lenderId, table: 'core.document', id, column }));
  const at = new Date(context.now.epochMilliseconds);
  const row = {
    id,
    clientId: request.clientId,
    applicationId: request.applicationId ?? null,
    contractId: request.contractId ?? null,
    pluginId: request.plugin,
    kind: template.kind,
    title,
    locale: template.locale,
    editionId: request.editionId ?? null,
    form: request.form,
    status: 'DRAFT' as const,
    createdAt: at,
  };
  await context.transaction.insert(DocumentEntity, {
    ...row,
    lenderId,
    templateId: template.id,
    templateVersion: template.version,
    canonicalForm: CANONICAL_FORM,
    canonical: sealed('canonical', canonical),
    content: sealed('content', JSON.stringify(content)),
    sha256,
    pdfKey: `documents/${lenderId}/${id}`,
    statusChangedAt: at,
  });
  const record: DocumentRecord = { ...row, sha256: sha256.toString('hex') };
  tellOfDocument(context, record, null);
  return request.publish ? changeStatus(context, record, 'PUBLISHED') : record;
}

/** A wiring error, found by the first test: what is signed must come from a template that can be shown and compared. */
function requireRegistered(context: CommandContext, plugin: string, template: { readonly id: string; readonly version: number }): void {
  const known = context.extensions
    .of(documentTemplates, plugin)
    .some(({ id, version }) => id === template.id && version === template.version);
  if (!known) throw new Error(`${plugin} does not contribute the template ${template.id}, version ${template.version}.`);
}
