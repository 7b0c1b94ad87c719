import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';

export const authorityBases = ['CHARTER', 'POWER_OF_ATTORNEY'] as const;

/** The document that the authority rests on: one of the two. */
export type AuthorityBasis = (typeof authorityBases)[number];

/** Who signs for the lender, and by which document (полномочия подписанта). */
@Entity({ schema: 'by_pledge', name: 'signing_authority' })
@Check('by_pledge_signing_authority_basis_check', oneOf('basis', authorityBases))
@Check('by_pledge_signing_authority_number_check', "(basis = 'POWER_OF_ATTORNEY') <= (basis_number is not null)")
@Index('by_pledge_signing_authority_signer_idx', ['lenderId', 'signer', 'recordedAt'])
export class SigningAuthorityEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_signing_authority_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_signing_authority_pkey' })
  id!: string;

  /** Subject of the officer’s token. */
  @Column('text')
  signer!: string;

  /** Encrypted. */
  @Column('bytea', { name: 'name_enc' })
  nameEnc!: Buffer;

  @Column('text')
  position!: string;

  @Column('text')
  basis!: AuthorityBasis;

  /** Number of the power of attorney. */
  @Column('text', { name: 'basis_number', nullable: true })
  basisNumber!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Last day; empty while it has none. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
