import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import { type PledgeStatus, pledgeStatuses } from './pledge-status';

/** SQL: exactly the pledges that both parties signed have a moment of conclusion. */
export const concludedCheck =
  "(status in ('DRAFT', 'FORMED')) <= (concluded_at is null) and (status in ('ACTIVE', 'FORECLOSURE', 'REALISED', 'ENDED')) <= (concluded_at is not null)";

/** A pledge of one thing that secures one microloan (договор залога). */
@Entity({ schema: 'by_pledge', name: 'pledge' })
@Unique('by_pledge_pledge_application_key', ['lenderId', 'applicationId'])
@Index('by_pledge_pledge_contract_idx', ['lenderId', 'contractId'])
@Index('by_pledge_pledge_client_idx', ['lenderId', 'clientId', 'createdAt'])
@Index('by_pledge_pledge_status_idx', ['lenderId', 'status'])
@Check('by_pledge_pledge_status_check', oneOf('status', pledgeStatuses))
@Check('by_pledge_pledge_concluded_check', concludedCheck)
@Check('by_pledge_pledge_ended_check', "(status = 'ENDED') = (ended_on is not null and end_ground is not null)")
@Check('by_pledge_pledge_possession_check', "possession in ('PLEDGOR', 'PLEDGEE') and risk_bearer in ('PLEDGOR', 'PLEDGEE')")
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'by_pledge_pledge_application_fkey' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'by_pledge_pledge_contract_fkey' })
export class PledgeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_pledge_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_pledge_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** The pledgor. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The secured microloan, once its terms were accepted. */
  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('text')
  status!: PledgeStatus;

  /** The microloan as the agreement names it: number, day and sum. */
  @Column('text', { name: 'loan_number', nullable: true })
  loanNumber!: string | null;

  @Column('date', { name: 'loan_on', nullable: true })
  loanOn!: string | null;

  @Column('numeric', { name: 'loan_amount', precision: 18, scale: 2, nullable: true })
  loanAmount!: string | null;

  /** The newest version of the inventory; 0 while there is none. */
  @Column('integer', { name: 'inventory_version' })
  inventoryVersion!: number;

  /** Value that the parties agreed, row 6 of the inventory; changed by an addendum only. */
  @Column('numeric', { name: 'pledge_value', precision: 18, scale: 2, nullable: true })
  pledgeValue!: string | null;

  /** The agreed valuation on the day of the loan contract; never changed. */
  @Column('numeric', { name: 'valuation_at_loan', precision: 18, scale: 2, nullable: true })
  valuationAtLoan!: string | null;

  @Column('timestamptz', { name: 'insurance_demanded_at', nullable: true })
  insuranceDemandedAt!: Date | null;

  /** Who holds the item and bears the risk of its accidental loss. */
  @Column('text')
  possession!: 'PLEDGOR' | 'PLEDGEE';

  @Column('text', { name: 'risk_bearer' })
  riskBearer!: 'PLEDGOR' | 'PLEDGEE';

  /** Version of the lender's Microloan Rules that the agreement's terms are read by. */
  @Column('text', { name: 'rules_version', nullable: true })
  rulesVersion!: string | null;

  @Column('uuid', { name: 'agreement_document_id', nullable: true })
  agreementDocumentId!: string | null;

  @Column('uuid', { name: 'inventory_document_id', nullable: true })
  inventoryDocumentId!: string | null;

  @Column('uuid', { name: 'schedule_document_id', nullable: true })
  scheduleDocumentId!: string | null;

  @Column('timestamptz', { name: 'pledgor_signed_at', nullable: true })
  pledgorSignedAt!: Date | null;

  @Column('timestamptz', { name: 'pledgee_signed_at', nullable: true })
  pledgeeSignedAt!: Date | null;

  /** When the second party signed: the right of pledge exists from this moment on. */
  @Column('timestamptz', { name: 'concluded_at', nullable: true })
  concludedAt!: Date | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'end_ground', nullable: true })
  endGround!: string | null;

  /** The provision of law by which it ended, where it is not the performance of what it secured. */
  @Column('text', { name: 'end_basis', nullable: true })
  endBasis!: string | null;

  /** Who owes the debt after it was transferred with the lender's consent; the pledgor otherwise. */
  @Column('uuid', { name: 'debtor_client_id', nullable: true })
  debtorClientId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
