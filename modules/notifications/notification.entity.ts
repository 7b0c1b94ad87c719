import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../clients';
import { LenderEntity } from '../lenders';

/** `CABINET`: read in the client's account; nothing is sent. */
export type NotificationChannel = 'SMS' | 'CALL' | 'EMAIL' | 'CABINET';
export type NotificationStatus = 'QUEUED' | 'SENT' | 'FAILED';

/** A message to a client, written with the change that it tells of and sent after the commit. */
@Entity({ schema: 'core', name: 'notification' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'notification_lender_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'notification_client_fkey' })
@Index('notification_client_idx', ['lenderId', 'clientId', 'queuedAt', 'id'])
@Index('notification_due_idx', ['nextAttemptAt'], { where: "status = 'QUEUED'" })
@Check('notification_channel_check', "channel in ('SMS', 'CALL', 'EMAIL', 'CABINET')")
@Check('notification_status_check', "status in ('QUEUED', 'SENT', 'FAILED')")
export class NotificationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'notification_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_pkey' })
  id!: string;

  /** Null: to somebody who is no client yet. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  /** What it is about; no key, since applications are made of clients and this table of both. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('text')
  channel!: NotificationChannel;

  /** What it is, for machines, such as `CONFIRMATION_CODE`. */
  @Column('text')
  kind!: string;

  /** Phone in E.164 or e-mail address; null in the cabinet. */
  @Column('bytea', { name: 'target_enc', nullable: true })
  targetEnc!: Buffer | null;

  /** Of an e-mail; nothing personal. */
  @Column('text', { nullable: true })
  subject!: string | null;

  /** The text, with `{secret}` in the place of a secret. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  /** Kept until the message was sent or given up, then null. */
  @Column('bytea', { name: 'secret_enc', nullable: true })
  secretEnc!: Buffer | null;

  /** The clause that demands this message. */
  @Column('text', { nullable: true })
  clause!: string | null;

  @Column('text')
  status!: NotificationStatus;

  @Column('integer')
  attempts!: number;

  /** Also the lease: while a message is being sent, nobody else sends it. */
  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  /** After it the message would only mislead and is given up. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** When the provider told that it had arrived; null where it told nothing, or not yet. */
  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  /** Why it was not sent, as a code. */
  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: string | null;
}
