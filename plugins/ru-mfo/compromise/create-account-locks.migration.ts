import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { lockChannels } from './account-lock.entity';

/** Accounts locked after a report of compromise. */
export class CreateRuMfoAccountLocks1700000002192 implements MigrationInterface {
  readonly name = 'CreateRuMfoAccountLocks1700000002192';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.account_lock (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        channel text not null constraint ru_mfo_account_lock_channel_check check (${oneOf('channel', lockChannels)}),
        instructions text[] not null,
        carried_out text[] not null,
        reported_at timestamptz not null,
        reported_by text not null,
        lifted_at timestamptz,
        constraint ru_mfo_account_lock_pkey primary key (lender_id, id),
        constraint ru_mfo_account_lock_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_account_lock_instructions_check check (cardinality(instructions) > 0 and carried_out <@ instructions),
        constraint ru_mfo_account_lock_lifted_check check ((lifted_at is not null) = (carried_out @> instructions))
      );
      create unique index ru_mfo_account_lock_open_key on ru_mfo.account_lock (lender_id, client_id) where lifted_at is null;
    `);
    await runner.query(secureTable('ru_mfo.account_lock', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.account_lock;');
  }
}
