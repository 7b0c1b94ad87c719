import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The daily rate of the lender for new loans from a day on (ставка). */
@Entity({ schema: 'by_pledge', name: 'tariff' })
@Check('by_pledge_tariff_rate_check', 'daily_rate > 0')
export class TariffEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_tariff_pkey' })
  lenderId!: string;

  @PrimaryColumn('date', { name: 'effective_from', primaryKeyConstraintName: 'by_pledge_tariff_pkey' })
  effectiveFrom!: string;

  /** Per cent a day. */
  @Column('numeric', { name: 'daily_rate', precision: 18, scale: 6 })
  dailyRate!: string;

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
