import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { uploadStates } from './upload-check.entity';

/** What checks of uploaded files found. */
export class CreateByLeasingUploadChecks1700000003062 implements MigrationInterface {
  readonly name = 'CreateByLeasingUploadChecks1700000003062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.upload_check (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        state text not null constraint by_leasing_upload_check_state_check check (${oneOf('state', uploadStates)}),
        scanner text not null,
        signature text,
        checked_at timestamptz not null,
        reason text,
        withdrawn_by text,
        withdrawn_at timestamptz,
        constraint by_leasing_upload_check_pkey primary key (lender_id, id),
        constraint by_leasing_upload_check_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_upload_check_withdrawn_check check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
      );
      create index by_leasing_upload_check_client_idx on by_leasing.upload_check (lender_id, client_id, checked_at);
    `);
    await runner.query(secureTable('by_leasing.upload_check', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.upload_check;');
  }
}
