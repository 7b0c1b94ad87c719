import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';
import { signerKinds } from './signature.entity';

export class CreateSignatures1700000001700 implements MigrationInterface {
  readonly name = 'CreateSignatures1700000001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.signature (
        lender_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        client_id uuid not null,
        signer_kind text not null constraint signature_signer_check check (signer_kind in (${signerKinds.map((kind) => `'${kind}'`).join(', ')})),
        signer_id text not null,
        method text not null,
        ceremony_id uuid,
        identifier text not null,
        digest bytea not null constraint signature_digest_check check (octet_length(digest) = 32),
        evidence bytea not null,
        signed_at timestamptz not null,
        constraint signature_pkey primary key (lender_id, id),
        constraint signature_document_fkey foreign key (lender_id, document_id) references core.document (lender_id, id),
        constraint signature_signer_key unique (lender_id, document_id, signer_kind, signer_id)
      );
      create index signature_client_idx on core.signature (lender_id, client_id);
    `);
    // Evidence is only ever added.
    await runner.query(secureTable('core.signature', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.signature');
  }
}
