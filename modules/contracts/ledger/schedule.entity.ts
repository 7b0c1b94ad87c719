import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database';
import { ContractEntity } from '../contract.entity';
import type { ContractTerms } from '../contract-terms';

/** What a version of the terms comes from. */
export const scheduleCauses = ['CONCLUSION', 'PROLONGATION', 'TRANCHE', 'EARLY_REPAYMENT', 'AGREEMENT', 'RATE_CHANGE', 'REVERSAL'] as const;

export type ScheduleCause = (typeof scheduleCauses)[number];

/** One version of a contract's terms with its schedule; the latest one stands from its day on. Never changed. */
@Entity({ schema: 'core', name: 'schedule' })
@Check('schedule_cause_check', oneOf('cause', scheduleCauses))
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'schedule_contract_fkey' })
export class ScheduleEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'schedule_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'contract_id', primaryKeyConstraintName: 'schedule_pkey' })
  contractId!: string;

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'schedule_pkey' })
  version!: number;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The first day that accrues and is judged by it. */
  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('jsonb')
  terms!: ContractTerms;

  @Column('text')
  cause!: ScheduleCause;

  /** Names the very thing that caused it: a payment's id, a plugin's row. */
  @Column('text')
  reference!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
