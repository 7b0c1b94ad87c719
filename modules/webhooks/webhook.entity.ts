import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database';
import { LenderEntity } from '../lenders';

/** `DELETED` endpoints are kept for the record and shown to nobody. */
export const webhookStatuses = ['ACTIVE', 'PAUSED', 'DISABLED', 'DELETED'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

/** Why the gateway disabled an endpoint: it answered 410, or failed without a break for too long. */
export const disabledReasons = ['GONE', 'FAILING'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

/** SQL: exactly the disabled endpoints have a reason. */
export const disabledCheck = `(status = 'DISABLED') = (disabled_reason is not null) and (disabled_reason is null or ${oneOf('disabled_reason', disabledReasons)})`;

/** A partner's endpoint: a durable reader of the event log whose place is kept here. */
@Entity({ schema: 'core', name: 'webhook' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'webhook_lender_fkey' })
@Index('webhook_owner_idx', ['lenderId', 'ownerKind', 'owner', 'createdAt', 'id'])
@Index('webhook_active_idx', ['lenderId', 'id'], { where: "status = 'ACTIVE'" })
@Check('webhook_status_check', oneOf('status', webhookStatuses))
@Check('webhook_disabled_check', disabledCheck)
export class WebhookEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'webhook_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  /** Kind of the caller that registered it. */
  @Column('text', { name: 'owner_kind' })
  ownerKind!: string;

  /** Subject of that caller; nobody else with webhooks' scopes but an operator reaches it. */
  @Column('text')
  owner!: string;

  /** What the caller held; the document runs with these, as far as the role still has them. */
  @Column('text', { array: true })
  scopes!: string[];

  /** What the document needs: only who holds them reads its bodies. */
  @Column('text', { name: 'required_scopes', array: true })
  requiredScopes!: string[];

  /** Plugins whose events it gets: when one is switched off, its events are not passed over but waited for. */
  @Column('text', { array: true })
  plugins!: string[];

  /** Language of sentences in results. */
  @Column('text')
  locale!: string;

  @Column('text')
  url!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** Where the gateway tells that it stopped delivering. */
  @Column('bytea', { name: 'notice_email_enc', nullable: true })
  noticeEmailEnc!: Buffer | null;

  @Column('text')
  document!: string;

  @Column('text', { name: 'operation_name', nullable: true })
  operationName!: string | null;

  @Column('jsonb')
  variables!: Record<string, unknown>;

  /** Narrows the document's own filter; null: whatever the document asks for. */
  @Column('text', { name: 'event_types', array: true, nullable: true })
  eventTypes!: string[] | null;

  @Column('text', { name: 'api_version' })
  apiVersion!: string;

  @Column('text')
  status!: WebhookStatus;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason!: DisabledReason | null;

  /** Code of what keeps events waiting, such as a field that is gone; null while they flow. */
  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('jsonb', { name: 'problem_facts', nullable: true })
  problemFacts!: Record<string, string | number | boolean | null> | null;

  @Column('timestamptz', { name: 'problem_since', nullable: true })
  problemSince!: Date | null;

  /** Epoch of the log that `position` counts in. */
  @Column('uuid')
  epoch!: string;

  /** Every event up to here is queued, or was none of this endpoint's. */
  @Column('bigint')
  position!: string;

  /** The event at `position`; null where the place was taken without one. */
  @Column('uuid', { name: 'event_id', nullable: true })
  eventId!: string | null;

  /** The lease: until then another process makes its deliveries. */
  @Column('timestamptz', { name: 'feeding_until', nullable: true })
  feedingUntil!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When document, target or rights were set. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'last_success_at', nullable: true })
  lastSuccessAt!: Date | null;

  /** First failure since the last success. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;
}
