import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const identityDocuments = ['BY_PASSPORT', 'BY_ID_CARD', 'RESIDENCE_PERMIT', 'FOREIGN_PASSPORT'] as const;

/** Kinds of documents; a foreigner needs the residence permit. */
export type IdentityDocument = (typeof identityDocuments)[number];

/** The identity document that the pledgor produced, and who looked at it (проверка личности). */
@Entity({ schema: 'by_pledge', name: 'identity_check' })
@Check('by_pledge_identity_check_document_check', oneOf('document_type', identityDocuments))
@Index('by_pledge_identity_check_pledge_idx', ['lenderId', 'pledgeId', 'checkedAt'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_identity_check_pledge_fkey' })
export class IdentityCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_identity_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_identity_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'document_type' })
  documentType!: IdentityDocument;

  /** Number of the document, encrypted. */
  @Column('bytea', { name: 'number_enc' })
  numberEnc!: Buffer;

  /** Identification number (идентификационный номер), encrypted. */
  @Column('bytea', { name: 'personal_number_enc' })
  personalNumberEnc!: Buffer;

  /** Whether it has the form and check digit of one. */
  @Column('boolean', { name: 'personal_number_valid' })
  personalNumberValid!: boolean;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  citizenship!: string;

  @Column('text', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}
