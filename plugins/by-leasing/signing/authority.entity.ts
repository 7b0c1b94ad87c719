import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';

export const authorityBases = ['CHARTER', 'POWER_OF_ATTORNEY', 'ORDER'] as const;
export type AuthorityBasis = (typeof authorityBases)[number];

export const holderCheck = '(client_id is null) = (officer is not null)';

/** Who may put a digital signature for whom: an officer for the lender, a person for a client; for which documents and how long. */
@Entity({ schema: 'by_leasing', name: 'signing_authority' })
@Check('by_leasing_signing_authority_basis_check', oneOf('basis', authorityBases))
@Check('by_leasing_signing_authority_holder_check', holderCheck)
@Index('by_leasing_signing_authority_officer_idx', ['lenderId', 'officer'])
@Index('by_leasing_signing_authority_client_idx', ['lenderId', 'clientId'])
@Index('by_leasing_signing_authority_standing_idx', ['lenderId', 'recordedAt', 'id'], { where: 'ended_at is null' })
export class LeasingAuthorityEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_signing_authority_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_signing_authority_pkey' })
  id!: string;

  /** The client for whom the person may sign; null: for the lender. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  /** Subject of the officer's token; of an authority for the lender only. */
  @Column('text', { nullable: true })
  officer!: string | null;

  /** Keyed index of the identification number that the person's certificate carries. */
  @Column('bytea', { name: 'person_index' })
  personIndex!: Buffer;

  @Column('bytea', { name: 'name_enc' })
  nameEnc!: Buffer;

  @Column('text')
  position!: string;

  @Column('text')
  basis!: AuthorityBasis;

  @Column('text', { name: 'basis_number', nullable: true })
  basisNumber!: string | null;

  /** Kinds of documents; null: all. */
  @Column('jsonb', { nullable: true })
  scope!: readonly string[] | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
