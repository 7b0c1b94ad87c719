import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';

/** `ANOTHER_PERSON`: an officer found out that this number belongs to a namesake, not to the party of the deal. */
export const contactBases = ['DEAL', 'ANOTHER_PERSON'] as const;
export type ContactBasis = (typeof contactBases)[number];

export const dealCheck = "(basis = 'DEAL') = (deal_number is not null)";

/** The contact number of somebody's deal with the lender, past or present; a later row takes the place of an earlier one. */
@Entity({ schema: 'by_leasing', name: 'deal_contact' })
@Check('by_leasing_deal_contact_basis_check', oneOf('basis', contactBases))
@Check('by_leasing_deal_contact_deal_check', dealCheck)
@Index('by_leasing_deal_contact_party_idx', ['lenderId', 'partyIndex'])
export class DealContactEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_deal_contact_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_deal_contact_pkey' })
  id!: string;

  @Column('text')
  basis!: ContactBasis;

  @Column('text', { name: 'deal_number', nullable: true })
  dealNumber!: string | null;

  /** Keyed index of the УНП, or of surname and first name. */
  @Column('bytea', { name: 'party_index' })
  partyIndex!: Buffer;

  @Column('bytea', { name: 'phone_index' })
  phoneIndex!: Buffer;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
