import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateIdempotency1700000000200 implements MigrationInterface {
  readonly name = 'CreateIdempotency1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.idempotency (
        lender_id uuid not null constraint idempotency_lender_fkey references core.lender (lender_id),
        caller text not null,
        key text not null,
        command text not null,
        input_hash bytea not null,
        result jsonb,
        created_at timestamptz not null,
        constraint idempotency_pkey primary key (lender_id, caller, key)
      );
    `);
    await runner.query(secureTable('core.idempotency'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.idempotency');
  }
}
