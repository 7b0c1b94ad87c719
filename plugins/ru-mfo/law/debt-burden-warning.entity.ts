import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { DocumentEntity } from '../../../modules/documents';

/** The warning about debt burden of an application (уведомление о ПДН): its document, and the signature when it was given. */
@Entity({ schema: 'ru_mfo', name: 'debt_burden_warning' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], {
  name: 'ru_mfo_debt_burden_warning_application_fkey',
})
@ForeignKey(() => DocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'ru_mfo_debt_burden_warning_document_fkey' })
export class DebtBurdenWarningEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_debt_burden_warning_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_debt_burden_warning_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;
}
