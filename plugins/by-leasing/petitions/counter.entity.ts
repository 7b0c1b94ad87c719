import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number of a series within a year. */
@Entity({ schema: 'by_leasing', name: 'counter' })
export class CounterEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_counter_pkey' })
  lenderId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'by_leasing_counter_pkey' })
  name!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'by_leasing_counter_pkey' })
  year!: number;

  @Column('integer')
  last!: number;
}
