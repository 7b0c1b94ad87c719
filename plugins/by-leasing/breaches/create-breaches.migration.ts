import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { breachSources, breachStates } from './breach.entity';

/** Breaches of the agreement by clients. */
export class CreateByLeasingBreaches1700000003060 implements MigrationInterface {
  readonly name = 'CreateByLeasingBreaches1700000003060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists by_leasing;
      grant usage on schema by_leasing to lexgraph_app, lexgraph_worker;
      create table by_leasing.breach (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        clause text not null,
        source text not null constraint by_leasing_breach_source_check check (${oneOf('source', breachSources)}),
        state text not null constraint by_leasing_breach_state_check check (${oneOf('state', breachStates)}),
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        settled_at timestamptz,
        constraint by_leasing_breach_pkey primary key (lender_id, id),
        constraint by_leasing_breach_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_breach_settled_check check ((state = 'OPEN') = (settled_at is null))
      );
      create index by_leasing_breach_client_idx on by_leasing.breach (lender_id, client_id, occurred_at);
    `);
    await runner.query(secureTable('by_leasing.breach', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.breach;');
  }
}
