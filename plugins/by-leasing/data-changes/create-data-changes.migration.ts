import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { noticeChannels } from './data-change.entity';

/** Notices of changed data. */
export class CreateByLeasingDataChanges1700000003067 implements MigrationInterface {
  readonly name = 'CreateByLeasingDataChanges1700000003067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.data_change (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        fields text[] not null,
        text_enc bytea not null,
        channel text not null constraint by_leasing_data_change_channel_check check (${oneOf('channel', noticeChannels)}),
        changed_on date not null,
        due_on date not null,
        noticed_at timestamptz not null,
        late boolean not null,
        recorded_by text not null,
        constraint by_leasing_data_change_pkey primary key (lender_id, id),
        constraint by_leasing_data_change_phone_check check (not ('PHONE' = any (fields)) or channel = 'OFFICE'),
        constraint by_leasing_data_change_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index by_leasing_data_change_client_idx on by_leasing.data_change (lender_id, client_id, noticed_at);
    `);
    await runner.query(secureTable('by_leasing.data_change', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table by_leasing.data_change;');
  }
}
