import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export const sha256Check = 'octet_length(sha256) = 32';

/** A certificate of an authority or a list of revocations by which a signature was judged, octet by octet. Public data, kept for evidence. */
@Entity({ schema: 'by_leasing', name: 'trust_file' })
@Check('by_leasing_trust_file_kind_check', "kind in ('AUTHORITY', 'REVOCATION_LIST')")
@Check('by_leasing_trust_file_sha256_check', sha256Check)
export class TrustFileEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_trust_file_pkey' })
  lenderId!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'by_leasing_trust_file_pkey' })
  sha256!: Buffer;

  @Column('text')
  kind!: 'AUTHORITY' | 'REVOCATION_LIST';

  /** DER. */
  @Column('bytea')
  der!: Buffer;

  @Column('timestamptz', { name: 'first_used_at' })
  firstUsedAt!: Date;
}
