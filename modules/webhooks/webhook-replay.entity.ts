import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database';
import { WebhookEntity } from './webhook.entity';

export const replayStatuses = ['RUNNING', 'DONE', 'FAILED'] as const;
export type ReplayStatus = (typeof replayStatuses)[number];

/** A range of the log that an endpoint gets once more. */
@Entity({ schema: 'core', name: 'webhook_replay' })
@ForeignKey(() => WebhookEntity, ['lenderId', 'webhookId'], ['lenderId', 'id'], { name: 'webhook_replay_webhook_fkey' })
@Index('webhook_replay_webhook_idx', ['lenderId', 'webhookId', 'requestedAt', 'id'])
@Index('webhook_replay_running_idx', ['lenderId', 'id'], { where: "status = 'RUNNING'" })
@Check('webhook_replay_status_check', oneOf('status', replayStatuses))
export class WebhookReplayEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'webhook_replay_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_replay_pkey' })
  id!: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId!: string;

  @Column('text')
  status!: ReplayStatus;

  @Column('uuid')
  epoch!: string;

  /** Exclusive; moves on with what is queued. */
  @Column('bigint')
  position!: string;

  /** Inclusive. */
  @Column('bigint', { name: 'until_position' })
  untilPosition!: string;

  /** Only events of these moments; null: no bound. */
  @Column('timestamptz', { name: 'from_at', nullable: true })
  fromAt!: Date | null;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  toAt!: Date | null;

  /** Deliveries queued so far. */
  @Column('integer')
  queued!: number;

  /** Code of why it ended early. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
