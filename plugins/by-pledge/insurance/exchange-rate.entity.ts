import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Official rate of the National Bank on a day (официальный курс). */
@Entity({ schema: 'by_pledge', name: 'exchange_rate' })
@Check('by_pledge_exchange_rate_rate_check', 'scale > 0 and rate > 0')
export class ExchangeRateEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_exchange_rate_pkey' })
  lenderId!: string;

  /** ISO 4217. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'by_pledge_exchange_rate_pkey' })
  currency!: string;

  @PrimaryColumn('date', { name: 'on_day', primaryKeyConstraintName: 'by_pledge_exchange_rate_pkey' })
  onDay!: string;

  /** Units that the rate is for. */
  @Column('integer')
  scale!: number;

  /** BYN for `scale` units. */
  @Column('numeric', { precision: 18, scale: 6 })
  rate!: string;

  /** NBRB, or who recorded it. */
  @Column('text')
  source!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
