import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

/** `WITHDRAWN`: clean, but staff took it out of use. */
export const uploadStates = ['CLEAN', 'MALICIOUS', 'WITHDRAWN'] as const;
export type UploadState = (typeof uploadStates)[number];

/** What the check of an uploaded file found; a file is used only while it is clean. Keyed by the file's id. */
@Entity({ schema: 'by_leasing', name: 'upload_check' })
@Check('by_leasing_upload_check_state_check', oneOf('state', uploadStates))
@Check('by_leasing_upload_check_withdrawn_check', "(state = 'WITHDRAWN') = (withdrawn_at is not null)")
@Index('by_leasing_upload_check_client_idx', ['lenderId', 'clientId', 'checkedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_upload_check_client_fkey' })
export class UploadCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_upload_check_pkey' })
  lenderId!: string;

  /** The file's. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_upload_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  state!: UploadState;

  /** Which scanner looked. */
  @Column('text')
  scanner!: string;

  /** What it found, by its own name. */
  @Column('text', { nullable: true })
  signature!: string | null;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;

  /** Why staff withdrew it. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
