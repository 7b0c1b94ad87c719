import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge';

export const courseKinds = ['INSPECTION', 'SERVICE', 'DISPOSAL', 'LATER_PLEDGE', 'CIRCUMSTANCE', 'CEASE_DEMAND', 'EARLY_DEMAND'] as const;

/** What was recorded in the course of a pledge. */
export type CourseKind = (typeof courseKinds)[number];

/** An inspection, a service, a disposal, a demand: kept as it was recorded, never changed. */
@Entity({ schema: 'by_pledge', name: 'course_record' })
@Index('by_pledge_course_record_pledge_idx', ['lenderId', 'pledgeId', 'recordedAt'])
@Check('by_pledge_course_record_kind_check', oneOf('kind', courseKinds))
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_course_record_pledge_fkey' })
export class CourseRecordEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_course_record_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_course_record_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: CourseKind;

  /** The day on which it happened. */
  @Column('date', { name: 'on_day' })
  onDay!: string;

  /** Codes, days, sums and numbers of documents; nothing personal. */
  @Column('jsonb')
  facts!: Readonly<Record<string, string | boolean | null>>;

  /** What is told in words, encrypted: an address, an addressee, findings. */
  @Column('bytea', { name: 'text_enc', nullable: true })
  textEnc!: Buffer | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
