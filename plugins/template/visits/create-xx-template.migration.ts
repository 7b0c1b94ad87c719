import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../../modules/database';
import { visitPlaces } from './visit-place';

/** The plugin's own PostgreSQL schema. Constraints and indexes bear the names that the entity gives them. */
export class CreateXxTemplate1700000009000 implements MigrationInterface {
  readonly name = 'CreateXxTemplate1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema xx_template;
      grant usage on schema xx_template to lexgraph_app, lexgraph_worker;
      create table xx_template.visit (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        document_id uuid not null,
        visited_on date not null,
        place text not null constraint visit_place_check check (place in (${visitPlaces.map((place) => `'${place}'`).join(', ')})),
        recorded_at timestamptz not null,
        constraint visit_pkey primary key (lender_id, id),
        constraint visit_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index visit_application_idx on xx_template.visit (lender_id, application_id);
    `);
    await runner.query(secureTable('xx_template.visit', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table xx_template.visit; drop schema xx_template;');
  }
}
