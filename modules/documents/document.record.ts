import type { Locale } from '../../schema/base';
import { listLoader, loader, statement } from '../database';
import type { DocumentForm, DocumentStatus } from './document-status';

/** A document's row as commands, plugins and resolvers read it; the encrypted text is read apart. */
export interface DocumentRecord {
  readonly id: string;
  readonly clientId: string;
  readonly applicationId: string | null;
  readonly contractId: string | null;
  readonly pluginId: string;
  readonly kind: string;
  readonly title: string;
  readonly locale: Locale;
  readonly editionId: string | null;
  readonly form: DocumentForm;
  readonly status: DocumentStatus;
  /** Hexadecimal SHA-256 of the canonical text. */
  readonly sha256: string;
  readonly createdAt: Date;
}

const columns = `id, client_id as "clientId", application_id as "applicationId", contract_id as "contractId", plugin_id as "pluginId",
  kind, title, locale, edition_id as "editionId", form, status, encode(sha256, 'hex') as sha256, created_at as "createdAt"`;

export const documentById = loader(
  statement<DocumentRecord>('document_by_id', `select ${columns} from core.document where id = any($1)`),
  (row) => row.id,
);

export const documentsByApplication = listLoader(
  statement<DocumentRecord>(
    'documents_by_application',
    `select ${columns} from core.document where application_id = any($1) order by created_at, id`,
  ),
  (row) => row.applicationId!,
);

export const lockDocumentRow = statement<DocumentRecord>('document_lock', `select ${columns} from core.document where id = $1 for update`);

/** What is needed to print a document. */
export interface DocumentText {
  readonly id: string;
  readonly content: Buffer;
  readonly pdfKey: string;
}

export const documentTextById = loader(
  statement<DocumentText>('document_text_by_id', 'select id, content, pdf_key as "pdfKey" from core.document where id = any($1)'),
  (row) => row.id,
);
