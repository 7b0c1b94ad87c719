import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../clients';
import { oneOf } from '../../database';

export const fileStates = ['REQUESTED', 'STORED'] as const;

/** `REQUESTED`: a place was given, nothing has arrived. `STORED`: arrived whole, with the promised size, type and hash. */
export type FileState = (typeof fileStates)[number];

/** An uploaded file: what was promised when its place was asked for, and whether it has come. */
@Entity({ schema: 'core', name: 'file' })
@Check('file_state_check', oneOf('state', fileStates))
@Check('file_size_check', 'size > 0')
@Check('file_sha256_check', 'octet_length(sha256) = 32')
@Check('file_stored_check', "(state = 'STORED') = (stored_at is not null)")
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'file_client_fkey' })
@Index('file_client_idx', ['lenderId', 'clientId'])
export class FileEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'file_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_pkey' })
  id!: string;

  /** The borrower who uploads; null for files of the lender's own people. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column('text')
  purpose!: string;

  /** The name that the uploader gave it, encrypted: such names often hold people's names. */
  @Column('bytea', { name: 'file_name' })
  fileName!: Buffer;

  @Column('text', { name: 'content_type' })
  contentType!: string;

  /** Bytes. */
  @Column('integer')
  size!: number;

  @Column('bytea')
  sha256!: Buffer;

  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  @Column('text')
  state!: FileState;

  /** Kind and subject of the caller. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'stored_at', nullable: true })
  storedAt!: Date | null;
}
