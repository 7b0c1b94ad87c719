import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { msiMethods } from '../msi';
import { identificationSources, identificationStatuses, identifiedSubjects } from './identification-status';

/** Identifications through МСИ and in offices, and what is kept of them for good. */
export class CreateByLeasingIdentification1700000003020 implements MigrationInterface {
  readonly name = 'CreateByLeasingIdentification1700000003020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists by_leasing;
      grant usage on schema by_leasing to lexgraph_app, lexgraph_worker;
      create table by_leasing.identification (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        source text not null constraint by_leasing_identification_source_check check (${oneOf('source', identificationSources)}),
        method text constraint by_leasing_identification_method_check check (${oneOf('method', msiMethods)}),
        status text not null constraint by_leasing_identification_status_check check (${oneOf('status', identificationStatuses)}),
        state_digest bytea,
        secrets_enc bytea,
        browser_digest bytea,
        refusal text,
        msi_request_id text,
        session_id uuid,
        opened_by text not null,
        opened_at timestamptz not null,
        expires_at timestamptz,
        ended_at timestamptz,
        constraint by_leasing_identification_pkey primary key (lender_id, id),
        constraint by_leasing_identification_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_identification_state_key unique (lender_id, state_digest),
        constraint by_leasing_identification_msi_check check ((source = 'MSI') = (method is not null and state_digest is not null)),
        constraint by_leasing_identification_open_check check (status not in ('AT_MSI', 'TAKEN') or secrets_enc is not null)
      );
      create index by_leasing_identification_client_idx on by_leasing.identification (lender_id, client_id, opened_at, id);
      create table by_leasing.identification_record (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        source text not null constraint by_leasing_identification_record_source_check check (${oneOf('source', identificationSources)}),
        method text constraint by_leasing_identification_record_method_check check (${oneOf('method', msiMethods)}),
        subject text not null constraint by_leasing_identification_record_subject_check check (${oneOf('subject', identifiedSubjects)}),
        msi_request_id text,
        responded_at timestamptz not null,
        identified_at timestamptz not null,
        person_enc bytea not null,
        person_index bytea not null,
        grant_enc bytea,
        xml_enc bytea not null,
        xml_sha256 bytea not null,
        officer text,
        office text,
        constraint by_leasing_identification_record_pkey primary key (lender_id, id),
        constraint by_leasing_identification_record_identification_fkey
          foreign key (lender_id, id) references by_leasing.identification (lender_id, id),
        constraint by_leasing_identification_record_msi_check check (source <> 'MSI' or (method is not null and msi_request_id is not null)),
        constraint by_leasing_identification_record_office_check check (source <> 'OFFICE' or (officer is not null and office is not null)),
        constraint by_leasing_identification_record_sha256_check check (octet_length(xml_sha256) = 32)
      );
      create index by_leasing_identification_record_client_idx
        on by_leasing.identification_record (lender_id, client_id, identified_at, id);
      create table by_leasing.sdo_consent (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        msi_request_id text not null,
        given_at timestamptz not null,
        constraint by_leasing_sdo_consent_pkey primary key (lender_id, id),
        constraint by_leasing_sdo_consent_record_fkey
          foreign key (lender_id, id) references by_leasing.identification_record (lender_id, id)
      );
      create index by_leasing_sdo_consent_client_idx on by_leasing.sdo_consent (lender_id, client_id, given_at);
      create table by_leasing.data_version (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        no integer not null,
        source text not null constraint by_leasing_data_version_source_check check (${oneOf('source', identificationSources)}),
        identification_id uuid not null,
        fields text[] not null,
        person_enc bytea not null,
        changed_on date,
        notified_at timestamptz not null,
        written_notice boolean not null,
        constraint by_leasing_data_version_pkey primary key (lender_id, id),
        constraint by_leasing_data_version_no_key unique (lender_id, client_id, no),
        constraint by_leasing_data_version_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_data_version_record_fkey
          foreign key (lender_id, identification_id) references by_leasing.identification_record (lender_id, id)
      );
      create table by_leasing.operation_evidence (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        operation_type text not null,
        operation_id uuid not null,
        identification_id uuid not null,
        session_id uuid,
        xml_enc bytea not null,
        xml_sha256 bytea not null,
        at timestamptz not null,
        constraint by_leasing_operation_evidence_pkey primary key (lender_id, id),
        constraint by_leasing_operation_evidence_operation_key unique (lender_id, operation_type, operation_id),
        constraint by_leasing_operation_evidence_record_fkey
          foreign key (lender_id, identification_id) references by_leasing.identification_record (lender_id, id),
        constraint by_leasing_operation_evidence_sha256_check check (octet_length(xml_sha256) = 32)
      );
      create index by_leasing_operation_evidence_client_idx on by_leasing.operation_evidence (lender_id, client_id, at, id);
    `);
    await runner.query(secureTable('by_leasing.identification', { client: 'client_id' }));
    // Proofs: nobody changes them.
    for (const table of ['identification_record', 'sdo_consent', 'data_version', 'operation_evidence']) {
      await runner.query(secureTable(`by_leasing.${table}`, { client: 'client_id', app: ['select', 'insert'] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table by_leasing.operation_evidence;
      drop table by_leasing.data_version;
      drop table by_leasing.sdo_consent;
      drop table by_leasing.identification_record;
      drop table by_leasing.identification;
    `);
  }
}
