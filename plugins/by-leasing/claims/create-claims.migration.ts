import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { answeredCheck } from './claim.entity';
import { claimAnswers, claimSenders, claimStates, disputeStates } from './claim-state';

/** Claims of both parties, and disputes. */
export class CreateByLeasingClaims1700000003064 implements MigrationInterface {
  readonly name = 'CreateByLeasingClaims1700000003064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.claim (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        number text not null,
        sender text not null constraint by_leasing_claim_sender_check check (${oneOf('sender', claimSenders)}),
        contract_number text,
        text_enc bytea not null,
        file_ids uuid[] not null,
        state text not null constraint by_leasing_claim_state_check check (${oneOf('state', claimStates)}),
        received_on date not null,
        answer_due_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        answer text constraint by_leasing_claim_answer_check check (${oneOf('answer', claimAnswers)}),
        answer_enc bytea,
        answered_at timestamptz,
        constraint by_leasing_claim_pkey primary key (lender_id, id),
        constraint by_leasing_claim_number_key unique (lender_id, number),
        constraint by_leasing_claim_answered_check check (${answeredCheck}),
        constraint by_leasing_claim_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index by_leasing_claim_client_idx on by_leasing.claim (lender_id, client_id, received_on);
      create table by_leasing.dispute (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        claim_id uuid,
        state text not null constraint by_leasing_dispute_state_check check (${oneOf('state', disputeStates)}),
        opened_at timestamptz not null,
        opened_by text not null,
        forum text,
        court_at timestamptz,
        constraint by_leasing_dispute_pkey primary key (lender_id, id),
        constraint by_leasing_dispute_court_check check (state <> 'COURT' or (claim_id is not null and court_at is not null)),
        constraint by_leasing_dispute_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_dispute_claim_fkey foreign key (lender_id, claim_id) references by_leasing.claim (lender_id, id)
      );
      create index by_leasing_dispute_client_idx on by_leasing.dispute (lender_id, client_id, opened_at);
    `);
    for (const table of ['claim', 'dispute']) await runner.query(secureTable(`by_leasing.${table}`, { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.dispute; drop table by_leasing.claim;');
  }
}
