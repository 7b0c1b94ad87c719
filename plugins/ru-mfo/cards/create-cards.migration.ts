import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { cardStatuses, operationStatuses } from './card-state';

/** Cards of clients by the partner's tokens, and the charges by which they are checked. */
export class CreateRuMfoCards1700000002141 implements MigrationInterface {
  readonly name = 'CreateRuMfoCards1700000002141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.card (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        status text not null constraint ru_mfo_card_status_check check (${oneOf('status', cardStatuses)}),
        form_reference text,
        token_enc bytea,
        last_four text,
        expires text,
        scheme text,
        refusal text,
        begun_at timestamptz not null,
        verified_at timestamptz,
        constraint ru_mfo_card_pkey primary key (lender_id, id),
        constraint ru_mfo_card_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_card_last_four_check check (last_four ~ '^[0-9]{4}$'),
        constraint ru_mfo_card_verified_check check (status <> 'VERIFIED' or (token_enc is not null and verified_at is not null))
      );
      create index ru_mfo_card_client_idx on ru_mfo.card (lender_id, client_id, begun_at);
      create table ru_mfo.card_check (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        card_id uuid not null,
        amount_enc bytea not null,
        currency text not null,
        charge_status text not null constraint ru_mfo_card_check_charge_check check (${oneOf('charge_status', operationStatuses)}),
        charge_operation text,
        charged_at timestamptz,
        partner text,
        failure text,
        attempts integer not null default 0,
        refund_id uuid not null,
        refund_status text constraint ru_mfo_card_check_refund_check check (${oneOf('refund_status', operationStatuses)}),
        refund_ordered_at timestamptz,
        refund_operation text,
        refunded_at timestamptz,
        next_attempt_at timestamptz,
        ordered_at timestamptz not null,
        constraint ru_mfo_card_check_pkey primary key (lender_id, id),
        constraint ru_mfo_card_check_card_fkey foreign key (lender_id, card_id) references ru_mfo.card (lender_id, id),
        constraint ru_mfo_card_check_settled_check
          check (charge_status <> 'SETTLED' or (charged_at is not null and partner is not null and charge_operation is not null)),
        constraint ru_mfo_card_check_refunded_check check (refund_status <> 'SETTLED' or (refunded_at is not null and refund_operation is not null))
      );
      create index ru_mfo_card_check_card_idx on ru_mfo.card_check (lender_id, card_id, ordered_at);
      create index ru_mfo_card_check_due_idx on ru_mfo.card_check (next_attempt_at) where next_attempt_at is not null;
    `);
    await runner.query(secureTable('ru_mfo.card', { client: 'client_id', worker: ['select'] }));
    // The worker takes what waits for the partner, of all lenders; answers are booked by commands.
    await runner.query(secureTable('ru_mfo.card_check', { client: 'client_id', worker: ['select', 'update'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.card_check; drop table ru_mfo.card;');
  }
}
