import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { type OutageCause, type OutageKind, type OutageOrigin, outageCauses, outageKinds, outageOrigins } from './outage-kind';

/** An interruption of the cabinet: planned work, a fault, or that it cannot be used for operations (перерыв, сбой). */
@Entity({ schema: 'by_leasing', name: 'outage' })
@Check('by_leasing_outage_kind_check', oneOf('kind', outageKinds))
@Check('by_leasing_outage_origin_check', oneOf('origin', outageOrigins))
@Check('by_leasing_outage_cause_check', oneOf('cause', outageCauses))
@Check(
  'by_leasing_outage_closed_check',
  "(restored_at is null) = (origin is null) and coalesce(origin = 'OUTSIDE', false) = (cause is not null)",
)
@Check('by_leasing_outage_period_check', 'planned_end_at > starts_at and restored_at >= starts_at')
export class OutageEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_outage_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_outage_pkey' })
  id!: string;

  @Column('text')
  kind!: OutageKind;

  /** What the notice on the site says. */
  @Column('text')
  text!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'planned_end_at', nullable: true })
  plannedEndAt!: Date | null;

  /** When the notice stood on the site; null while there is none. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { name: 'restored_at', nullable: true })
  restoredAt!: Date | null;

  @Column('text', { nullable: true })
  origin!: OutageOrigin | null;

  @Column('text', { nullable: true })
  cause!: OutageCause | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
