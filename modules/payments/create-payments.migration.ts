import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { paymentStatuses, reversedCheck } from './payment.entity';

/** Money that comes in, and money that goes out for more than the loan's first sum. */
export class CreatePayments1700000001310 implements MigrationInterface {
  readonly name = 'CreatePayments1700000001310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.transfer add column purpose text not null default 'LOAN', add column reference text,
        alter column contract_id drop not null;
      drop index core.transfer_open_key;
      create unique index transfer_open_key on core.transfer (lender_id, contract_id) where purpose = 'LOAN' and status in ('ORDERED', 'SETTLED');
      create unique index transfer_reference_key on core.transfer (lender_id, purpose, reference)
        where reference is not null and status in ('ORDERED', 'SETTLED');
      create index transfer_client_idx on core.transfer (lender_id, client_id);
      create table core.payment (
        lender_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        status text not null constraint payment_status_check check (${oneOf('status', paymentStatuses)}),
        source text not null,
        amount numeric(18,2) not null,
        currency text not null,
        paid_on date not null,
        external_id text not null,
        registered_at timestamptz not null,
        reversed_at timestamptz,
        reversal_reason text,
        constraint payment_pkey primary key (lender_id, id),
        constraint payment_external_key unique (lender_id, external_id),
        constraint payment_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint payment_amount_check check (amount > 0),
        constraint payment_reversed_check check (${reversedCheck})
      );
      create index payment_contract_idx on core.payment (lender_id, contract_id, registered_at);
    `);
    await runner.query(secureTable('core.payment', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table core.payment;
      alter table core.transfer no force row level security;
      -- The earlier table knew no other transfers than those of a loan's sum.
      delete from core.transfer where purpose <> 'LOAN';
      alter table core.transfer force row level security;
      drop index core.transfer_client_idx, core.transfer_reference_key, core.transfer_open_key;
      alter table core.transfer drop column purpose, drop column reference, alter column contract_id set not null;
      create unique index transfer_open_key on core.transfer (lender_id, contract_id) where status in ('ORDERED', 'SETTLED');
    `);
  }
}
