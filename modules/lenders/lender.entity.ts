import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A lender: the tenant whose written rules and plugins apply. */
@Entity({ schema: 'core', name: 'lender' })
@Unique('lender_code_key', ['code'])
export class LenderEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'lender_pkey' })
  lenderId!: string;

  /** Short name in tokens, headers and clause ids; unique. */
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'legal_name' })
  legalName!: string;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country!: string;

  /** IANA time zone in which the lender's legal days run. */
  @Column('text')
  zone!: string;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  /** Host names that lead to this lender before sign-in. */
  @Column('text', { array: true, default: () => "'{}'" })
  hosts!: string[];

  /** Registration numbers, addresses and sites that must stand in documents. */
  @Column('jsonb', { default: () => "'{}'" })
  details!: Record<string, string>;
}
