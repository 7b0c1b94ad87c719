import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';

export const payoutMethods = ['BANK_ACCOUNT', 'PAYMENT_CARD'] as const;
/** How the borrower wants the money (способ получения). */
export type PayoutMethod = (typeof payoutMethods)[number];

export const insuranceChoices = ['WITH_INSURANCE', 'WITHOUT_INSURANCE'] as const;
/** Which of the two buttons accepted the terms. */
export type InsuranceChoice = (typeof insuranceChoices)[number];

/** This plugin's part of an application. */
@Entity({ schema: 'ru_mfo', name: 'application' })
@Check('ru_mfo_application_payout_method_check', oneOf('payout_method', payoutMethods))
@Check('ru_mfo_application_insurance_check', oneOf('insurance_choice', insuranceChoices))
@Check('ru_mfo_application_payout_check', '(payout_method is null) = (payout_enc is null)')
@Check('ru_mfo_application_accepted_check', 'accepted_at is not null or insurance_choice is null')
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_application_application_fkey' })
export class LoanApplicationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_application_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_application_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'payout_method', nullable: true })
  payoutMethod!: PayoutMethod | null;

  /** Encrypted: account and bank code, or the token of a card. */
  @Column('bytea', { name: 'payout_enc', nullable: true })
  payoutEnc!: Buffer | null;

  /** What may be shown of it: the last four digits. */
  @Column('text', { name: 'payout_mask', nullable: true })
  payoutMask!: string | null;

  @Column('boolean', { name: 'insurance_wanted' })
  insuranceWanted!: boolean;

  /** Consent to a credit report for this very application. */
  @Column('timestamptz', { name: 'bureau_consent_at', nullable: true })
  bureauConsentAt!: Date | null;

  /** The individual terms that are offered. */
  @Column('uuid', { name: 'terms_document_id', nullable: true })
  termsDocumentId!: string | null;

  @Column('text', { name: 'insurance_choice', nullable: true })
  insuranceChoice!: InsuranceChoice | null;

  /** When the button was pressed or the code was entered (акцепт). */
  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  /** The code-entry ceremony whose identifier signs the terms. */
  @Column('text', { name: 'signature_identifier', nullable: true })
  signatureIdentifier!: string | null;
}
