import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { NoticeEntity } from './notice.entity';
import { type NoticeWay, noticeWays } from './notice-table';

/** One way in which a notice went: to which address, when, and when it counts as received (доставка уведомления). */
@Entity({ schema: 'by_pledge', name: 'notice_delivery' })
@Index('by_pledge_notice_delivery_way_key', ['lenderId', 'noticeId', 'partyClientId', 'way'], { unique: true })
@Check('by_pledge_notice_delivery_way_check', oneOf('way', noticeWays))
@ForeignKey(() => NoticeEntity, ['lenderId', 'noticeId'], ['lenderId', 'id'], { name: 'by_pledge_notice_delivery_notice_fkey' })
export class NoticeDeliveryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_notice_delivery_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_notice_delivery_pkey' })
  id!: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The person on the pledgor's side to whom it goes, or who sends it. */
  @Column('uuid', { name: 'party_client_id' })
  partyClientId!: string;

  @Column('text')
  way!: NoticeWay;

  /** Encrypted. */
  @Column('bytea', { name: 'address_enc' })
  addressEnc!: Buffer;

  /** False for a courtesy copy, which starts no clock. */
  @Column('boolean')
  counts!: boolean;

  @Column('date', { name: 'sent_on' })
  sentOn!: string;

  @Column('date', { name: 'first_attempt_on', nullable: true })
  firstAttemptOn!: string | null;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn!: string | null;

  /** When it was signed in the lender's office. */
  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('date', { name: 'received_on', nullable: true })
  receivedOn!: string | null;
}
