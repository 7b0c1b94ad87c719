import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { clientCategories } from './solvency.entity';

/** Criteria and methods of an assessment. */
export class CreateRuMfoSolvency1700000002162 implements MigrationInterface {
  readonly name = 'CreateRuMfoSolvency1700000002162';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.solvency (
        lender_id uuid not null,
        assessment_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        amount_to_income numeric(12,4) not null,
        monthly_payments numeric(18,2) not null,
        category text not null constraint ru_mfo_solvency_category_check check (${oneOf('category', clientCategories)}),
        capable boolean not null,
        score integer not null constraint ru_mfo_solvency_score_check check (score between 0 and 1000),
        solvent boolean not null,
        permanent_income boolean not null,
        formula text not null,
        details_enc bytea,
        counted_at timestamptz not null,
        constraint ru_mfo_solvency_pkey primary key (lender_id, assessment_id),
        constraint ru_mfo_solvency_assessment_fkey foreign key (lender_id, assessment_id) references ru_mfo.assessment (lender_id, id),
        constraint ru_mfo_solvency_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_solvency_application_idx on ru_mfo.solvency (lender_id, application_id, counted_at);
    `);
    // Part of an assessment, which is evidence: a later one stands beside it.
    await runner.query(secureTable('ru_mfo.solvency', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.solvency');
  }
}
