import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to an application of a lender in a year; its row lock keeps the numbers without gaps. */
@Entity({ schema: 'ru_mfo', name: 'registration_counter' })
export class RegistrationCounterEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_registration_counter_pkey' })
  lenderId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ru_mfo_registration_counter_pkey' })
  year!: number;

  @Column('integer')
  last!: number;
}
