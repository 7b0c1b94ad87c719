import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientKinds } from '../../../modules/clients';
import { oneOf, secureTable } from '../../../modules/database';
import { factorClasses, factorResults, factorSources, factors } from '../factors/vocabulary';
import { identifiedCheck } from './account.entity';
import { contactBases, dealCheck } from './deal-contact.entity';
import { completedCheck } from './registration.entity';
import { accountStatuses, identificationSources, paths } from './vocabulary';

const clientKey = (table: string) =>
  `constraint by_leasing_${table}_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)`;

/** The plugin's own PostgreSQL schema: accounts, and what their owners prove who they are by. */
export class CreateByLeasing1700000003000 implements MigrationInterface {
  readonly name = 'CreateByLeasing1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists by_leasing;
      grant usage on schema by_leasing to lexgraph_app, lexgraph_worker;
      create table by_leasing.account (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        kind text not null constraint by_leasing_account_kind_check check (${oneOf('kind', clientKinds)}),
        status text not null constraint by_leasing_account_status_check check (${oneOf('status', accountStatuses)}),
        path text constraint by_leasing_account_path_check check (${oneOf('path', paths)}),
        path_chosen_at timestamptz,
        phone_enc bytea not null,
        phone_index bytea not null,
        unp_index bytea,
        procedure_version text not null,
        policy_version text,
        registered_at timestamptz not null,
        identified_at timestamptz,
        identified_by text,
        identified_through text
          constraint by_leasing_account_through_check check (${oneOf('identified_through', identificationSources)}),
        identification_id uuid,
        ended_at timestamptz,
        constraint by_leasing_account_pkey primary key (lender_id, id),
        constraint by_leasing_account_client_key unique (lender_id, client_id),
        constraint by_leasing_account_identified_check check (${identifiedCheck}),
        ${clientKey('account')}
      );
      create unique index by_leasing_account_phone_key on by_leasing.account (lender_id, phone_index) where status <> 'DELETED';
      create index by_leasing_account_unp_idx on by_leasing.account (lender_id, unp_index);
      create table by_leasing.registration (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint by_leasing_registration_kind_check check (${oneOf('kind', clientKinds)}),
        form_enc bytea,
        phone_index bytea not null,
        ceremony_id uuid not null,
        terms_version text not null,
        marketing boolean not null,
        started_at timestamptz not null,
        completed_at timestamptz,
        client_id uuid,
        constraint by_leasing_registration_pkey primary key (lender_id, id),
        constraint by_leasing_registration_completed_check check (${completedCheck}),
        ${clientKey('registration')}
      );
      create index by_leasing_registration_phone_idx on by_leasing.registration (lender_id, phone_index);
      create table by_leasing.deal_contact (
        lender_id uuid not null,
        id uuid not null,
        basis text not null constraint by_leasing_deal_contact_basis_check check (${oneOf('basis', contactBases)}),
        deal_number text,
        party_index bytea not null,
        phone_index bytea not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_leasing_deal_contact_pkey primary key (lender_id, id),
        constraint by_leasing_deal_contact_deal_check check (${dealCheck})
      );
      create index by_leasing_deal_contact_party_idx on by_leasing.deal_contact (lender_id, party_index);
      create table by_leasing.phone_change (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        application_number text not null,
        changed_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_leasing_phone_change_pkey primary key (lender_id, id),
        ${clientKey('phone_change')}
      );
      create index by_leasing_phone_change_client_idx on by_leasing.phone_change (lender_id, client_id, recorded_at);
      create table by_leasing.authorisation (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        session_id uuid not null,
        login_digest bytea not null,
        password_digest bytea not null,
        authorised_at timestamptz not null,
        constraint by_leasing_authorisation_pkey primary key (lender_id, id),
        constraint by_leasing_authorisation_session_key unique (lender_id, session_id),
        ${clientKey('authorisation')}
      );
      create table by_leasing.code_word (
        lender_id uuid not null,
        client_id uuid not null,
        scheme text not null,
        salt bytea not null,
        hash bytea not null,
        set_at timestamptz not null,
        constraint by_leasing_code_word_pkey primary key (lender_id, client_id),
        ${clientKey('code_word')}
      );
      create table by_leasing.factor_result (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        factor text not null constraint by_leasing_factor_result_factor_check check (${oneOf('factor', factors)}),
        factor_class text not null
          constraint by_leasing_factor_result_class_check check (${oneOf('factor_class', factorClasses)}),
        result text not null constraint by_leasing_factor_result_result_check check (${oneOf('result', factorResults)}),
        source text not null constraint by_leasing_factor_result_source_check check (${oneOf('source', factorSources)}),
        operation text not null,
        reference text,
        step_up_id uuid,
        session_id uuid,
        ceremony_id uuid,
        digest bytea,
        checked_at timestamptz not null,
        constraint by_leasing_factor_result_pkey primary key (lender_id, id),
        ${clientKey('factor_result')}
      );
      create index by_leasing_factor_result_client_idx on by_leasing.factor_result (lender_id, client_id, checked_at);
      create index by_leasing_factor_result_step_up_idx on by_leasing.factor_result (lender_id, step_up_id);
    `);
    await runner.query(secureTable('by_leasing.account', { client: 'client_id' }));
    await runner.query(secureTable('by_leasing.registration', { client: 'client_id' }));
    await runner.query(secureTable('by_leasing.deal_contact', { app: ['select', 'insert'] }));
    await runner.query(secureTable('by_leasing.phone_change', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_leasing.authorisation', { client: 'client_id', app: ['select', 'insert'] }));
    // Deleted with the cabinet: what is known of the word is of no use to anybody then.
    await runner.query(secureTable('by_leasing.code_word', { client: 'client_id', app: ['select', 'insert', 'update', 'delete'] }));
    await runner.query(secureTable('by_leasing.factor_result', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table by_leasing.factor_result, by_leasing.code_word, by_leasing.authorisation, by_leasing.phone_change,
        by_leasing.deal_contact, by_leasing.registration, by_leasing.account;
      drop schema by_leasing;
    `);
  }
}
