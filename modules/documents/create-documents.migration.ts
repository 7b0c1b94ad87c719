import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { documentForms, documentStatuses } from './document-status';
import { fileStates } from './files/file.entity';

export class CreateDocuments1700000001600 implements MigrationInterface {
  readonly name = 'CreateDocuments1700000001600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.document (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        application_id uuid,
        contract_id uuid,
        plugin_id text not null,
        kind text not null,
        title text not null,
        locale text not null,
        template_id text not null,
        template_version integer not null,
        edition_id text,
        form text not null constraint document_form_check check (${oneOf('form', documentForms)}),
        status text not null constraint document_status_check check (${oneOf('status', documentStatuses)}),
        canonical_form text not null,
        canonical bytea not null,
        content bytea not null,
        sha256 bytea not null constraint document_sha256_check check (octet_length(sha256) = 32),
        pdf_key text not null,
        created_at timestamptz not null,
        status_changed_at timestamptz not null,
        constraint document_pkey primary key (lender_id, id),
        constraint document_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint document_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint document_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id)
      );
      create index document_application_idx on core.document (lender_id, application_id);
      create index document_client_idx on core.document (lender_id, client_id, created_at, id);
      create table core.file (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid,
        purpose text not null,
        file_name bytea not null,
        content_type text not null,
        size integer not null constraint file_size_check check (size > 0),
        sha256 bytea not null constraint file_sha256_check check (octet_length(sha256) = 32),
        storage_key text not null,
        state text not null constraint file_state_check check (${oneOf('state', fileStates)}),
        requested_by text not null,
        requested_at timestamptz not null,
        stored_at timestamptz,
        constraint file_pkey primary key (lender_id, id),
        constraint file_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint file_stored_check check ((state = 'STORED') = (stored_at is not null))
      );
      create index file_client_idx on core.file (lender_id, client_id);
    `);
    await runner.query(secureTable('core.document', { client: 'client_id' }));
    await runner.query(secureTable('core.file', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.file; drop table core.document;');
  }
}
