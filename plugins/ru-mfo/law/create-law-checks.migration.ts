import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { inquiryStates } from './bureau-inquiry.entity';
import { payeeSources } from './payee-check.entity';

/** What the law asks before money is lent: inquiries to the bureaus, the payee's name, the warning about debt burden. */
export class CreateRuMfoLawChecks1700000002200 implements MigrationInterface {
  readonly name = 'CreateRuMfoLawChecks1700000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.bureau_inquiry (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        state text not null constraint ru_mfo_bureau_inquiry_state_check check (${oneOf('state', inquiryStates)}),
        reason text,
        monthly_income numeric(18,2),
        report_enc bytea,
        asked_at timestamptz not null,
        answered_at timestamptz,
        constraint ru_mfo_bureau_inquiry_pkey primary key (lender_id, id),
        constraint ru_mfo_bureau_inquiry_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_bureau_inquiry_answered_check
          check ((state = 'ANSWERED') = (report_enc is not null) and (state = 'OPEN') = (answered_at is null))
      );
      create index ru_mfo_bureau_inquiry_application_idx on ru_mfo.bureau_inquiry (lender_id, application_id, asked_at);
      create table ru_mfo.payee_check (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        source text not null constraint ru_mfo_payee_check_source_check check (${oneOf('source', payeeSources)}),
        matches boolean not null,
        checked_by text not null,
        checked_at timestamptz not null,
        constraint ru_mfo_payee_check_pkey primary key (lender_id, id),
        constraint ru_mfo_payee_check_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_payee_check_application_idx on ru_mfo.payee_check (lender_id, application_id, checked_at);
      create table ru_mfo.debt_burden_warning (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        document_id uuid not null,
        signed_at timestamptz,
        constraint ru_mfo_debt_burden_warning_pkey primary key (lender_id, application_id),
        constraint ru_mfo_debt_burden_warning_application_fkey
          foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_debt_burden_warning_document_fkey foreign key (lender_id, document_id) references core.document (lender_id, id)
      );
    `);
    await runner.query(secureTable('ru_mfo.bureau_inquiry', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.payee_check', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.debt_burden_warning', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.debt_burden_warning; drop table ru_mfo.payee_check; drop table ru_mfo.bureau_inquiry;');
  }
}
