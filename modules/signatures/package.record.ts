import { listLoader, loader, statement } from '../database';

/** A requested package as resolvers read it. */
export interface PackageRecord {
  readonly id: string;
  readonly documentId: string;
  readonly requestedAt: Date;
  readonly madeAt: Date | null;
  readonly storageKey: string | null;
  readonly size: number | null;
  readonly failure: string | null;
  /** Hexadecimal. */
  readonly sha256: string | null;
}

const columns = `id, document_id as "documentId", requested_at as "requestedAt", made_at as "madeAt", storage_key as "storageKey", size, failure,
  encode(sha256, 'hex') as sha256`;

export const packageById = loader(
  statement<PackageRecord>('evidence_package_by_id', `select ${columns} from core.evidence_package where id = any($1)`),
  (row) => row.id,
);

export const packagesByDocument = listLoader(
  statement<PackageRecord>(
    'evidence_packages_by_document',
    `select ${columns} from core.evidence_package where document_id = any($1) order by requested_at, id`,
  ),
  (row) => row.documentId,
);
