import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in, from whom and when is evidence: of a payment only its reversal is written later. */
export class KeepPayments1700000001311 implements MigrationInterface {
  readonly name = 'KeepPayments1700000001311';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update on core.payment from lexgraph_app;
      grant update (status, reversed_at, reversal_reason) on core.payment to lexgraph_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (status, reversed_at, reversal_reason) on core.payment from lexgraph_app;
      grant update on core.payment to lexgraph_app;
    `);
  }
}
