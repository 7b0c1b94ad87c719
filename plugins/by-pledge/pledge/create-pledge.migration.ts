import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { consentSubjects } from './consent.entity';
import { concludedCheck } from './pledge.entity';
import { partyRoles, pledgeStatuses } from './pledge-status';

/** The plugin's own PostgreSQL schema, keyed by core ids. */
export class CreateByPledge1700000004000 implements MigrationInterface {
  readonly name = 'CreateByPledge1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema by_pledge;
      grant usage on schema by_pledge to lexgraph_app, lexgraph_worker;
      create table by_pledge.pledge (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        contract_id uuid,
        status text not null constraint by_pledge_pledge_status_check check (${oneOf('status', pledgeStatuses)}),
        loan_number text,
        loan_on date,
        loan_amount numeric(18,2),
        inventory_version integer not null,
        pledge_value numeric(18,2),
        valuation_at_loan numeric(18,2),
        insurance_demanded_at timestamptz,
        possession text not null,
        risk_bearer text not null,
        rules_version text,
        agreement_document_id uuid,
        inventory_document_id uuid,
        schedule_document_id uuid,
        pledgor_signed_at timestamptz,
        pledgee_signed_at timestamptz,
        concluded_at timestamptz,
        ended_on date,
        end_ground text,
        end_basis text,
        debtor_client_id uuid,
        created_at timestamptz not null,
        constraint by_pledge_pledge_pkey primary key (lender_id, id),
        constraint by_pledge_pledge_application_key unique (lender_id, application_id),
        constraint by_pledge_pledge_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint by_pledge_pledge_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint by_pledge_pledge_concluded_check check (${concludedCheck}),
        constraint by_pledge_pledge_ended_check check ((status = 'ENDED') = (ended_on is not null and end_ground is not null)),
        constraint by_pledge_pledge_possession_check check (possession in ('PLEDGOR', 'PLEDGEE') and risk_bearer in ('PLEDGOR', 'PLEDGEE'))
      );
      create index by_pledge_pledge_contract_idx on by_pledge.pledge (lender_id, contract_id);
      create index by_pledge_pledge_client_idx on by_pledge.pledge (lender_id, client_id, created_at);
      create index by_pledge_pledge_status_idx on by_pledge.pledge (lender_id, status);
      create table by_pledge.party (
        lender_id uuid not null,
        pledge_id uuid not null,
        party_client_id uuid not null,
        client_id uuid not null,
        role text not null constraint by_pledge_party_role_check check (${oneOf('role', partyRoles)}),
        basis text,
        since timestamptz not null,
        until timestamptz,
        constraint by_pledge_party_pkey primary key (lender_id, pledge_id, party_client_id),
        constraint by_pledge_party_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id),
        constraint by_pledge_party_client_fkey foreign key (lender_id, party_client_id) references core.client (lender_id, id)
      );
      create table by_pledge.consent (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        subject text not null constraint by_pledge_consent_subject_check check (${oneOf('subject', consentSubjects)}),
        given_by text not null constraint by_pledge_consent_by_check check (given_by in ('PLEDGOR', 'PLEDGEE')),
        scope text not null,
        given_on date not null,
        given_at timestamptz not null,
        recorded_by text not null,
        constraint by_pledge_consent_pkey primary key (lender_id, id),
        constraint by_pledge_consent_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_consent_pledge_idx on by_pledge.consent (lender_id, pledge_id, given_at);
    `);
    await runner.query(secureTable('by_pledge.pledge', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.party', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.consent', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_pledge.consent; drop table by_pledge.party; drop table by_pledge.pledge; drop schema by_pledge;');
  }
}
