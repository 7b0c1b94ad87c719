import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

/** Data of registration that a client tells a change of; the phone is told of at an office alone. */
export const changedFields = ['SURNAME', 'FIRST_NAME', 'PATRONYMIC', 'ORGANISATION_NAME', 'ADDRESS', 'IDENTITY_DOCUMENT', 'PHONE'] as const;
export type ChangedField = (typeof changedFields)[number];

export const noticeChannels = ['CABINET', 'OFFICE'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** A client's notice that its data changed, with the term that it had for it (уведомление об изменении данных). */
@Entity({ schema: 'by_leasing', name: 'data_change' })
@Check('by_leasing_data_change_channel_check', oneOf('channel', noticeChannels))
@Check('by_leasing_data_change_phone_check', "not ('PHONE' = any (fields)) or channel = 'OFFICE'")
@Index('by_leasing_data_change_client_idx', ['lenderId', 'clientId', 'noticedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_data_change_client_fkey' })
export class DataChangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_data_change_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_data_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { array: true })
  fields!: ChangedField[];

  /** The new values in the client's words, encrypted. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  @Column('text')
  channel!: NoticeChannel;

  /** The day of the change, and the last one for the notice. */
  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('timestamptz', { name: 'noticed_at' })
  noticedAt!: Date;

  @Column('boolean')
  late!: boolean;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
