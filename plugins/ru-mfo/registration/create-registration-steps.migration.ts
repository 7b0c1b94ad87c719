import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { accountStates, registrationStages, registrationSteps } from './registration-step';

/** Registration in steps: where it stands, what was declared and accepted, what each step held and holds. */
export class CreateRuMfoRegistrationSteps1700000002140 implements MigrationInterface {
  readonly name = 'CreateRuMfoRegistrationSteps1700000002140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ru_mfo.registration
        alter column requirements_version drop not null,
        alter column requirements_confirmed_at drop not null,
        add column stage text constraint ru_mfo_registration_stage_check check (${oneOf('stage', registrationStages)}),
        add column completed_at timestamptz,
        add column desired_amount numeric(18,2),
        add column desired_term_days integer,
        add column account_state text not null default 'OPEN'
          constraint ru_mfo_registration_account_check check (${oneOf('account_state', accountStates)});
      alter table ru_mfo.profile alter column full_capacity drop not null;
      create table ru_mfo.declaration (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        code text not null,
        value boolean not null,
        text_version text not null,
        made_at timestamptz not null,
        constraint ru_mfo_declaration_pkey primary key (lender_id, id),
        constraint ru_mfo_declaration_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_declaration_client_idx on ru_mfo.declaration (lender_id, client_id, made_at);
      create table ru_mfo.acceptance (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        documents text[] not null,
        ceremony_id uuid not null,
        accepted_at timestamptz not null,
        constraint ru_mfo_acceptance_pkey primary key (lender_id, id),
        constraint ru_mfo_acceptance_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_acceptance_client_idx on ru_mfo.acceptance (lender_id, client_id, accepted_at);
      create table ru_mfo.answer (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        step text not null constraint ru_mfo_answer_step_check check (${oneOf('step', registrationSteps)}),
        content_enc bytea,
        given_by text not null,
        given_at timestamptz not null,
        replaced_at timestamptz,
        erased_at timestamptz,
        constraint ru_mfo_answer_pkey primary key (lender_id, id),
        constraint ru_mfo_answer_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_answer_erased_check check ((content_enc is null) = (erased_at is not null))
      );
      create unique index ru_mfo_answer_current_key on ru_mfo.answer (lender_id, client_id, step) where replaced_at is null;
      create index ru_mfo_answer_client_idx on ru_mfo.answer (lender_id, client_id, given_at);
      create table ru_mfo.data_confirmation (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        application_id uuid,
        changed boolean not null,
        confirmed_at timestamptz not null,
        constraint ru_mfo_data_confirmation_pkey primary key (lender_id, id),
        constraint ru_mfo_data_confirmation_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_data_confirmation_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_data_confirmation_client_idx on ru_mfo.data_confirmation (lender_id, client_id, confirmed_at);
    `);
    // Evidence: what was declared, accepted and confirmed stays as it was.
    await runner.query(secureTable('ru_mfo.declaration', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.acceptance', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.data_confirmation', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.answer', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ru_mfo.data_confirmation;
      drop table ru_mfo.answer;
      drop table ru_mfo.acceptance;
      drop table ru_mfo.declaration;
      alter table ru_mfo.profile alter column full_capacity set not null;
      alter table ru_mfo.registration
        drop column account_state, drop column desired_term_days, drop column desired_amount, drop column completed_at, drop column stage,
        alter column requirements_confirmed_at set not null,
        alter column requirements_version set not null;
    `);
  }
}
