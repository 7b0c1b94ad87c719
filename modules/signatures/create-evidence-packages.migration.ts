import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateEvidencePackages1700000001710 implements MigrationInterface {
  readonly name = 'CreateEvidencePackages1700000001710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.signature add column audit_entry_id uuid;
      create table core.evidence_package (
        lender_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        client_id uuid not null,
        requested_by text not null,
        requested_at timestamptz not null,
        made_at timestamptz,
        storage_key text,
        size integer,
        failure text,
        sha256 bytea constraint evidence_package_sha256_check check (octet_length(sha256) = 32),
        constraint evidence_package_pkey primary key (lender_id, id),
        constraint evidence_package_document_fkey foreign key (lender_id, document_id) references core.document (lender_id, id),
        constraint evidence_package_made_check check (num_nulls(made_at, storage_key, size, sha256) in (0, 4) and (failure is null or made_at is null))
      );
      create index evidence_package_document_idx on core.evidence_package (lender_id, document_id);
      create index evidence_package_waiting_idx on core.evidence_package (requested_at) where made_at is null and failure is null;
    `);
    // The worker looks for what waits at all lenders.
    await runner.query(secureTable('core.evidence_package', { client: 'client_id', worker: ['select'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.evidence_package; alter table core.signature drop column audit_entry_id;');
  }
}
