import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database';
import { ContractEntity } from './contract.entity';
import { type DebtComponent, debtComponents } from './contract-status';

/** One line of a contract's ledger: what was added to a part of the debt, or taken from it, on which day and why. */
@Entity({ schema: 'core', name: 'posting' })
@Check('posting_component_check', oneOf('component', debtComponents))
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'posting_contract_fkey' })
export class PostingEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'posting_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'contract_id', primaryKeyConstraintName: 'posting_pkey' })
  contractId!: string;

  /** From 1, in the order of posting. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'posting_pkey' })
  no!: number;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('text')
  component!: DebtComponent;

  /** Positive raises the debt, negative lowers it. */
  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  /** What it comes from, e.g. `transfer:<id>`. */
  @Column('text')
  cause!: string;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt!: Date;
}
