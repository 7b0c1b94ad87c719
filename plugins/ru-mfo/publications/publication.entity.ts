import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { type PublicationKind, publicationKinds } from './publication-kind';

/** A version of a document that the lender published: it is never changed, a later one stands beside it. */
@Entity({ schema: 'ru_mfo', name: 'publication' })
@Check('ru_mfo_publication_kind_check', oneOf('kind', publicationKinds))
@Unique('ru_mfo_publication_version_key', ['lenderId', 'kind', 'version'])
export class PublicationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_publication_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_publication_pkey' })
  id!: string;

  @Column('text')
  kind!: PublicationKind;

  @Column('text')
  version!: string;

  @Column('text')
  title!: string;

  @Column('date', { name: 'effective_from' })
  effectiveFrom!: string;

  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text')
  text!: string;

  @Column('bytea')
  sha256!: Buffer;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;
}
