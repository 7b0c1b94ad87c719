import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../../database';

export class CreateAccessRevocation1700000000510 implements MigrationInterface {
  readonly name = 'CreateAccessRevocation1700000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.access_revocation (
        lender_id uuid not null constraint access_revocation_lender_fkey references core.lender (lender_id),
        id uuid not null,
        subject text not null,
        reason text not null,
        revoked_by text not null,
        revoked_at timestamptz not null,
        restored_by text,
        restored_at timestamptz,
        constraint access_revocation_pkey primary key (lender_id, id)
      );
      create unique index access_revocation_open_key on core.access_revocation (lender_id, subject) where restored_at is null;
    `);
    // Every process holds the revocations of all lenders: a token is refused without a query.
    await runner.query(secureTable('core.access_revocation', { worker: ['select'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.access_revocation');
  }
}
