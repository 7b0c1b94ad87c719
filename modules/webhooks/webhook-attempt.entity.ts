import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WebhookDeliveryEntity } from './webhook-delivery.entity';

/** One attempt to deliver: what was sent beside the body, and what came back. */
@Entity({ schema: 'core', name: 'webhook_attempt' })
@ForeignKey(() => WebhookDeliveryEntity, ['lenderId', 'deliveryId'], ['lenderId', 'id'], { name: 'webhook_attempt_delivery_fkey' })
@Index('webhook_attempt_delivery_idx', ['lenderId', 'deliveryId', 'number'])
@Index('webhook_attempt_kept_idx', ['at'], { where: 'exchange_enc is not null' })
export class WebhookAttemptEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'webhook_attempt_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_attempt_pkey' })
  id!: string;

  @Column('uuid', { name: 'delivery_id' })
  deliveryId!: string;

  /** From 1; a number is missing where a process ended before it knew what came of it. */
  @Column('integer')
  number!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('integer', { name: 'duration_ms' })
  durationMs!: number;

  /** HTTP status; null when no answer came. */
  @Column('integer', { name: 'response_status', nullable: true })
  responseStatus!: number | null;

  /** Code of the failure; null when it was delivered. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** Encrypted JSON: headers both ways and the answer's body, cut; null after its time of keeping. */
  @Column('bytea', { name: 'exchange_enc', nullable: true })
  exchangeEnc!: Buffer | null;
}
