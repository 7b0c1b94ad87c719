import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type AccountState, accountStates, type RegistrationStage, registrationStages } from './registration-step';

/** A person's registration (регистрация) with a lender: what was confirmed and agreed to, by which text, when. */
@Entity({ schema: 'ru_mfo', name: 'registration' })
@Check('ru_mfo_registration_stage_check', oneOf('stage', registrationStages))
@Check('ru_mfo_registration_account_check', oneOf('account_state', accountStates))
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_registration_client_fkey' })
export class RegistrationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_registration_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_registration_pkey' })
  clientId!: string;

  /** Version of the lender's requirements that the person confirmed to meet, where the lender asks for it. */
  @Column('text', { name: 'requirements_version', nullable: true })
  requirementsVersion!: string | null;

  @Column('timestamptz', { name: 'requirements_confirmed_at', nullable: true })
  requirementsConfirmedAt!: Date | null;

  /** Consents given, by their codes. */
  @Column('text', { array: true })
  consents!: string[];

  @Column('timestamptz', { name: 'consented_at' })
  consentedAt!: Date;

  /** Version of the general terms whose registration steps were followed. */
  @Column('text', { name: 'general_terms_version' })
  generalTermsVersion!: string;

  /** Version of the agreement on the simple electronic signature that the person joined. */
  @Column('text', { name: 'signature_agreement_version', nullable: true })
  signatureAgreementVersion!: string | null;

  @Column('timestamptz', { name: 'signature_agreement_joined_at', nullable: true })
  signatureAgreementJoinedAt!: Date | null;

  /** Set by the first loan provided: from then on the person is a client of the lender, not a potential one. */
  @Column('timestamptz', { name: 'served_since', nullable: true })
  servedSince!: Date | null;

  /** Where a registration in steps stands; null where it is done in one go. */
  @Column('text', { nullable: true })
  stage!: RegistrationStage | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  /** What the person wished to borrow before the registration began. */
  @Column('numeric', { name: 'desired_amount', precision: 18, scale: 2, nullable: true })
  desiredAmount!: string | null;

  @Column('integer', { name: 'desired_term_days', nullable: true })
  desiredTermDays!: number | null;

  @Column('text', { name: 'account_state', default: 'OPEN' })
  accountState!: AccountState;
}
