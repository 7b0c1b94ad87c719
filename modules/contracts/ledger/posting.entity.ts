import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database';
import { ContractEntity } from '../contract.entity';
import { type LedgerComponent, ledgerComponents } from '../contract-status';
import { type LedgerCause, ledgerCauses } from './ledger-cause';

/** One line of a contract's ledger: what was added to a part of it, or taken from it, on which day and why. Never changed. */
@Entity({ schema: 'core', name: 'posting' })
@Check('posting_component_check', oneOf('component', ledgerComponents))
@Check('posting_cause_check', oneOf('cause', ledgerCauses))
@Index('posting_id_key', ['lenderId', 'id'], { unique: true })
@Index('posting_cause_key', ['lenderId', 'contractId', 'onDay', 'cause', 'reference', 'component', 'correction'], { unique: true })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'posting_contract_fkey' })
export class PostingEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'posting_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'contract_id', primaryKeyConstraintName: 'posting_pkey' })
  contractId!: string;

  /** From 1, in the order of posting. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'posting_pkey' })
  no!: number;

  @Column('uuid')
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The day that it belongs to; booked later where it became known later. */
  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('text')
  component!: LedgerComponent;

  /** Positive raises, negative lowers. */
  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  @Column('text')
  cause!: LedgerCause;

  /** Names the very thing that caused it, e.g. a payment's id or the day that accrued. */
  @Column('text')
  reference!: string;

  /** 0 for what was posted first, then the number of the recalculation that corrected it. */
  @Column('integer', { default: 0 })
  correction!: number;

  /** What made the recalculation necessary, e.g. `PAYMENT:<id>`; set where `correction` is. */
  @Column('text', { name: 'corrected_by', nullable: true })
  correctedBy!: string | null;

  /** The clause that it rests on. */
  @Column('text', { nullable: true })
  clause!: string | null;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt!: Date;
}
