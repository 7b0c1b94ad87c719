import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid before an offer was made, instead of what had been charged by then: law says what a payment covers first. */
export class RuMfoProlongationPayments1700000002121 implements MigrationInterface {
  readonly name = 'RuMfoProlongationPayments1700000002121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ru_mfo.prolongation drop column interest_charged, add column paid_before numeric(18,2) not null default 0;
      alter table ru_mfo.prolongation alter column paid_before drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ru_mfo.prolongation drop column paid_before, add column interest_charged numeric(18,2) not null default 0;
      alter table ru_mfo.prolongation alter column interest_charged drop default;
    `);
  }
}
