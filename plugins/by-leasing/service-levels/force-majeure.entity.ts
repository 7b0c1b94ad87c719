import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that nobody answers for, and how long it lasted (обстоятельства непреодолимой силы). */
@Entity({ schema: 'by_leasing', name: 'force_majeure' })
@Check('by_leasing_force_majeure_period_check', 'ended_at >= started_at')
export class ForceMajeureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_force_majeure_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_force_majeure_pkey' })
  id!: string;

  /** What happened; nothing personal. */
  @Column('text')
  event!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  /** Null while it lasts. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
