import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

/** By the form of technical support, by e-mail to the lender's mailbox, or in writing. */
export const deletionChannels = ['SUPPORT_FORM', 'EMAIL', 'WRITTEN'] as const;
export type DeletionChannel = (typeof deletionChannels)[number];

export const executedCheck = '(executed_at is null) = (executed_by is null)';

/** A client asks that its cabinet be deleted (заявка на удаление личного кабинета). */
@Entity({ schema: 'by_leasing', name: 'deletion_request' })
@Check('by_leasing_deletion_request_channel_check', oneOf('channel', deletionChannels))
@Check('by_leasing_deletion_request_executed_check', executedCheck)
@Index('by_leasing_deletion_request_client_idx', ['lenderId', 'clientId', 'receivedAt'])
@Index('by_leasing_deletion_request_open_key', ['lenderId', 'clientId'], { unique: true, where: 'executed_at is null' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_deletion_request_client_fkey' })
export class DeletionRequestEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_deletion_request_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_deletion_request_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  channel!: DeletionChannel;

  /** What it says, as JSON, encrypted. */
  @Column('bytea', { name: 'content_enc' })
  contentEnc!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('text', { name: 'executed_by', nullable: true })
  executedBy!: string | null;

  @Column('timestamptz', { name: 'executed_at', nullable: true })
  executedAt!: Date | null;

  /** What went, and what had to stay. */
  @Column('text', { array: true })
  removed!: string[];

  @Column('text', { array: true })
  retained!: string[];
}
