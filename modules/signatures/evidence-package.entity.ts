import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DocumentEntity } from '../documents';

/** A request for a document's evidence package, and the package once it is made. */
@Entity({ schema: 'core', name: 'evidence_package' })
@Check('evidence_package_sha256_check', 'octet_length(sha256) = 32')
@Check('evidence_package_made_check', 'num_nulls(made_at, storage_key, size, sha256) in (0, 4) and (failure is null or made_at is null)')
@Index('evidence_package_document_idx', ['lenderId', 'documentId'])
@Index('evidence_package_waiting_idx', ['requestedAt'], { where: 'made_at is null and failure is null' })
@ForeignKey(() => DocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'evidence_package_document_fkey' })
export class EvidencePackageEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'evidence_package_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_package_pkey' })
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Kind and subject of the caller. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'made_at', nullable: true })
  madeAt!: Date | null;

  @Column('text', { name: 'storage_key', nullable: true })
  storageKey!: string | null;

  /** Bytes. */
  @Column('integer', { nullable: true })
  size!: number | null;

  /** Why it will never be made. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('bytea', { nullable: true })
  sha256!: Buffer | null;
}
