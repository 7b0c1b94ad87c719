import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from '../../../modules/database';

/** The agreement itself, and the policy by which personal data are processed. */
export const termsKinds = ['AGREEMENT', 'PERSONAL_DATA_POLICY'] as const;
export type TermsKind = (typeof termsKinds)[number];

/** A version of a document of the site: in force from its publication, never changed, replaced by a later one. */
@Entity({ schema: 'by_leasing', name: 'terms_version' })
@Check('by_leasing_terms_version_kind_check', oneOf('kind', termsKinds))
@Unique('by_leasing_terms_version_key', ['lenderId', 'kind', 'version'])
export class TermsVersionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_terms_version_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_terms_version_pkey' })
  id!: string;

  @Column('text')
  kind!: TermsKind;

  @Column('text')
  version!: string;

  /** Number of the order that approved it. */
  @Column('text', { name: 'order_number' })
  orderNumber!: string;

  @Column('date', { name: 'approved_on' })
  approvedOn!: string;

  @Column('text')
  title!: string;

  @Column('text')
  url!: string;

  @Column('text')
  text!: string;

  @Column('bytea')
  sha256!: Buffer;

  /** What is new in it, for the list of changes. */
  @Column('text')
  changes!: string;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  /** It is in force from this moment. */
  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;
}
