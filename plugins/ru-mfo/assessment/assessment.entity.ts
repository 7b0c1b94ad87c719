import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** What a lender found out before deciding (оценка платёжеспособности): how the client was identified, from which sources, with what result. */
@Entity({ schema: 'ru_mfo', name: 'assessment' })
@Index('ru_mfo_assessment_application_idx', ['lenderId', 'applicationId', 'assessedAt'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_assessment_application_fkey' })
export class AssessmentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_assessment_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_assessment_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { array: true })
  sources!: string[];

  @Column('text', { name: 'identification_methods', array: true })
  identificationMethods!: string[];

  /** Whether the credit history meets the lender's own policy. */
  @Column('boolean', { name: 'credit_history_meets_policy' })
  creditHistoryMeetsPolicy!: boolean;

  /** Whether what the client stated proved true. */
  @Column('boolean', { name: 'data_reliable' })
  dataReliable!: boolean;

  @Column('text', { name: 'assessed_by' })
  assessedBy!: string;

  @Column('timestamptz', { name: 'assessed_at' })
  assessedAt!: Date;
}
