import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../../modules/database';

/** Counted uses of functions of the cabinet. */
export class CreateByLeasingUsage1700000003066 implements MigrationInterface {
  readonly name = 'CreateByLeasingUsage1700000003066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.usage (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        function text not null,
        at timestamptz not null,
        constraint by_leasing_usage_pkey primary key (lender_id, id),
        constraint by_leasing_usage_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index by_leasing_usage_idx on by_leasing.usage (lender_id, client_id, function, at);
    `);
    await runner.query(secureTable('by_leasing.usage', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.usage;');
  }
}
