import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { IdentificationRecordEntity } from './identification.entity';
import { type IdentificationSource, identificationSources } from './identification-status';

/** What an identification through МСИ lets the lender do (согласие на использование СДО). */
@Entity({ schema: 'by_leasing', name: 'sdo_consent' })
@Index('by_leasing_sdo_consent_client_idx', ['lenderId', 'clientId', 'givenAt'])
@ForeignKey(() => IdentificationRecordEntity, ['lenderId', 'id'], ['lenderId', 'id'], { name: 'by_leasing_sdo_consent_record_fkey' })
export class SdoConsentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_sdo_consent_pkey' })
  lenderId!: string;

  /** The identification's. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_sdo_consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'msi_request_id' })
  msiRequestId!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}

/** A version of the client's data: when they changed and when the lender was told (актуализация данных). */
@Entity({ schema: 'by_leasing', name: 'data_version' })
@Check('by_leasing_data_version_source_check', oneOf('source', identificationSources))
@Unique('by_leasing_data_version_no_key', ['lenderId', 'clientId', 'no'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_data_version_client_fkey' })
@ForeignKey(() => IdentificationRecordEntity, ['lenderId', 'identificationId'], ['lenderId', 'id'], {
  name: 'by_leasing_data_version_record_fkey',
})
export class DataVersionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_data_version_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_data_version_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** From 1. */
  @Column('integer')
  no!: number;

  @Column('text')
  source!: IdentificationSource;

  @Column('uuid', { name: 'identification_id' })
  identificationId!: string;

  /** Names of the fields that differ from the version before. */
  @Column('text', { array: true })
  fields!: string[];

  /** `MsiPerson` as JSON, encrypted. */
  @Column('bytea', { name: 'person_enc' })
  personEnc!: Buffer;

  /** When the data changed, where that is known. */
  @Column('date', { name: 'changed_on', nullable: true })
  changedOn!: string | null;

  @Column('timestamptz', { name: 'notified_at' })
  notifiedAt!: Date;

  /** Whether the lender was told of it in writing, as the agreement understands it (12.4). */
  @Column('boolean', { name: 'written_notice' })
  writtenNotice!: boolean;
}

/** Proof of one operation in the remote service: who was identified, how it was confirmed, what was done (XML). Never changed. */
@Entity({ schema: 'by_leasing', name: 'operation_evidence' })
@Unique('by_leasing_operation_evidence_operation_key', ['lenderId', 'operationType', 'operationId'])
@Check('by_leasing_operation_evidence_sha256_check', 'octet_length(xml_sha256) = 32')
@Index('by_leasing_operation_evidence_client_idx', ['lenderId', 'clientId', 'at', 'id'])
@ForeignKey(() => IdentificationRecordEntity, ['lenderId', 'identificationId'], ['lenderId', 'id'], {
  name: 'by_leasing_operation_evidence_record_fkey',
})
export class OperationEvidenceEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_operation_evidence_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_operation_evidence_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** GraphQL type of what was done to. */
  @Column('text', { name: 'operation_type' })
  operationType!: string;

  @Column('uuid', { name: 'operation_id' })
  operationId!: string;

  @Column('uuid', { name: 'identification_id' })
  identificationId!: string;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('bytea', { name: 'xml_enc' })
  xmlEnc!: Buffer;

  @Column('bytea', { name: 'xml_sha256' })
  xmlSha256!: Buffer;

  @Column('timestamptz')
  at!: Date;
}
