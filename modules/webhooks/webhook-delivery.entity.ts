import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database';
import { WebhookEntity } from './webhook.entity';

/** `WAITING`: behind an earlier one of its application. `DUE`: first of its application, being sent or tried again. */
export const deliveryStatuses = ['WAITING', 'DUE', 'DELIVERED', 'DEAD_LETTER'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const deliveryKinds = ['LIVE', 'REPLAY', 'TEST'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** SQL: exactly what is over has its moment. */
export const finishedCheck = "(status in ('DELIVERED', 'DEAD_LETTER')) = (finished_at is not null)";

/** One event for one endpoint, with the body as it is sent each time. */
@Entity({ schema: 'core', name: 'webhook_delivery' })
@ForeignKey(() => WebhookEntity, ['lenderId', 'webhookId'], ['lenderId', 'id'], { name: 'webhook_delivery_webhook_fkey' })
@Index('webhook_delivery_page_idx', ['lenderId', 'webhookId', 'createdAt', 'id'])
@Index('webhook_delivery_live_key', ['lenderId', 'webhookId', 'eventId'], { unique: true, where: "kind = 'LIVE'" })
@Index('webhook_delivery_head_key', ['lenderId', 'webhookId', 'orderKey'], { unique: true, where: "status = 'DUE'" })
@Index('webhook_delivery_due_idx', ['lenderId', 'webhookId', 'nextAttemptAt'], { where: "status = 'DUE'" })
@Index('webhook_delivery_line_idx', ['lenderId', 'webhookId', 'orderKey', 'seq'], { where: "status = 'WAITING'" })
@Index('webhook_delivery_dead_idx', ['lenderId', 'webhookId', 'seq'], { where: "status = 'DEAD_LETTER'" })
@Index('webhook_delivery_finished_idx', ['finishedAt'], { where: 'finished_at is not null and body_enc is not null' })
@Check('webhook_delivery_status_check', oneOf('status', deliveryStatuses))
@Check('webhook_delivery_kind_check', oneOf('kind', deliveryKinds))
@Check('webhook_delivery_finished_check', finishedCheck)
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'webhook_delivery_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pkey' })
  id!: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId!: string;

  /** Order in which deliveries of an endpoint were queued; drawn under the lock of its row. */
  @Column('bigint')
  seq!: string;

  /** `webhook-id` of every attempt: the event's id in the graph. */
  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text')
  kind!: DeliveryKind;

  @Column('uuid', { name: 'replay_id', nullable: true })
  replayId!: string | null;

  /** Null for a test. */
  @Column('uuid', { name: 'event_id', nullable: true })
  eventId!: string | null;

  /** Type of the event. */
  @Column('text')
  type!: string;

  /** Place of the event in the log; null for a test. */
  @Column('text', { nullable: true })
  cursor!: string | null;

  /** Deliveries of one key go one after the other: the application's id, else the subject's. */
  @Column('text', { name: 'order_key' })
  orderKey!: string;

  @Column('text')
  status!: DeliveryStatus;

  /** Encrypted: the envelope as it is sent; null after its time of keeping. */
  @Column('bytea', { name: 'body_enc', nullable: true })
  bodyEnc!: Buffer | null;

  @Column('integer')
  attempts!: number;

  /** From it the days of trying count; null before the first attempt, and after a new start. */
  @Column('timestamptz', { name: 'first_attempt_at', nullable: true })
  firstAttemptAt!: Date | null;

  /** Also the lease: while a delivery is being sent, no other process sends it. */
  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  /** Code of the last failure; null when there was none or it was delivered. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
