import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from '../../../modules/database';

/** A release of the cabinet, or another procedure of registration: both without notice, both recorded. */
export const cabinetChangeKinds = ['RELEASE', 'REGISTRATION_PROCEDURE'] as const;
export type CabinetChangeKind = (typeof cabinetChangeKinds)[number];

@Entity({ schema: 'by_leasing', name: 'cabinet_change' })
@Check('by_leasing_cabinet_change_kind_check', oneOf('kind', cabinetChangeKinds))
@Unique('by_leasing_cabinet_change_version_key', ['lenderId', 'kind', 'version'])
export class CabinetChangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_cabinet_change_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_cabinet_change_pkey' })
  id!: string;

  @Column('text')
  kind!: CabinetChangeKind;

  @Column('text')
  version!: string;

  @Column('text')
  note!: string;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
