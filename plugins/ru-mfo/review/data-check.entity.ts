import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';

export const contactChannels = ['PHONE', 'EMAIL', 'CHAT', 'OTHER'] as const;
/** By which way somebody was asked to confirm what an application says. */
export type ContactChannel = (typeof contactChannels)[number];

export const contactResults = ['CONFIRMED', 'NOT_CONFIRMED'] as const;
export type ContactResult = (typeof contactResults)[number];

/** A finished check of the data and documents of an application (проверка сведений). Evidence: a later one stands beside it. */
@Entity({ schema: 'ru_mfo', name: 'data_check' })
@Index('ru_mfo_data_check_application_idx', ['lenderId', 'applicationId', 'checkedAt'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_data_check_application_fkey' })
export class DataCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_data_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_data_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Names of the data that proved false; empty when all held. */
  @Column('text', { name: 'false_data', array: true })
  falseData!: string[];

  @Column('text', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}

/** One call or message by which an application's data were confirmed or not. */
@Entity({ schema: 'ru_mfo', name: 'verification_contact' })
@Index('ru_mfo_verification_contact_application_idx', ['lenderId', 'applicationId', 'heldAt'])
@Check('ru_mfo_verification_contact_channel_check', oneOf('channel', contactChannels))
@Check('ru_mfo_verification_contact_result_check', oneOf('result', contactResults))
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], {
  name: 'ru_mfo_verification_contact_application_fkey',
})
export class VerificationContactEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_verification_contact_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_verification_contact_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  channel!: ContactChannel;

  /** Name of the data that were asked about, a code. */
  @Column('text')
  subject!: string;

  @Column('text')
  result!: ContactResult;

  /** When it was held, as the officer says. */
  @Column('timestamptz', { name: 'held_at' })
  heldAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
