import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { ForceMajeureEntity } from './force-majeure.entity';

/** A duty that was not done in its time; force majeure excuses it (неисполнение обязанности). */
@Entity({ schema: 'by_leasing', name: 'missed_duty' })
@Unique('by_leasing_missed_duty_subject_key', ['lenderId', 'subjectId', 'clause'])
@Index('by_leasing_missed_duty_idx', ['lenderId', 'missedAt', 'id'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_missed_duty_client_fkey' })
@ForeignKey(() => ForceMajeureEntity, ['lenderId', 'forceMajeureId'], ['lenderId', 'id'], {
  name: 'by_leasing_missed_duty_force_majeure_fkey',
})
export class MissedDutyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_missed_duty_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_missed_duty_pkey' })
  id!: string;

  @Column('text')
  clause!: string;

  @Column('text')
  code!: string;

  /** GraphQL type of what was due. */
  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Whose duty it was or to whom; null for one to everybody. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  /** When the time for it began. */
  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @Column('timestamptz', { name: 'missed_at' })
  missedAt!: Date;

  @Column('uuid', { name: 'force_majeure_id', nullable: true })
  forceMajeureId!: string | null;
}
