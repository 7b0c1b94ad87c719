import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A service of the cabinet was switched on or off, from a moment on; the last one that has come counts. */
@Entity({ schema: 'by_leasing', name: 'service_change' })
@Index('by_leasing_service_change_idx', ['lenderId', 'service', 'effectiveFrom'])
export class ServiceChangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_service_change_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_service_change_pkey' })
  id!: string;

  @Column('text')
  service!: string;

  @Column('boolean')
  enabled!: boolean;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom!: Date;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
