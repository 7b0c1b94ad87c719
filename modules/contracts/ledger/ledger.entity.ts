import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContractEntity } from '../contract.entity';

/** SQL: no part of a ledger is ever below zero. */
export const balancesCheck = [
  'principal',
  'interest',
  'interest_due',
  'penalty',
  'cost',
  'surplus',
  'charged_interest',
  'charged_penalty',
  'charged_cost',
  'provided',
]
  .map((column) => `${column} >= 0`)
  .join(' and ');

/**
 * Balances of a contract's ledger at the end of the last accrued day, so that a day of many contracts is accrued without
 * reading their postings. The postings are the truth; replayed, they give these balances. The contract's row lock guards it.
 */
@Entity({ schema: 'core', name: 'ledger' })
@Check('ledger_balances_check', balancesCheck)
@Index('ledger_accrue_idx', ['lenderId', 'accrueNext', 'contractId'], { where: 'accrue_next is not null' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ledger_contract_fkey' })
export class LedgerEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ledger_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'contract_id', primaryKeyConstraintName: 'ledger_pkey' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Column('date', { name: 'accrued_through' })
  accruedThrough!: string;

  /** The next day to accrue; null while nothing accrues. */
  @Column('date', { name: 'accrue_next', nullable: true })
  accrueNext!: string | null;

  @Column('integer', { name: 'last_no', default: 0 })
  lastNo!: number;

  /** Recalculations so far. */
  @Column('integer', { default: 0 })
  corrections!: number;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  principal!: string;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  interest!: string;

  @Column('numeric', { name: 'interest_due', precision: 18, scale: 2, default: 0 })
  interestDue!: string;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  penalty!: string;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  cost!: string;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  surplus!: string;

  @Column('numeric', { name: 'charged_interest', precision: 18, scale: 2, default: 0 })
  chargedInterest!: string;

  @Column('numeric', { name: 'charged_penalty', precision: 18, scale: 2, default: 0 })
  chargedPenalty!: string;

  @Column('numeric', { name: 'charged_cost', precision: 18, scale: 2, default: 0 })
  chargedCost!: string;

  @Column('numeric', { precision: 18, scale: 2, default: 0 })
  provided!: string;

  @Column('date', { name: 'principal_since' })
  principalSince!: string;

  @Column('date', { name: 'overdue_since', nullable: true })
  overdueSince!: string | null;
}
