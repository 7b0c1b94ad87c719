import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts that were told by a number alone are not shown before the accounts have named their holder. */
export class AddByLeasingHolderConfirmed1700000003090 implements MigrationInterface {
  readonly name = 'AddByLeasingHolderConfirmed1700000003090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table by_leasing.leased_contract add column holder_confirmed boolean not null default false;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table by_leasing.leased_contract drop column holder_confirmed;');
  }
}
