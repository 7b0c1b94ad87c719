import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema that all core tables live in. */
export class CreateCoreSchema1700000000000 implements MigrationInterface {
  readonly name = 'CreateCoreSchema1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema core');
    await runner.query('grant usage on schema core to lexgraph_app, lexgraph_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema core');
  }
}
