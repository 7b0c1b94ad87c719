import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { petitionStatuses, petitionSubjects } from './petition-status';

/** Petitions, and the numbers that papers of the cabinet get. */
export class CreateByLeasingPetitions1700000003063 implements MigrationInterface {
  readonly name = 'CreateByLeasingPetitions1700000003063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.counter (
        lender_id uuid not null,
        name text not null,
        year integer not null,
        last integer not null,
        constraint by_leasing_counter_pkey primary key (lender_id, name, year)
      );
      create table by_leasing.petition (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        number text,
        subject text not null constraint by_leasing_petition_subject_check check (${oneOf('subject', petitionSubjects)}),
        contract_number text,
        text_enc bytea not null,
        file_ids uuid[] not null,
        status text not null constraint by_leasing_petition_status_check check (${oneOf('status', petitionStatuses)}),
        drafted_at timestamptz not null,
        received_at timestamptz,
        identification_id uuid,
        status_changed_at timestamptz not null,
        answer_enc bytea,
        answered_at timestamptz,
        constraint by_leasing_petition_pkey primary key (lender_id, id),
        constraint by_leasing_petition_number_key unique (lender_id, number),
        constraint by_leasing_petition_identification_key unique (lender_id, identification_id),
        constraint by_leasing_petition_received_check
          check ((number is null) = (received_at is null) and (number is not null or status in ('DRAFT', 'WITHDRAWN'))),
        constraint by_leasing_petition_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_petition_answered_check check ((answered_at is not null) = (status in ('GRANTED', 'REFUSED')))
      );
      create index by_leasing_petition_client_idx on by_leasing.petition (lender_id, client_id, drafted_at);
    `);
    await runner.query(secureTable('by_leasing.counter'));
    await runner.query(secureTable('by_leasing.petition', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.petition; drop table by_leasing.counter;');
  }
}
