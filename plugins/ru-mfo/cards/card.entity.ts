import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type CardStatus, cardStatuses, type OperationStatus, operationStatuses } from './card-state';

/** A client's card as far as a lender may know it: the partner's token, four digits, the month of its end. */
@Entity({ schema: 'ru_mfo', name: 'card' })
@Check('ru_mfo_card_status_check', oneOf('status', cardStatuses))
@Check('ru_mfo_card_last_four_check', "last_four ~ '^[0-9]{4}$'")
@Check('ru_mfo_card_verified_check', "status <> 'VERIFIED' or (token_enc is not null and verified_at is not null)")
@Index('ru_mfo_card_client_idx', ['lenderId', 'clientId', 'begunAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_card_client_fkey' })
export class CardEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_card_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_card_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: CardStatus;

  /** What to ask the partner about its form by. */
  @Column('text', { name: 'form_reference', nullable: true })
  formReference!: string | null;

  @Column('bytea', { name: 'token_enc', nullable: true })
  tokenEnc!: Buffer | null;

  @Column('text', { name: 'last_four', nullable: true })
  lastFour!: string | null;

  /** The last month in which it is good, `YYYY-MM`. */
  @Column('text', { nullable: true })
  expires!: string | null;

  @Column('text', { nullable: true })
  scheme!: string | null;

  /** Why it was refused, as a code. */
  @Column('text', { nullable: true })
  refusal!: string | null;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;
}

/** A charge that checks a card, the client's attempts to name its sum, and its return. */
@Entity({ schema: 'ru_mfo', name: 'card_check' })
@Check('ru_mfo_card_check_charge_check', oneOf('charge_status', operationStatuses))
@Check('ru_mfo_card_check_refund_check', oneOf('refund_status', operationStatuses))
@Check(
  'ru_mfo_card_check_settled_check',
  "charge_status <> 'SETTLED' or (charged_at is not null and partner is not null and charge_operation is not null)",
)
@Check('ru_mfo_card_check_refunded_check', "refund_status <> 'SETTLED' or (refunded_at is not null and refund_operation is not null)")
@Index('ru_mfo_card_check_card_idx', ['lenderId', 'cardId', 'orderedAt'])
@Index('ru_mfo_card_check_due_idx', ['nextAttemptAt'], { where: 'next_attempt_at is not null' })
@ForeignKey(() => CardEntity, ['lenderId', 'cardId'], ['lenderId', 'id'], { name: 'ru_mfo_card_check_card_fkey' })
export class CardCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_card_check_pkey' })
  lenderId!: string;

  /** Also our id of the charge at the partner. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_card_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'card_id' })
  cardId!: string;

  /** The sum, a secret until the client names it: encrypted decimal string. */
  @Column('bytea', { name: 'amount_enc' })
  amountEnc!: Buffer;

  @Column('text')
  currency!: string;

  @Column('text', { name: 'charge_status' })
  chargeStatus!: OperationStatus;

  @Column('text', { name: 'charge_operation', nullable: true })
  chargeOperation!: string | null;

  @Column('timestamptz', { name: 'charged_at', nullable: true })
  chargedAt!: Date | null;

  @Column('text', { nullable: true })
  partner!: string | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  /** Wrong sums so far. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Our id of the refund at the partner. */
  @Column('uuid', { name: 'refund_id' })
  refundId!: string;

  @Column('text', { name: 'refund_status', nullable: true })
  refundStatus!: OperationStatus | null;

  @Column('timestamptz', { name: 'refund_ordered_at', nullable: true })
  refundOrderedAt!: Date | null;

  @Column('text', { name: 'refund_operation', nullable: true })
  refundOperation!: string | null;

  @Column('timestamptz', { name: 'refunded_at', nullable: true })
  refundedAt!: Date | null;

  /** When the partner is asked again; null: nothing is open there. Also the lease. */
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt!: Date;
}
