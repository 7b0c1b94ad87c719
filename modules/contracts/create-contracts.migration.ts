import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { concludedCheck, contractStatuses, debtComponents } from './contract-status';

export class CreateContracts1700000001200 implements MigrationInterface {
  readonly name = 'CreateContracts1700000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.contract (
        lender_id uuid not null,
        id uuid not null,
        number text not null,
        application_id uuid not null,
        client_id uuid not null,
        plugin_id text not null,
        status text not null constraint contract_status_check check (${oneOf('status', contractStatuses)}),
        terms jsonb not null,
        edition_id text,
        accepted_at timestamptz not null,
        concluded_at timestamptz,
        concluded_on date,
        constraint contract_pkey primary key (lender_id, id),
        constraint contract_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint contract_application_key unique (lender_id, application_id),
        constraint contract_number_key unique (lender_id, number),
        constraint contract_concluded_check check (${concludedCheck})
      );
      create index contract_client_idx on core.contract (lender_id, client_id);
      create table core.posting (
        lender_id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        no integer not null,
        on_day date not null,
        component text not null constraint posting_component_check check (${oneOf('component', debtComponents)}),
        amount numeric(18,2) not null,
        cause text not null,
        posted_at timestamptz not null,
        constraint posting_pkey primary key (lender_id, contract_id, no),
        constraint posting_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id)
      );
    `);
    await runner.query(secureTable('core.contract', { client: 'client_id' }));
    // A ledger is only ever added to.
    await runner.query(secureTable('core.posting', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.posting; drop table core.contract;');
  }
}
