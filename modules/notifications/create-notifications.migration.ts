import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateNotifications1700000000400 implements MigrationInterface {
  readonly name = 'CreateNotifications1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.notification (
        lender_id uuid not null constraint notification_lender_fkey references core.lender (lender_id),
        id uuid not null,
        client_id uuid,
        application_id uuid,
        channel text not null constraint notification_channel_check check (channel in ('SMS', 'CALL', 'EMAIL', 'CABINET')),
        kind text not null,
        target_enc bytea,
        subject text,
        text_enc bytea not null,
        secret_enc bytea,
        clause text,
        status text not null constraint notification_status_check check (status in ('QUEUED', 'SENT', 'FAILED')),
        attempts integer not null,
        next_attempt_at timestamptz not null,
        expires_at timestamptz,
        queued_at timestamptz not null,
        sent_at timestamptz,
        error_code text,
        constraint notification_pkey primary key (lender_id, id),
        constraint notification_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index notification_client_idx on core.notification (lender_id, client_id, queued_at, id);
      create index notification_due_idx on core.notification (next_attempt_at) where status = 'QUEUED';
    `);
    // The dispatcher sends for all lenders and writes what became of each message.
    await runner.query(secureTable('core.notification', { client: 'client_id', app: ['select', 'insert'], worker: ['select', 'update'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.notification');
  }
}
