import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContractEntity } from '../contracts';
import { oneOf } from '../database';

export const transferStatuses = ['ORDERED', 'SETTLED', 'FAILED'] as const;

export type TransferStatus = (typeof transferStatuses)[number];

/** Purpose of the transfer that provides a contract's sum and thereby concludes it. */
export const LOAN = 'LOAN';

/** SQL: exactly the settled transfers have a moment, a partner and its operation. */
export const settledCheck = "(status = 'SETTLED') = (settled_at is not null and partner is not null and partner_operation_id is not null)";

/** Money paid out through the settlement partner: a loan's sum, a tranche, a refund. */
@Entity({ schema: 'core', name: 'transfer' })
@Check('transfer_status_check', oneOf('status', transferStatuses))
@Check('transfer_settled_check', settledCheck)
@Index('transfer_contract_idx', ['lenderId', 'contractId'])
@Index('transfer_open_key', ['lenderId', 'contractId'], { unique: true, where: "purpose = 'LOAN' and status in ('ORDERED', 'SETTLED')" })
@Index('transfer_reference_key', ['lenderId', 'purpose', 'reference'], {
  unique: true,
  where: "reference is not null and status in ('ORDERED', 'SETTLED')",
})
@Index('transfer_client_idx', ['lenderId', 'clientId'])
@Index('transfer_ordered_idx', ['nextAttemptAt'], { where: "status = 'ORDERED'" })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'transfer_contract_fkey' })
export class TransferEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'transfer_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'transfer_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** What the money is for: `LOAN`, or a registered purpose. */
  @Column('text', { default: LOAN })
  purpose!: string;

  /** Names what is paid: the id of a row of whoever ordered it. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text')
  status!: TransferStatus;

  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  @Column('text')
  currency!: string;

  @Column('text')
  method!: string;

  /** Encrypted: where the money goes. */
  @Column('bytea', { name: 'destination_enc' })
  destinationEnc!: Buffer;

  @Column('text', { nullable: true })
  partner!: string | null;

  @Column('text', { name: 'partner_operation_id', nullable: true })
  partnerOperationId!: string | null;

  @Column('text', { name: 'failure', nullable: true })
  failure!: string | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt!: Date;

  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
