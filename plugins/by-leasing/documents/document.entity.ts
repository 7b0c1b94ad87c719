import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { ClientEntity } from '../../../modules/clients';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import { DocumentEntity } from '../../../modules/documents';
import { type Path, paths } from '../accounts/vocabulary';
import {
  type DealRole,
  type DocumentFlow,
  type DocumentKind,
  type DocumentState,
  dealRoles,
  documentFlows,
  documentKinds,
  documentStates,
} from './kinds';

/** SQL: what must be there once a document has come so far. */
export const formedCheck = "(state in ('DRAFT', 'VOID')) or (core_document_id is not null and formed_at is not null)";
export const signedCheck = "(state in ('SENT')) <= (signed_at is not null and sent_at is not null)";
export const subjectCheck = 'contract_id is null or application_id is not null';

/** A document on its way through the cabinet (СДО): what it is, whose, what was filled, who did what with it and when. */
@Entity({ schema: 'by_leasing', name: 'document' })
@Check('by_leasing_document_kind_check', oneOf('kind', documentKinds))
@Check('by_leasing_document_flow_check', oneOf('flow', documentFlows))
@Check('by_leasing_document_role_check', oneOf('role', dealRoles))
@Check('by_leasing_document_state_check', oneOf('state', documentStates))
@Check('by_leasing_document_path_check', oneOf('path', paths))
@Check('by_leasing_document_formed_check', formedCheck)
@Check('by_leasing_document_signed_check', signedCheck)
@Check('by_leasing_document_subject_check', subjectCheck)
@Unique('by_leasing_document_core_key', ['lenderId', 'coreDocumentId'])
@Index('by_leasing_document_application_idx', ['lenderId', 'applicationId', 'createdAt'])
@Index('by_leasing_document_client_idx', ['lenderId', 'clientId', 'createdAt'])
@Index('by_leasing_document_contract_idx', ['lenderId', 'contractId', 'createdAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_document_client_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'by_leasing_document_application_fkey' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'by_leasing_document_contract_fkey' })
@ForeignKey(() => DocumentEntity, ['lenderId', 'coreDocumentId'], ['lenderId', 'id'], { name: 'by_leasing_document_core_fkey' })
export class LeasingDocumentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_document_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_document_pkey' })
  id!: string;

  /** Who signs it on the client's side: applicant, guarantor or seller. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  role!: DealRole;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('text')
  kind!: DocumentKind;

  @Column('text')
  flow!: DocumentFlow;

  @Column('text')
  state!: DocumentState;

  /** How the client signs it, as of the forming. */
  @Column('text', { nullable: true })
  path!: Path | null;

  /** Filled fields with the origin of each, as JSON, encrypted. */
  @Column('bytea', { name: 'fields_enc' })
  fieldsEnc!: Buffer;

  /** The formed document: text, hash, pages. */
  @Column('uuid', { name: 'core_document_id', nullable: true })
  coreDocumentId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'formed_at', nullable: true })
  formedAt!: Date | null;

  /** The lender signed it and placed it in the cabinet. */
  @Column('timestamptz', { name: 'offered_at', nullable: true })
  offeredAt!: Date | null;

  /** The client opened it for reading. */
  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  /** The client confirmed the summary of all values of the text as it stands. */
  @Column('timestamptz', { name: 'summary_confirmed_at', nullable: true })
  summaryConfirmedAt!: Date | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  /** Sent to the lender, or returned to it. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** An officer certified a paper copy. */
  @Column('timestamptz', { name: 'copy_certified_at', nullable: true })
  copyCertifiedAt!: Date | null;

  @Column('text', { name: 'copy_certified_by', nullable: true })
  copyCertifiedBy!: string | null;
}
