import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { decisionKinds } from './decision.entity';

export class CreateDecisions1700000001250 implements MigrationInterface {
  readonly name = 'CreateDecisions1700000001250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.decision (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        kind text not null constraint decision_kind_check check (${oneOf('kind', decisionKinds)}),
        terms jsonb,
        grounds jsonb not null default '[]',
        findings jsonb not null default '[]',
        edition_id text,
        receipt jsonb not null,
        receipt_hash text not null,
        facts_enc bytea not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint decision_pkey primary key (lender_id, id),
        constraint decision_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint decision_terms_check check ((kind = 'REFUSED') = (terms is null))
      );
      create index decision_application_idx on core.decision (lender_id, application_id);
    `);
    // A decision is never changed: a later one stands beside it.
    await runner.query(secureTable('core.decision', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.decision');
  }
}
