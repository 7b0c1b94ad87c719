import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type MsiMethod, msiMethods } from '../msi';
import {
  type IdentificationSource,
  type IdentificationStatus,
  type IdentifiedSubject,
  identificationSources,
  identificationStatuses,
  identifiedSubjects,
} from './identification-status';

/** One way through an identification: from leaving for МСИ, or from an officer's desk, to its end (идентификация). */
@Entity({ schema: 'by_leasing', name: 'identification' })
@Check('by_leasing_identification_status_check', oneOf('status', identificationStatuses))
@Check('by_leasing_identification_source_check', oneOf('source', identificationSources))
@Check('by_leasing_identification_method_check', oneOf('method', msiMethods))
@Check('by_leasing_identification_msi_check', "(source = 'MSI') = (method is not null and state_digest is not null)")
@Check('by_leasing_identification_open_check', "status not in ('AT_MSI', 'TAKEN') or secrets_enc is not null")
@Unique('by_leasing_identification_state_key', ['lenderId', 'stateDigest'])
@Index('by_leasing_identification_client_idx', ['lenderId', 'clientId', 'openedAt', 'id'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_identification_client_fkey' })
export class IdentificationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_identification_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_identification_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  source!: IdentificationSource;

  @Column('text', { nullable: true })
  method!: MsiMethod | null;

  @Column('text')
  status!: IdentificationStatus;

  /** Keyed digest of what names the answer. */
  @Column('bytea', { name: 'state_digest', nullable: true })
  stateDigest!: Buffer | null;

  /** State, nonce and PKCE verifier while an answer is awaited: encrypted JSON; gone with the answer. */
  @Column('bytea', { name: 'secrets_enc', nullable: true })
  secretsEnc!: Buffer | null;

  /** Keyed digest of what the browser holds that was sent to МСИ. */
  @Column('bytea', { name: 'browser_digest', nullable: true })
  browserDigest!: Buffer | null;

  /** Code of the refusal. */
  @Column('text', { nullable: true })
  refusal!: string | null;

  /** МСИ's number of the exchange. */
  @Column('text', { name: 'msi_request_id', nullable: true })
  msiRequestId!: string | null;

  /** Session in which it was begun. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** Until then an answer is taken. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** What an identification found: never changed, one for each that succeeded (сведения об идентификации). */
@Entity({ schema: 'by_leasing', name: 'identification_record' })
@Check('by_leasing_identification_record_source_check', oneOf('source', identificationSources))
@Check('by_leasing_identification_record_method_check', oneOf('method', msiMethods))
@Check('by_leasing_identification_record_subject_check', oneOf('subject', identifiedSubjects))
@Check('by_leasing_identification_record_msi_check', "source <> 'MSI' or (method is not null and msi_request_id is not null)")
@Check('by_leasing_identification_record_office_check', "source <> 'OFFICE' or (officer is not null and office is not null)")
@Check('by_leasing_identification_record_sha256_check', 'octet_length(xml_sha256) = 32')
@Index('by_leasing_identification_record_client_idx', ['lenderId', 'clientId', 'identifiedAt', 'id'])
@ForeignKey(() => IdentificationEntity, ['lenderId', 'id'], ['lenderId', 'id'], {
  name: 'by_leasing_identification_record_identification_fkey',
})
export class IdentificationRecordEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_identification_record_pkey' })
  lenderId!: string;

  /** The identification's. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_identification_record_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  source!: IdentificationSource;

  @Column('text', { nullable: true })
  method!: MsiMethod | null;

  @Column('text')
  subject!: IdentifiedSubject;

  @Column('text', { name: 'msi_request_id', nullable: true })
  msiRequestId!: string | null;

  @Column('timestamptz', { name: 'responded_at' })
  respondedAt!: Date;

  @Column('timestamptz', { name: 'identified_at' })
  identifiedAt!: Date;

  /** `MsiPerson` as JSON, encrypted. */
  @Column('bytea', { name: 'person_enc' })
  personEnc!: Buffer;

  /** Blind index of the identification number (идентификационный номер). */
  @Column('bytea', { name: 'person_index' })
  personIndex!: Buffer;

  /** Lets texts be signed at МСИ for this person, encrypted; after a certificate only. */
  @Column('bytea', { name: 'grant_enc', nullable: true })
  grantEnc!: Buffer | null;

  /** The record as XML, encrypted. */
  @Column('bytea', { name: 'xml_enc' })
  xmlEnc!: Buffer;

  /** SHA-256 of the XML. */
  @Column('bytea', { name: 'xml_sha256' })
  xmlSha256!: Buffer;

  @Column('text', { nullable: true })
  officer!: string | null;

  @Column('text', { nullable: true })
  office!: string | null;
}
