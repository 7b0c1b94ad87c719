import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { requestPurposes, requestStatuses } from '../data-requests/request-state';
import { imageChannels, imageKinds } from '../images/image-kind';
import { accountRequestKinds, accountRequestStatuses } from './account-request-state';

/** Images that identify, demands for data, checks of identity by phone, deletion and restoration of accounts. */
export class CreateRuMfoAccountLife1700000002142 implements MigrationInterface {
  readonly name = 'CreateRuMfoAccountLife1700000002142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.data_request (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        purpose text not null constraint ru_mfo_data_request_purpose_check check (${oneOf('purpose', requestPurposes)}),
        subjects text[] not null,
        description_enc bytea,
        status text not null constraint ru_mfo_data_request_status_check check (${oneOf('status', requestStatuses)}),
        opened_by text not null,
        received_at timestamptz not null,
        due_at timestamptz,
        channel text,
        false_fields text[] not null,
        closed_at timestamptz,
        constraint ru_mfo_data_request_pkey primary key (lender_id, id),
        constraint ru_mfo_data_request_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_data_request_closed_check check ((status = 'OPEN') = (closed_at is null))
      );
      create index ru_mfo_data_request_client_idx on ru_mfo.data_request (lender_id, client_id, received_at);
      create table ru_mfo.image (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        request_id uuid,
        kind text not null constraint ru_mfo_image_kind_check check (${oneOf('kind', imageKinds)}),
        channel text not null constraint ru_mfo_image_channel_check check (${oneOf('channel', imageChannels)}),
        file_id uuid,
        from_enc bytea,
        certified boolean not null,
        recorded_by text not null,
        received_at timestamptz not null,
        constraint ru_mfo_image_pkey primary key (lender_id, id),
        constraint ru_mfo_image_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_image_request_fkey foreign key (lender_id, request_id) references ru_mfo.data_request (lender_id, id),
        constraint ru_mfo_image_from_check check ((channel = 'EMAIL') = (from_enc is not null))
      );
      create index ru_mfo_image_client_idx on ru_mfo.image (lender_id, client_id, received_at);
      create table ru_mfo.identity_check (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        passed boolean not null,
        checked_by text not null,
        checked_at timestamptz not null,
        constraint ru_mfo_identity_check_pkey primary key (lender_id, id),
        constraint ru_mfo_identity_check_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_identity_check_client_idx on ru_mfo.identity_check (lender_id, client_id, checked_at);
      create table ru_mfo.account_request (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        kind text not null constraint ru_mfo_account_request_kind_check check (${oneOf('kind', accountRequestKinds)}),
        status text not null constraint ru_mfo_account_request_status_check check (${oneOf('status', accountRequestStatuses)}),
        from_enc bytea not null,
        requested_at timestamptz not null,
        statement_at timestamptz,
        documents text[] not null,
        due_at timestamptz,
        done_at timestamptz,
        erased text[] not null,
        retained text[] not null,
        constraint ru_mfo_account_request_pkey primary key (lender_id, id),
        constraint ru_mfo_account_request_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_account_request_statement_check check ((status = 'REQUESTED') = (statement_at is null)),
        constraint ru_mfo_account_request_done_check check ((status = 'DONE') = (done_at is not null))
      );
      create unique index ru_mfo_account_request_open_key on ru_mfo.account_request (lender_id, client_id) where done_at is null;
      create index ru_mfo_account_request_client_idx on ru_mfo.account_request (lender_id, client_id, requested_at);
    `);
    await runner.query(secureTable('ru_mfo.data_request', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.image', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.identity_check', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.account_request', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ru_mfo.account_request; drop table ru_mfo.identity_check; drop table ru_mfo.image; drop table ru_mfo.data_request;',
    );
  }
}
