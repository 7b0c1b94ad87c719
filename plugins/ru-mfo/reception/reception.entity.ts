import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** What the applicant stated beside sum and term, and how the lender registered the application. */
@Entity({ schema: 'ru_mfo', name: 'reception' })
@Unique('ru_mfo_reception_number_key', ['lenderId', 'registrationNo'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_reception_application_fkey' })
export class ReceptionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_reception_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_reception_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Declared purpose of the loan (цель займа), a code. */
  @Column('text', { nullable: true })
  purpose!: string | null;

  /** Security that the applicant would give, codes. */
  @Column('text', { name: 'security_kinds', array: true })
  securityKinds!: string[];

  /** Version of the lender's form on which the application was filled in. */
  @Column('text', { name: 'form_version', nullable: true })
  formVersion!: string | null;

  /** Kind of loan chosen from the published information. */
  @Column('text', { name: 'loan_kind', nullable: true })
  loanKind!: string | null;

  /** Given when the application arrives: one row of numbers per lender and year. */
  @Column('text', { name: 'registration_no', nullable: true })
  registrationNo!: string | null;

  @Column('timestamptz', { name: 'registered_at', nullable: true })
  registeredAt!: Date | null;
}
