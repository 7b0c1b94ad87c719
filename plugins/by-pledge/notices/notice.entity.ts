import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge';
import { type NoticeKind, noticeKinds } from './notice-table';

/** A notice from one party to the other (уведомление). */
@Entity({ schema: 'by_pledge', name: 'notice' })
@Index('by_pledge_notice_pledge_idx', ['lenderId', 'pledgeId', 'createdAt'])
@Check('by_pledge_notice_kind_check', oneOf('kind', noticeKinds))
@Check('by_pledge_notice_sender_check', "sender in ('PLEDGOR', 'PLEDGEE')")
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_notice_pledge_fkey' })
export class NoticeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_notice_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_notice_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: NoticeKind;

  @Column('text')
  sender!: 'PLEDGOR' | 'PLEDGEE';

  /** What it says, encrypted. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  /** The first day on which a delivery was received. */
  @Column('date', { name: 'received_on', nullable: true })
  receivedOn!: string | null;

  /** The day of the answer to a claim. */
  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
