import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listOf, oneOf, secureTable } from '../../../modules/database';
import { warnings } from './application-start.entity';
import { contactChannels, contactResults } from './data-check.entity';

/** How an application was begun and how its data were checked. */
export class CreateRuMfoReview1700000002161 implements MigrationInterface {
  readonly name = 'CreateRuMfoReview1700000002161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.application_start (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        edition_id text,
        shown_edition_id text,
        acknowledged text[] not null
          constraint ru_mfo_application_start_warnings_check check (acknowledged <@ array[${listOf(warnings)}]::text[]),
        begun_at timestamptz not null,
        constraint ru_mfo_application_start_pkey primary key (lender_id, application_id),
        constraint ru_mfo_application_start_application_fkey
          foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create table ru_mfo.data_check (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        false_data text[] not null,
        checked_by text not null,
        checked_at timestamptz not null,
        constraint ru_mfo_data_check_pkey primary key (lender_id, id),
        constraint ru_mfo_data_check_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_data_check_application_idx on ru_mfo.data_check (lender_id, application_id, checked_at);
      create table ru_mfo.verification_contact (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        channel text not null constraint ru_mfo_verification_contact_channel_check check (${oneOf('channel', contactChannels)}),
        subject text not null,
        result text not null constraint ru_mfo_verification_contact_result_check check (${oneOf('result', contactResults)}),
        held_at timestamptz not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint ru_mfo_verification_contact_pkey primary key (lender_id, id),
        constraint ru_mfo_verification_contact_application_fkey
          foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_verification_contact_application_idx on ru_mfo.verification_contact (lender_id, application_id, held_at);
    `);
    await runner.query(secureTable('ru_mfo.application_start', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.data_check', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.verification_contact', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ru_mfo.verification_contact;
      drop table ru_mfo.data_check;
      drop table ru_mfo.application_start;
    `);
  }
}
