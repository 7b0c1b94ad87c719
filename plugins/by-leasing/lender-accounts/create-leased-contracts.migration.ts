import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../../modules/database';
import { paymentCheck } from './leased-contract.entity';

/** Contracts as the lender's accounts tell of them. */
export class CreateByLeasingLeasedContracts1700000003065 implements MigrationInterface {
  readonly name = 'CreateByLeasingLeasedContracts1700000003065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.leased_contract (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        number text not null,
        concluded_on date not null,
        active boolean not null,
        next_payment_on date,
        next_payment_amount numeric(18, 2),
        debt numeric(18, 2) not null,
        as_of timestamptz not null,
        imported_at timestamptz not null,
        statement_id uuid,
        constraint by_leasing_leased_contract_pkey primary key (lender_id, id),
        constraint by_leasing_leased_contract_number_key unique (lender_id, client_id, number),
        constraint by_leasing_leased_contract_payment_check check (${paymentCheck}),
        constraint by_leasing_leased_contract_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index by_leasing_leased_contract_client_idx on by_leasing.leased_contract (lender_id, client_id, concluded_on);
    `);
    await runner.query(secureTable('by_leasing.leased_contract', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.leased_contract;');
  }
}
