import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** What an application for a secured microloan keeps beside the core: where the money goes, and where a surplus would. */
@Entity({ schema: 'by_pledge', name: 'secured_loan' })
@Check('by_pledge_secured_loan_payout_check', "payout_method in ('BANK_ACCOUNT', 'PAYMENT_CARD')")
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'by_pledge_secured_loan_application_fkey' })
export class SecuredLoanEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_secured_loan_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'by_pledge_secured_loan_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** BANK_ACCOUNT or PAYMENT_CARD. */
  @Column('text', { name: 'payout_method' })
  payoutMethod!: string;

  /** Account or the partner’s token of the card, encrypted. */
  @Column('bytea', { name: 'payout_enc' })
  payoutEnc!: Buffer;

  @Column('text', { name: 'payout_mask' })
  payoutMask!: string;
}
