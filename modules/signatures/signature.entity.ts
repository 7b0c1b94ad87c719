import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DocumentEntity } from '../documents';

export const signerKinds = ['CLIENT', 'LENDER', 'OTHER_PARTY'] as const;

/** `OTHER_PARTY`: a guarantor, pledgor or anybody else who signs beside client and lender. */
export type SignerKind = (typeof signerKinds)[number];

/** One signature under one document, with the evidence of how it came to be. Never changed, never deleted. */
@Entity({ schema: 'core', name: 'signature' })
@Check('signature_signer_check', `signer_kind in (${signerKinds.map((kind) => `'${kind}'`).join(', ')})`)
@Check('signature_digest_check', 'octet_length(digest) = 32')
@Unique('signature_signer_key', ['lenderId', 'documentId', 'signerKind', 'signerId'])
@Index('signature_client_idx', ['lenderId', 'clientId'])
@ForeignKey(() => DocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'signature_document_fkey' })
export class SignatureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'signature_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signature_pkey' })
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  /** Whose document it is: that client sees the signature. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'signer_kind' })
  signerKind!: SignerKind;

  /** Client id, employee or party id. */
  @Column('text', { name: 'signer_id' })
  signerId!: string;

  @Column('text')
  method!: string;

  /** The confirmation by which it was given, where the method has one. */
  @Column('uuid', { name: 'ceremony_id', nullable: true })
  ceremonyId!: string | null;

  /** What is printed as the signature's identifier. */
  @Column('text')
  identifier!: string;

  /** The digest that was signed. */
  @Column('bytea')
  digest!: Buffer;

  /** The signer's name as printed and the evidence, as JSON, encrypted. */
  @Column('bytea')
  evidence!: Buffer;

  /** The audit entry of the command that recorded it; none for signatures from before such entries were kept. */
  @Column('uuid', { name: 'audit_entry_id', nullable: true })
  auditEntryId!: string | null;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
