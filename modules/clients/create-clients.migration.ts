import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateClients1700000000300 implements MigrationInterface {
  readonly name = 'CreateClients1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.client (
        lender_id uuid not null constraint client_lender_fkey references core.lender (lender_id),
        id uuid not null,
        number text not null,
        kind text not null constraint client_kind_check check (kind in ('INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY')),
        status text not null constraint client_status_check check (status in ('REGISTERING', 'REGISTERED', 'BLOCKED')),
        phone_enc bytea,
        phone_index bytea,
        phone_verified_at timestamptz,
        email_enc bytea,
        email_index bytea,
        email_verified_at timestamptz,
        profile_enc bytea not null,
        created_at timestamptz not null,
        version integer not null,
        constraint client_pkey primary key (lender_id, id),
        constraint client_number_key unique (lender_id, number),
        constraint client_phone_key unique (lender_id, phone_index),
        constraint client_email_key unique (lender_id, email_index)
      );
      create index client_created_idx on core.client (lender_id, created_at, id);
    `);
    await runner.query(secureTable('core.client', { client: 'id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.client');
  }
}
