import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../schema/base';
import { ApplicationEntity } from '../applications';
import { ClientEntity } from '../clients';
import { ContractEntity } from '../contracts';
import { oneOf } from '../database';
import { type DocumentForm, type DocumentStatus, documentForms, documentStatuses } from './document-status';

/** A document (документ): what it says, encrypted; the hash of its text; where it stands. The text never changes. */
@Entity({ schema: 'core', name: 'document' })
@Check('document_form_check', oneOf('form', documentForms))
@Check('document_status_check', oneOf('status', documentStatuses))
@Check('document_sha256_check', 'octet_length(sha256) = 32')
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'document_client_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'document_application_fkey' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'document_contract_fkey' })
@Index('document_application_idx', ['lenderId', 'applicationId'])
@Index('document_client_idx', ['lenderId', 'clientId', 'createdAt', 'id'])
export class DocumentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'document_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('text', { name: 'plugin_id' })
  pluginId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  title!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'template_id' })
  templateId!: string;

  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  /** Edition of the lender's rules that the document was made under. */
  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  @Column('text')
  form!: DocumentForm;

  @Column('text')
  status!: DocumentStatus;

  /** Name of the rule by which the canonical text is made. */
  @Column('text', { name: 'canonical_form' })
  canonicalForm!: string;

  /** The canonical text, encrypted. */
  @Column('bytea')
  canonical!: Buffer;

  /** What is printed, as JSON, encrypted. */
  @Column('bytea')
  content!: Buffer;

  /** SHA-256 of the canonical text. */
  @Column('bytea')
  sha256!: Buffer;

  /** Where its printed copies lie in the file storage: one for each number of signatures. */
  @Column('text', { name: 'pdf_key' })
  pdfKey!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'status_changed_at' })
  statusChangedAt!: Date;
}
