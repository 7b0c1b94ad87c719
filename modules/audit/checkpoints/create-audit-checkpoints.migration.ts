import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../database';

export class CreateAuditCheckpoints1700000000160 implements MigrationInterface {
  readonly name = 'CreateAuditCheckpoints1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.audit_checkpoint (
        lender_id uuid not null constraint audit_checkpoint_lender_fkey references core.lender (lender_id),
        no bigint not null,
        after_no bigint not null,
        until_no bigint not null,
        root bytea not null,
        head bytea not null,
        at timestamptz not null,
        seal text not null,
        constraint audit_checkpoint_pkey primary key (lender_id, no),
        constraint audit_checkpoint_range_check check (until_no > after_no)
      );
    `);
    // A checkpoint is only ever added.
    await runner.query(secureTable('core.audit_checkpoint', { app: ['select', 'insert'] }));
    await runner.query(`
      create policy core_audit_checkpoint_not_for_clients on core.audit_checkpoint as restrictive for select to lexgraph_app
        using (nullif(current_setting('lexgraph.client', true), '') is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.audit_checkpoint');
  }
}
