import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** A valuation of the item by its photographs, with the result of the vehicle analytics where one was asked (оценка). */
@Entity({ schema: 'by_pledge', name: 'valuation' })
@Check('by_pledge_valuation_value_check', 'value > 0')
@Check('by_pledge_valuation_analytics_check', '(analytics_module is null) = (analytics_report is null)')
@Index('by_pledge_valuation_pledge_idx', ['lenderId', 'pledgeId', 'valuedAt'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_valuation_pledge_fkey' })
export class ValuationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_valuation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_valuation_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('integer', { name: 'inventory_version' })
  inventoryVersion!: number;

  /** VISUAL_BY_PHOTO, or with VEHICLE_ANALYTICS beside it. */
  @Column('text')
  method!: string;

  /** BYN. */
  @Column('numeric', { precision: 18, scale: 2 })
  value!: string;

  /** The files that were looked at. */
  @Column('uuid', { array: true })
  photos!: string[];

  @Column('text', { name: 'analytics_module', nullable: true })
  analyticsModule!: string | null;

  /** What the module answered, BYN. */
  @Column('numeric', { name: 'analytics_value', precision: 18, scale: 2, nullable: true })
  analyticsValue!: string | null;

  /** Number of its report. */
  @Column('text', { name: 'analytics_report', nullable: true })
  analyticsReport!: string | null;

  @Column('text', { name: 'valued_by' })
  valuedBy!: string;

  @Column('timestamptz', { name: 'valued_at' })
  valuedAt!: Date;
}
