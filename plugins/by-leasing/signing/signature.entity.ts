import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { SignatureEntity } from '../../../modules/signatures';
import { LeasingDocumentEntity } from '../documents/document.entity';
import { type SignatureForm, signatureForms } from '../documents/kinds';

/** SQL: the six items that every document in electronic form carries (agreement, 6.4). */
export const sixItemsCheck = `form <> 'ELECTRONIC_FORM' or (login_digest is not null and password_digest is not null and code_digest is not null
  and code_word_digest is not null and authorised_at is not null and authorised_at <= signed_at)`;
/** SQL: a digital signature is kept with its document, with what it was judged by (1, ЭЦП). */
export const digitalCheck = "(form = 'EDS') = (cms_enc is not null and signed_hash is not null and verified_by is not null)";

export const signatureTools = ['MSI', 'OFFICER_TOOL'] as const;
export type SignatureTool = (typeof signatureTools)[number];
export const signatureVerifiers = ['MSI', 'GATEWAY'] as const;
export type SignatureVerifier = (typeof signatureVerifiers)[number];

/** What this plugin keeps of a signature beside the core: its form, the six items as keyed digests, or the ЭЦП. Never changed. */
@Entity({ schema: 'by_leasing', name: 'signature' })
@Check('by_leasing_signature_form_check', oneOf('form', signatureForms))
@Check('by_leasing_signature_made_check', oneOf('made_by', signatureTools))
@Check('by_leasing_signature_verified_check', oneOf('verified_by', signatureVerifiers))
@Check('by_leasing_signature_items_check', sixItemsCheck)
@Check('by_leasing_signature_digital_check', digitalCheck)
@Index('by_leasing_signature_document_idx', ['lenderId', 'documentId'])
@ForeignKey(() => SignatureEntity, ['lenderId', 'id'], ['lenderId', 'id'], { name: 'by_leasing_signature_core_fkey' })
@ForeignKey(() => LeasingDocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'by_leasing_signature_document_fkey' })
export class LeasingSignatureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_signature_pkey' })
  lenderId!: string;

  /** The core's signature. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_signature_pkey' })
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  form!: SignatureForm;

  @Column('bytea', { name: 'login_digest', nullable: true })
  loginDigest!: Buffer | null;

  @Column('bytea', { name: 'password_digest', nullable: true })
  passwordDigest!: Buffer | null;

  @Column('bytea', { name: 'code_digest', nullable: true })
  codeDigest!: Buffer | null;

  @Column('bytea', { name: 'code_word_digest', nullable: true })
  codeWordDigest!: Buffer | null;

  /** When the session began in which it was given. */
  @Column('timestamptz', { name: 'authorised_at', nullable: true })
  authorisedAt!: Date | null;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  /** Detached CMS, encrypted: its certificate names a person. */
  @Column('bytea', { name: 'cms_enc', nullable: true })
  cmsEnc!: Buffer | null;

  /** belt-hash of the signed text. */
  @Column('bytea', { name: 'signed_hash', nullable: true })
  signedHash!: Buffer | null;

  /** Serial number of the signer's certificate, hexadecimal. */
  @Column('text', { name: 'certificate_serial', nullable: true })
  certificateSerial!: string | null;

  @Column('text', { name: 'made_by', nullable: true })
  madeBy!: SignatureTool | null;

  @Column('text', { name: 'verified_by', nullable: true })
  verifiedBy!: SignatureVerifier | null;

  /** Hexadecimal SHA-256 of the authorities and revocation lists that it was judged by. */
  @Column('jsonb', { name: 'trust' })
  trust!: readonly string[];

  /** On what the signer's right to sign rests. */
  @Column('uuid', { name: 'authority_id', nullable: true })
  authorityId!: string | null;
}
