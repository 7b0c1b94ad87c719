import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the provider told that a message had arrived. */
export class AddDeliveredAt1700000000410 implements MigrationInterface {
  readonly name = 'AddDeliveredAt1700000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.notification add column delivered_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.notification drop column delivered_at');
  }
}
