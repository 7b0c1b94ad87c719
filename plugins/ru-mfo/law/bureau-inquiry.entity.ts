import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';

export const inquiryStates = ['OPEN', 'ANSWERED', 'REFUSED'] as const;
export type InquiryState = (typeof inquiryStates)[number];

/** One inquiry to the credit bureaus (запрос в бюро кредитных историй) for an application, and what they answered. */
@Entity({ schema: 'ru_mfo', name: 'bureau_inquiry' })
@Index('ru_mfo_bureau_inquiry_application_idx', ['lenderId', 'applicationId', 'askedAt'])
@Check('ru_mfo_bureau_inquiry_state_check', oneOf('state', inquiryStates))
@Check(
  'ru_mfo_bureau_inquiry_answered_check',
  "(state = 'ANSWERED') = (report_enc is not null) and (state = 'OPEN') = (answered_at is null)",
)
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_bureau_inquiry_application_fkey' })
export class BureauInquiryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_bureau_inquiry_pkey' })
  lenderId!: string;

  /** The request's own id: a repeat of the call is the same inquiry in the person's history. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_bureau_inquiry_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  state!: InquiryState;

  /** Code of a refusal. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Average monthly income that the debt burden is counted against, roubles; null where it was not stated. */
  @Column('numeric', { name: 'monthly_income', precision: 18, scale: 2, nullable: true })
  monthlyIncome!: string | null;

  /** Encrypted: the whole report as JSON. */
  @Column('bytea', { name: 'report_enc', nullable: true })
  reportEnc!: Buffer | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
