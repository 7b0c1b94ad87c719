import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { LeasingDocumentEntity } from '../documents/document.entity';

/** A request for somebody's credit report, on the consent that allows it, and the report when it has come (кредитный отчёт). */
@Entity({ schema: 'by_leasing', name: 'credit_report' })
@Index('by_leasing_credit_report_application_idx', ['lenderId', 'applicationId', 'requestedAt'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], {
  name: 'by_leasing_credit_report_application_fkey',
})
@ForeignKey(() => LeasingDocumentEntity, ['lenderId', 'consentId'], ['lenderId', 'id'], { name: 'by_leasing_credit_report_consent_fkey' })
export class CreditReportEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_credit_report_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_credit_report_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Whose report: the applicant's or a guarantor's. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'consent_id' })
  consentId!: string;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  /** Number of the report at the Credit Register, once it came. */
  @Column('text', { name: 'report_number', nullable: true })
  reportNumber!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;
}
