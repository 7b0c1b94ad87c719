import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { applicationStatuses } from './application-status';

export class CreateApplications1700000001000 implements MigrationInterface {
  readonly name = 'CreateApplications1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.application (
        lender_id uuid not null,
        id uuid not null,
        number text not null,
        client_id uuid not null,
        plugin_id text not null,
        product text not null,
        status text not null constraint application_status_check check (${oneOf('status', applicationStatuses)}),
        amount numeric(18,2) not null constraint application_amount_check check (amount > 0),
        currency text not null,
        term_days integer not null constraint application_term_check check (term_days > 0),
        channel text not null,
        created_at timestamptz not null,
        submitted_at timestamptz,
        status_changed_at timestamptz not null,
        constraint application_pkey primary key (lender_id, id),
        constraint application_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint application_number_key unique (lender_id, number)
      );
      create index application_client_idx on core.application (lender_id, client_id);
      create index application_created_idx on core.application (lender_id, created_at, id);
    `);
    await runner.query(secureTable('core.application', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.application');
  }
}
