import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../../modules/database';

/** Terms of keeping: what begins them, when they are looked at, and the right to delete what is over. */
export class CreateRuMfoRetention1700000002201 implements MigrationInterface {
  readonly name = 'CreateRuMfoRetention1700000002201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.claim_assignment (
        lender_id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        assigned_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint ru_mfo_claim_assignment_pkey primary key (lender_id, contract_id),
        constraint ru_mfo_claim_assignment_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id)
      );
      create table ru_mfo.retention_check (
        lender_id uuid not null,
        client_id uuid not null,
        next_on date not null,
        constraint ru_mfo_retention_check_pkey primary key (lender_id, client_id),
        constraint ru_mfo_retention_check_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      grant delete on ru_mfo.assessment, ru_mfo.bureau_inquiry, ru_mfo.solvency, ru_mfo.publication to lexgraph_app;
      create policy ru_mfo_assessment_worker on ru_mfo.assessment to lexgraph_worker using (true) with check (true);
      grant select on ru_mfo.assessment to lexgraph_worker;
    `);
    await runner.query(secureTable('ru_mfo.claim_assignment', { client: 'client_id', app: ['select', 'insert'] }));
    // The worker looks across lenders for clients whose day has come.
    await runner.query(secureTable('ru_mfo.retention_check', { client: 'client_id', worker: ['select'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy ru_mfo_assessment_worker on ru_mfo.assessment;
      revoke select on ru_mfo.assessment from lexgraph_worker;
      revoke delete on ru_mfo.assessment, ru_mfo.bureau_inquiry, ru_mfo.solvency, ru_mfo.publication from lexgraph_app;
      drop table ru_mfo.retention_check;
      drop table ru_mfo.claim_assignment;
    `);
  }
}
