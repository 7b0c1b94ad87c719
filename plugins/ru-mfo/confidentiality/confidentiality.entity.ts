import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';

/** What of a client was told to whom, and on which ground of law (раскрытие сведений). */
@Entity({ schema: 'ru_mfo', name: 'disclosure' })
@Index('ru_mfo_disclosure_client_idx', ['lenderId', 'clientId', 'disclosedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_disclosure_client_fkey' })
export class DisclosureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_disclosure_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_disclosure_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** An organisation or an office. */
  @Column('text')
  recipient!: string;

  /** Act and article. */
  @Column('text')
  ground!: string;

  /** Kinds of what was told, e.g. `OPERATIONS`. */
  @Column('text', { array: true })
  contents!: string[];

  @Column('text', { name: 'disclosed_by' })
  disclosedBy!: string;

  @Column('timestamptz', { name: 'disclosed_at' })
  disclosedAt!: Date;
}

/** Why nothing may be told of a person to credit bureaus. */
@Entity({ schema: 'ru_mfo', name: 'reporting_restriction' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_reporting_restriction_client_fkey' })
export class ReportingRestrictionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_reporting_restriction_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_reporting_restriction_pkey' })
  clientId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ru_mfo_reporting_restriction_pkey' })
  code!: string;

  /** The act that restricts. */
  @Column('text')
  ground!: string;

  @Column('timestamptz', { name: 'restricted_at' })
  restrictedAt!: Date;
}

export const reportStates = ['PENDING', 'ACCEPTED', 'RESTRICTED'] as const;
/** `RESTRICTED`: it was never formed, by a restriction that was in force. */
export type ReportState = (typeof reportStates)[number];

/** A contract that credit bureaus are told of (передача сведений в бюро кредитных историй): waits until a bureau has accepted it. */
@Entity({ schema: 'ru_mfo', name: 'bureau_report' })
@Index('ru_mfo_bureau_report_contract_idx', ['lenderId', 'contractId', 'formedAt'])
@Index('ru_mfo_bureau_report_pending_idx', ['lenderId', 'state', 'formedAt'])
@Check('ru_mfo_bureau_report_state_check', oneOf('state', reportStates))
@Check(
  'ru_mfo_bureau_report_accepted_check',
  "(state = 'ACCEPTED') = (bureau is not null and receipt is not null and accepted_at is not null)",
)
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_bureau_report_contract_fkey' })
export class BureauReportEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_bureau_report_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_bureau_report_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  state!: ReportState;

  /** The bureau that accepted it, and the number of its receipt. */
  @Column('text', { nullable: true })
  bureau!: string | null;

  @Column('text', { nullable: true })
  receipt!: string | null;

  @Column('timestamptz', { name: 'formed_at' })
  formedAt!: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;
}
