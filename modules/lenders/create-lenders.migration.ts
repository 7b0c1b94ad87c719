import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateLenders1700000000100 implements MigrationInterface {
  readonly name = 'CreateLenders1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.lender (
        lender_id uuid constraint lender_pkey primary key,
        code text not null constraint lender_code_key unique,
        name text not null,
        legal_name text not null,
        country text not null,
        zone text not null,
        currency text not null,
        hosts text[] not null default '{}',
        details jsonb not null default '{}'
      );
      create table core.plugin_state (
        lender_id uuid not null constraint plugin_state_lender_fkey references core.lender (lender_id),
        plugin_id text not null,
        state text not null constraint plugin_state_state_check check (state in ('ENABLED', 'DRAINING', 'DISABLED')),
        forced boolean not null default false,
        reason text,
        changed_by text not null,
        changed_at timestamptz not null,
        constraint plugin_state_pkey primary key (lender_id, plugin_id)
      );
    `);
    await runner.query(secureTable('core.lender', { app: ['select'], worker: ['select'] }));
    // The directory of lenders is public: it is how a caller without a token finds its lender.
    await runner.query('create policy core_lender_directory on core.lender for select to lexgraph_app using (true)');
    // The gateway derives each lender's schema from the states of all lenders at boot, as the worker role.
    await runner.query(secureTable('core.plugin_state', { worker: ['select'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.plugin_state; drop table core.lender;');
  }
}
