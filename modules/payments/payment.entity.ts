import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ContractEntity } from '../contracts';
import { oneOf } from '../database';

/** `REVERSED`: it turned out not to have been one, or to belong elsewhere. */
export const paymentStatuses = ['BOOKED', 'REVERSED'] as const;

export type PaymentStatus = (typeof paymentStatuses)[number];

/** SQL: exactly the reversed payments say when and why. */
export const reversedCheck = "(status = 'REVERSED') = (reversed_at is not null and reversal_reason is not null)";

/** Money that came in under a contract. How it was split stands in the ledger. */
@Entity({ schema: 'core', name: 'payment' })
@Check('payment_status_check', oneOf('status', paymentStatuses))
@Check('payment_amount_check', 'amount > 0')
@Check('payment_reversed_check', reversedCheck)
@Unique('payment_external_key', ['lenderId', 'externalId'])
@Index('payment_contract_idx', ['lenderId', 'contractId', 'registeredAt'])
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'payment_contract_fkey' })
export class PaymentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'payment_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payment_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: PaymentStatus;

  /** Where the money comes from: `CLIENT`, or a word of the plugin's own such as proceeds of a sale. */
  @Column('text')
  source!: string;

  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  @Column('text')
  currency!: string;

  /** The day from which it counts. */
  @Column('date', { name: 'paid_on' })
  paidOn!: string;

  /** The id that the payer's side gave it: the same money is booked once. */
  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt!: Date | null;

  /** Code or note of an officer; nothing personal. */
  @Column('text', { name: 'reversal_reason', nullable: true })
  reversalReason!: string | null;
}
