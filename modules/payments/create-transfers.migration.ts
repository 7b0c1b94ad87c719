import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { settledCheck, transferStatuses } from './transfer.entity';

export class CreateTransfers1700000001300 implements MigrationInterface {
  readonly name = 'CreateTransfers1700000001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.transfer (
        lender_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        status text not null constraint transfer_status_check check (${oneOf('status', transferStatuses)}),
        amount numeric(18,2) not null,
        currency text not null,
        method text not null,
        destination_enc bytea not null,
        partner text,
        partner_operation_id text,
        failure text,
        attempts integer not null default 0,
        ordered_at timestamptz not null,
        next_attempt_at timestamptz not null,
        settled_at timestamptz,
        constraint transfer_pkey primary key (lender_id, id),
        constraint transfer_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint transfer_settled_check check (${settledCheck})
      );
      create index transfer_contract_idx on core.transfer (lender_id, contract_id);
      -- A contract's money goes out once, whatever the code above does.
      create unique index transfer_open_key on core.transfer (lender_id, contract_id) where status in ('ORDERED', 'SETTLED');
      create index transfer_ordered_idx on core.transfer (next_attempt_at) where status = 'ORDERED';
    `);
    // The dispatcher finds ordered transfers of all lenders and takes turns on them.
    await runner.query(secureTable('core.transfer', { client: 'client_id', worker: ['select', 'update'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.transfer');
  }
}
