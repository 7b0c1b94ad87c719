import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateAccess1700000000500 implements MigrationInterface {
  readonly name = 'CreateAccess1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.ceremony (
        lender_id uuid not null constraint ceremony_lender_fkey references core.lender (lender_id),
        id uuid not null,
        purpose text not null constraint ceremony_purpose_check
          check (purpose in ('SIGN_IN', 'CONFIRM_PHONE', 'CONFIRM_EMAIL', 'SIGN_DOCUMENT', 'OPERATION')),
        channel text not null constraint ceremony_channel_check check (channel in ('SMS', 'CALL', 'EMAIL')),
        client_id uuid,
        target_enc bytea not null,
        operation_digest bytea not null,
        code_digest bytea not null,
        attempts integer not null,
        max_attempts integer not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        identifier text,
        constraint ceremony_pkey primary key (lender_id, id),
        constraint ceremony_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ceremony_identifier_key unique (lender_id, identifier)
      );
      create index ceremony_client_idx on core.ceremony (lender_id, client_id);
      create table core.session (
        lender_id uuid not null constraint session_lender_fkey references core.lender (lender_id),
        id uuid not null,
        client_id uuid not null,
        method text not null constraint session_method_check check (method in ('CODE', 'PASSWORD', 'REGISTRATION')),
        refresh_seed bytea not null,
        refresh_generation integer not null,
        created_at timestamptz not null,
        refresh_expires_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        end_reason text,
        constraint session_pkey primary key (lender_id, id),
        constraint session_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index session_client_idx on core.session (lender_id, client_id);
      create table core.credential (
        lender_id uuid not null,
        client_id uuid not null,
        scheme text not null,
        salt bytea not null,
        hash bytea not null,
        set_at timestamptz not null,
        constraint credential_pkey primary key (lender_id, client_id),
        constraint credential_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create table core.throttle (
        lender_id uuid not null constraint throttle_lender_fkey references core.lender (lender_id),
        key bytea not null,
        count integer not null,
        since timestamptz not null,
        last_at timestamptz not null,
        constraint throttle_pkey primary key (lender_id, key)
      );
    `);
    await runner.query(secureTable('core.ceremony', { client: 'client_id' }));
    await runner.query(secureTable('core.session', { client: 'client_id' }));
    // A password that was set before its contact was proved is removed.
    await runner.query(secureTable('core.credential', { client: 'client_id', app: ['select', 'insert', 'update', 'delete'] }));
    await runner.query(secureTable('core.throttle', { app: ['select', 'insert', 'update', 'delete'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.throttle; drop table core.credential; drop table core.session; drop table core.ceremony;');
  }
}
