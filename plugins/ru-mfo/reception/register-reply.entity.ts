import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';

export const registers = ['MILITARY', 'REPUTATION'] as const;
/** Whose reply: the unified military register, or a source on business reputation. */
export type Register = (typeof registers)[number];

/** What a register or another source answered about an applicant; never changed, a later reply stands beside it. */
@Entity({ schema: 'ru_mfo', name: 'register_reply' })
@Index('ru_mfo_register_reply_application_idx', ['lenderId', 'applicationId', 'repliedAt'])
@Check('ru_mfo_register_reply_register_check', oneOf('register', registers))
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_register_reply_application_fkey' })
export class RegisterReplyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_register_reply_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_register_reply_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  register!: Register;

  /** Temporary measures in force, or adverse information. */
  @Column('boolean')
  adverse!: boolean;

  /** Who answered, and the number of the answer. */
  @Column('text')
  source!: string;

  @Column('timestamptz', { name: 'replied_at' })
  repliedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
