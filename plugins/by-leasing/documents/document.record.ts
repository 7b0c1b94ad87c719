import { listLoader, loader, statement } from '../../../modules/database';
import type { LeasingDocumentEntity } from './document.entity';

/** A document's row as commands and resolvers read it. */
export type LeasingDocumentRecord = Readonly<Omit<LeasingDocumentEntity, 'lenderId'>> & {
  /** Hexadecimal SHA-256 of the formed text. */
  readonly sha256: string | null;
};

const columns = `d.id, d.client_id as "clientId", d.role, d.application_id as "applicationId", d.contract_id as "contractId", d.kind, d.flow,
  d.state, d.path, d.fields_enc as "fieldsEnc", d.core_document_id as "coreDocumentId", d.created_at as "createdAt", d.formed_at as "formedAt",
  d.offered_at as "offeredAt", d.reviewed_at as "reviewedAt", d.summary_confirmed_at as "summaryConfirmedAt", d.signed_at as "signedAt",
  d.sent_at as "sentAt", d.copy_certified_at as "copyCertifiedAt", d.copy_certified_by as "copyCertifiedBy", encode(c.sha256, 'hex') as sha256`;
const from = `from by_leasing.document d left join core.document c on c.lender_id = d.lender_id and c.id = d.core_document_id`;

const read = (name: string, where: string, order = '') =>
  statement<LeasingDocumentRecord>(`by_leasing_${name}`, `select ${columns} ${from} where ${where}${order}`);

export const leasingDocumentById = loader(read('document_by_id', 'd.id = any($1)'), (row) => row.id);
export const leasingDocumentByCore = loader(read('document_by_core', 'd.core_document_id = any($1)'), (row) => row.coreDocumentId!);
export const leasingDocumentsByApplication = listLoader(
  read('documents_by_application', 'd.application_id = any($1)', ' order by d.created_at, d.id'),
  (row) => row.applicationId!,
);
/** Documents of clients, the latest first, at most 500 of each. */
export const leasingDocumentsByClient = listLoader(
  statement<LeasingDocumentRecord>(
    'by_leasing_documents_by_client',
    `select r.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select ${columns} ${from} where d.client_id = wanted.id order by d.created_at desc, d.id desc limit 500
     ) r order by r."createdAt" desc, r.id desc`,
  ),
  (row) => row.clientId,
);
/** Documents under contracts, the latest first, at most 500 of each. */
export const leasingDocumentsByContract = listLoader(
  statement<LeasingDocumentRecord>(
    'by_leasing_documents_by_contract',
    `select r.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select ${columns} ${from} where d.contract_id = wanted.id order by d.created_at desc, d.id desc limit 500
     ) r order by r."createdAt" desc, r.id desc`,
  ),
  (row) => row.contractId!,
);
export const lockLeasingDocumentRow = read('document_lock', 'd.id = $1', ' for update of d');
