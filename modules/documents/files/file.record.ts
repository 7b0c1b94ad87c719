import { loader, statement } from '../../database';
import type { FileState } from './file.entity';

/** A file's row as resolvers read it. */
export interface FileRecord {
  readonly id: string;
  readonly purpose: string;
  /** Encrypted. */
  readonly fileName: Buffer;
  readonly contentType: string;
  readonly size: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly storageKey: string;
  readonly state: FileState;
  readonly requestedAt: Date;
  readonly storedAt: Date | null;
}

export const fileById = loader(
  statement<FileRecord>(
    'file_by_id',
    `select id, purpose, file_name as "fileName", content_type as "contentType", size, encode(sha256, 'hex') as sha256,
       storage_key as "storageKey", state, requested_at as "requestedAt", stored_at as "storedAt"
     from core.file where id = any($1)`,
  ),
  (row) => row.id,
);
