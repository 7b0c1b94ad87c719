import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import type { ContractTerms } from '../../../modules/contracts';

/** The other half of an offer with two buttons: the individual terms with the services that the applicant wished. */
@Entity({ schema: 'ru_mfo', name: 'insured_terms' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_insured_terms_application_fkey' })
export class InsuredTermsEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_insured_terms_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_insured_terms_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('jsonb')
  terms!: ContractTerms;
}
