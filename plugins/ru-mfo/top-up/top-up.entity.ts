import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import { type TopUpStatus, topUpStatuses } from '../account-request/request-status';
import { type PayoutMethod, payoutMethods } from '../application/loan-application.entity';

/** An additional sum asked for on a running contract (дополнительная сумма займа). */
@Entity({ schema: 'ru_mfo', name: 'top_up' })
@Index('ru_mfo_top_up_contract_idx', ['lenderId', 'contractId', 'requestedAt'])
@Index('ru_mfo_top_up_draft_key', ['lenderId', 'contractId'], { unique: true, where: "status = 'DRAFT'" })
@Index('ru_mfo_top_up_client_idx', ['lenderId', 'clientId'], { where: "status = 'DRAFT'" })
@Check('ru_mfo_top_up_status_check', oneOf('status', topUpStatuses))
@Check('ru_mfo_top_up_payout_check', oneOf('payout_method', payoutMethods))
@Check('ru_mfo_top_up_amount_check', 'amount > 0')
@Check('ru_mfo_top_up_signed_check', "(status in ('DRAFT', 'VOID')) = (signed_at is null)")
@Check('ru_mfo_top_up_settled_check', "(status = 'PAID') = (settled_at is not null)")
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_top_up_contract_fkey' })
export class TopUpEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_top_up_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_top_up_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: TopUpStatus;

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
}
