import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { reportStates } from './confidentiality.entity';

/** What is told of clients: to third parties on a ground of law, to credit bureaus always but where it is restricted. */
export class CreateRuMfoConfidentiality1700000002202 implements MigrationInterface {
  readonly name = 'CreateRuMfoConfidentiality1700000002202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.disclosure (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        recipient text not null,
        ground text not null,
        contents text[] not null,
        disclosed_by text not null,
        disclosed_at timestamptz not null,
        constraint ru_mfo_disclosure_pkey primary key (lender_id, id),
        constraint ru_mfo_disclosure_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_disclosure_client_idx on ru_mfo.disclosure (lender_id, client_id, disclosed_at);
      create table ru_mfo.reporting_restriction (
        lender_id uuid not null,
        client_id uuid not null,
        code text not null,
        ground text not null,
        restricted_at timestamptz not null,
        constraint ru_mfo_reporting_restriction_pkey primary key (lender_id, client_id, code),
        constraint ru_mfo_reporting_restriction_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create table ru_mfo.bureau_report (
        lender_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        state text not null constraint ru_mfo_bureau_report_state_check check (${oneOf('state', reportStates)}),
        bureau text,
        receipt text,
        formed_at timestamptz not null,
        accepted_at timestamptz,
        constraint ru_mfo_bureau_report_pkey primary key (lender_id, id),
        constraint ru_mfo_bureau_report_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint ru_mfo_bureau_report_accepted_check
          check ((state = 'ACCEPTED') = (bureau is not null and receipt is not null and accepted_at is not null))
      );
      create index ru_mfo_bureau_report_contract_idx on ru_mfo.bureau_report (lender_id, contract_id, formed_at);
      create index ru_mfo_bureau_report_pending_idx on ru_mfo.bureau_report (lender_id, state, formed_at);
    `);
    await runner.query(secureTable('ru_mfo.disclosure', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.reporting_restriction', { client: 'client_id', app: ['select', 'insert', 'delete'] }));
    await runner.query(secureTable('ru_mfo.bureau_report', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.bureau_report; drop table ru_mfo.reporting_restriction; drop table ru_mfo.disclosure;');
  }
}
