import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateDeadlines1700000001500 implements MigrationInterface {
  readonly name = 'CreateDeadlines1700000001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.deadline (
        lender_id uuid not null constraint deadline_lender_fkey references core.lender (lender_id),
        id uuid not null,
        kind text not null,
        plugin_id text,
        subject_type text not null,
        subject_id uuid not null,
        application_id uuid,
        client_id uuid,
        clause text,
        edition_id text,
        started_at timestamptz not null,
        due_at timestamptz not null,
        state text not null constraint deadline_state_check check (state in ('PENDING', 'MET', 'MISSED', 'CANCELLED')),
        settled_at timestamptz,
        fired_at timestamptz,
        attempts integer not null default 0,
        retry_at timestamptz not null,
        last_error text,
        constraint deadline_pkey primary key (lender_id, id),
        constraint deadline_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint deadline_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint deadline_settled_check check ((state = 'PENDING') = (settled_at is null))
      );
      create unique index deadline_pending_key on core.deadline (lender_id, subject_id, kind) where state = 'PENDING';
      create index deadline_application_idx on core.deadline (lender_id, application_id, due_at, id);
      create index deadline_due_idx on core.deadline (lender_id, due_at, id);
      create index deadline_retry_idx on core.deadline (retry_at) where state = 'PENDING';
    `);
    // The worker looks for what is due at all lenders and notes failed attempts; settling is a command's, as the app role.
    await runner.query(secureTable('core.deadline', { client: 'client_id', worker: ['select'] }));
    await runner.query('grant update (attempts, retry_at, last_error) on core.deadline to lexgraph_worker');
    await this.createJobSchema(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('set local role lexgraph_worker; drop schema lexgraph_jobs cascade; reset role;');
    await runner.query('drop table core.deadline');
  }

  /**
   * The job queue keeps its tables in a schema that the worker role owns: they have row-level security without policies,
   * so only their owner gets through. It installs and upgrades them itself at start; it finds its version table here,
   * because without it it would create the schema, which needs rights on the whole database.
   */
  private async createJobSchema(runner: QueryRunner): Promise<void> {
    await runner.query('create schema lexgraph_jobs authorization lexgraph_worker');
    await runner.query(`
      set local role lexgraph_worker;
      create table lexgraph_jobs.migrations (id int primary key, ts timestamptz default now() not null, breaking boolean not null default false);
      reset role;
    `);
  }
}
