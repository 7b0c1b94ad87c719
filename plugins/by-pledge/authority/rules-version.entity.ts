import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the lender’s Microloan Rules, by which the agreement’s terms are read (правила предоставления микрозаймов). */
@Entity({ schema: 'by_pledge', name: 'rules_version' })
export class RulesVersionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_rules_version_pkey' })
  lenderId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'by_pledge_rules_version_pkey' })
  version!: string;

  @Column('date', { name: 'effective_from' })
  effectiveFrom!: string;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;
}
