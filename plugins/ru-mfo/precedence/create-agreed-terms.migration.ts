import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../../modules/database';

/** Terms that a contract sets otherwise than the lender's rules. */
export class CreateRuMfoAgreedTerms1700000002203 implements MigrationInterface {
  readonly name = 'CreateRuMfoAgreedTerms1700000002203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.agreed_term (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        transfer_days integer not null constraint ru_mfo_agreed_term_days_check check (transfer_days > 0),
        agreed_by text not null,
        agreed_at timestamptz not null,
        constraint ru_mfo_agreed_term_pkey primary key (lender_id, application_id),
        constraint ru_mfo_agreed_term_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
    `);
    await runner.query(secureTable('ru_mfo.agreed_term', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.agreed_term');
  }
}
