import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** A person's registration (регистрация) with a lender: what was confirmed and agreed to, by which text, when. */
@Entity({ schema: 'ru_mfo', name: 'registration' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_registration_client_fkey' })
export class RegistrationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_registration_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_registration_pkey' })
  clientId!: string;

  /** Version of the lender's requirements that the person confirmed to meet. */
  @Column('text', { name: 'requirements_version' })
  requirementsVersion!: string;

  @Column('timestamptz', { name: 'requirements_confirmed_at' })
  requirementsConfirmedAt!: Date;

  /** Consents given, by their codes. */
  @Column('text', { array: true })
  consents!: string[];

  @Column('timestamptz', { name: 'consented_at' })
  consentedAt!: Date;

  /** Version of the general terms whose registration steps were followed. */
  @Column('text', { name: 'general_terms_version' })
  generalTermsVersion!: string;

  /** Version of the agreement on the simple electronic signature that the person joined. */
  @Column('text', { name: 'signature_agreement_version' })
  signatureAgreementVersion!: string;

  @Column('timestamptz', { name: 'signature_agreement_joined_at' })
  signatureAgreementJoinedAt!: Date;

  /** Set by the first loan provided: from then on the person is a client of the lender, not a potential one. */
  @Column('timestamptz', { name: 'served_since', nullable: true })
  servedSince!: Date | null;
}
