import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../modules/database';
import { insuranceChoices, payoutMethods } from './application/loan-application.entity';
import { demandKinds, demandStatuses } from './demands/demand-kind';

/** The plugin's own PostgreSQL schema, keyed by core ids. */
export class CreateRuMfo1700000002000 implements MigrationInterface {
  readonly name = 'CreateRuMfo1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ru_mfo;
      grant usage on schema ru_mfo to lexgraph_app, lexgraph_worker;
      create table ru_mfo.registration (
        lender_id uuid not null,
        client_id uuid not null,
        requirements_version text not null,
        requirements_confirmed_at timestamptz not null,
        consents text[] not null,
        consented_at timestamptz not null,
        general_terms_version text not null,
        signature_agreement_version text not null,
        signature_agreement_joined_at timestamptz not null,
        served_since timestamptz,
        constraint ru_mfo_registration_pkey primary key (lender_id, client_id),
        constraint ru_mfo_registration_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create table ru_mfo.profile (
        lender_id uuid not null,
        client_id uuid not null,
        payout_kinds text[] not null,
        full_capacity boolean not null,
        own_interest boolean not null,
        official_ties text[] not null,
        personal_enc bytea not null,
        passport_index bytea not null,
        updated_at timestamptz not null,
        constraint ru_mfo_profile_pkey primary key (lender_id, client_id),
        constraint ru_mfo_profile_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_profile_passport_idx on ru_mfo.profile (lender_id, passport_index);
      create table ru_mfo.application (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        payout_method text constraint ru_mfo_application_payout_method_check check (${oneOf('payout_method', payoutMethods)}),
        payout_enc bytea,
        payout_mask text,
        insurance_wanted boolean not null,
        bureau_consent_at timestamptz,
        terms_document_id uuid,
        insurance_choice text constraint ru_mfo_application_insurance_check check (${oneOf('insurance_choice', insuranceChoices)}),
        accepted_at timestamptz,
        signature_identifier text,
        constraint ru_mfo_application_pkey primary key (lender_id, application_id),
        constraint ru_mfo_application_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_application_payout_check check ((payout_method is null) = (payout_enc is null)),
        constraint ru_mfo_application_accepted_check check ((accepted_at is null) = (insurance_choice is null))
      );
      create table ru_mfo.assessment (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        sources text[] not null,
        identification_methods text[] not null,
        credit_history_meets_policy boolean not null,
        data_reliable boolean not null,
        assessed_by text not null,
        assessed_at timestamptz not null,
        constraint ru_mfo_assessment_pkey primary key (lender_id, id),
        constraint ru_mfo_assessment_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_assessment_application_idx on ru_mfo.assessment (lender_id, application_id, assessed_at);
      create table ru_mfo.demand (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        kind text not null constraint ru_mfo_demand_kind_check check (${oneOf('kind', demandKinds)}),
        description text,
        status text not null constraint ru_mfo_demand_status_check check (${oneOf('status', demandStatuses)}),
        document text,
        channel text,
        outcome text,
        opened_by text not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        constraint ru_mfo_demand_pkey primary key (lender_id, id),
        constraint ru_mfo_demand_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_demand_closed_check check ((status = 'OPEN') = (closed_at is null))
      );
      create index ru_mfo_demand_application_idx on ru_mfo.demand (lender_id, application_id, opened_at);
    `);
    await runner.query(secureTable('ru_mfo.registration', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.profile', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.application', { client: 'client_id' }));
    // An assessment is evidence: a later one stands beside it.
    await runner.query(secureTable('ru_mfo.assessment', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.demand', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ru_mfo.demand;
      drop table ru_mfo.assessment;
      drop table ru_mfo.application;
      drop table ru_mfo.profile;
      drop table ru_mfo.registration;
      drop schema ru_mfo;
    `);
  }
}
