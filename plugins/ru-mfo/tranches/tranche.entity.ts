import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import { type TrancheStatus, trancheStatuses } from '../account-request/request-status';
import { type PayoutMethod, payoutMethods } from '../application/loan-application.entity';
import { type RecalculationCase, recalculationCases } from './recalculation';

/** Money asked for under a credit line (транш). */
@Entity({ schema: 'ru_mfo', name: 'tranche' })
@Index('ru_mfo_tranche_contract_idx', ['lenderId', 'contractId', 'requestedAt'])
@Index('ru_mfo_tranche_draft_key', ['lenderId', 'contractId'], { unique: true, where: "status = 'DRAFT'" })
@Index('ru_mfo_tranche_client_idx', ['lenderId', 'clientId'], { where: "status = 'DRAFT'" })
@Check('ru_mfo_tranche_status_check', oneOf('status', trancheStatuses))
@Check('ru_mfo_tranche_payout_check', oneOf('payout_method', payoutMethods))
@Check('ru_mfo_tranche_amount_check', 'amount > 0')
@Check('ru_mfo_tranche_signed_check', "(status in ('DRAFT', 'VOID')) = (signed_at is null)")
@Check('ru_mfo_tranche_settled_check', "(status = 'PAID') = (settled_at is not null)")
@Check('ru_mfo_tranche_recalculated_check', oneOf('recalculated', recalculationCases))
@Check('ru_mfo_tranche_formula_check', '(recalculated is null) = (formula is null)')
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_tranche_contract_fkey' })
export class TrancheEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_tranche_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_tranche_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: TrancheStatus;

  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  @Column('text', { name: 'payout_method' })
  payoutMethod!: PayoutMethod;

  /** Encrypted: account and bank code, or the token of a card. */
  @Column('bytea', { name: 'payout_enc' })
  payoutEnc!: Buffer;

  /** What may be shown of it: the last four digits. */
  @Column('text', { name: 'payout_mask' })
  payoutMask!: string;

  /** The application that the client signs (заявление). */
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  /** Keyed digest of the profile that the application was formed from. */
  @Column('bytea', { name: 'profile_digest' })
  profileDigest!: Buffer;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** The lender's calendar day of it. */
  @Column('date', { name: 'settled_on', nullable: true })
  settledOn!: string | null;

  /** Code of the settlement partner's reason. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** What it did to the next payment, and by which formula. */
  @Column('text', { nullable: true })
  recalculated!: RecalculationCase | null;

  @Column('text', { nullable: true })
  formula!: string | null;
}
