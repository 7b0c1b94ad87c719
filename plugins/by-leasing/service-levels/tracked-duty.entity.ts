import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';

export const trackedDutyStates = ['OPEN', 'DONE', 'MISSED'] as const;
export type TrackedDutyState = (typeof trackedDutyStates)[number];

/** Another duty of the lender, set by law or the agreement, that is watched as those with a clause of their own (9.1.5). */
@Entity({ schema: 'by_leasing', name: 'tracked_duty' })
@Check('by_leasing_tracked_duty_state_check', oneOf('state', trackedDutyStates))
export class TrackedDutyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_tracked_duty_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_tracked_duty_pkey' })
  id!: string;

  @Column('text')
  title!: string;

  /** Act and point, or clause, that sets it. */
  @Column('text')
  basis!: string;

  @Column('text')
  state!: TrackedDutyState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
