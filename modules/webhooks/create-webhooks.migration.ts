import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../database';
import { disabledCheck, webhookStatuses } from './webhook.entity';
import { deliveryKinds, deliveryStatuses, finishedCheck } from './webhook-delivery.entity';
import { replayStatuses } from './webhook-replay.entity';

export class CreateWebhooks1700000001800 implements MigrationInterface {
  readonly name = 'CreateWebhooks1700000001800';

  async up(runner: QueryRunner): Promise<void> {
    await this.createEndpoints(runner);
    await this.createDeliveries(runner);
    // Deliveries of all lenders are made and sent by the worker. What the owner set is the owner's: the worker never deletes.
    const worker = { worker: ['select', 'insert', 'update'] } as const;
    await runner.query(secureTable('core.webhook', worker));
    await runner.query(secureTable('core.webhook_key', { app: ['select', 'insert', 'update', 'delete'], worker: ['select'] }));
    await runner.query(secureTable('core.webhook_delivery', worker));
    await runner.query(secureTable('core.webhook_attempt', { app: ['select'], ...worker }));
    await runner.query(secureTable('core.webhook_replay', worker));
    await runner.query('grant usage on sequence core.webhook_delivery_seq to lexgraph_app, lexgraph_worker');
  }

  private async createEndpoints(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.webhook (
        lender_id uuid not null constraint webhook_lender_fkey references core.lender (lender_id),
        id uuid not null,
        owner_kind text not null,
        owner text not null,
        scopes text[] not null,
        required_scopes text[] not null,
        plugins text[] not null,
        locale text not null,
        url text not null,
        description text,
        notice_email_enc bytea,
        document text not null,
        operation_name text,
        variables jsonb not null,
        event_types text[],
        api_version text not null,
        status text not null constraint webhook_status_check check (${oneOf('status', webhookStatuses)}),
        disabled_reason text,
        problem text,
        problem_facts jsonb,
        problem_since timestamptz,
        epoch uuid not null,
        position bigint not null,
        event_id uuid,
        feeding_until timestamptz,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        last_success_at timestamptz,
        failing_since timestamptz,
        constraint webhook_pkey primary key (lender_id, id),
        constraint webhook_disabled_check check (${disabledCheck})
      );
      create index webhook_owner_idx on core.webhook (lender_id, owner_kind, owner, created_at, id);
      create index webhook_active_idx on core.webhook (lender_id, id) where status = 'ACTIVE';
      create table core.webhook_key (
        lender_id uuid not null,
        id uuid not null,
        webhook_id uuid not null,
        secret_enc bytea not null,
        private_enc bytea not null,
        public_key bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        constraint webhook_key_pkey primary key (lender_id, id),
        constraint webhook_key_webhook_fkey foreign key (lender_id, webhook_id) references core.webhook (lender_id, id)
      );
      create index webhook_key_webhook_idx on core.webhook_key (lender_id, webhook_id);
      create table core.webhook_replay (
        lender_id uuid not null,
        id uuid not null,
        webhook_id uuid not null,
        status text not null constraint webhook_replay_status_check check (${oneOf('status', replayStatuses)}),
        epoch uuid not null,
        position bigint not null,
        until_position bigint not null,
        from_at timestamptz,
        to_at timestamptz,
        queued integer not null,
        failure text,
        requested_at timestamptz not null,
        finished_at timestamptz,
        constraint webhook_replay_pkey primary key (lender_id, id),
        constraint webhook_replay_webhook_fkey foreign key (lender_id, webhook_id) references core.webhook (lender_id, id)
      );
      create index webhook_replay_webhook_idx on core.webhook_replay (lender_id, webhook_id, requested_at, id);
      create index webhook_replay_running_idx on core.webhook_replay (lender_id, id) where status = 'RUNNING';
    `);
  }

  private async createDeliveries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence core.webhook_delivery_seq;
      create table core.webhook_delivery (
        lender_id uuid not null,
        id uuid not null,
        webhook_id uuid not null,
        seq bigint not null,
        message_id text not null,
        kind text not null constraint webhook_delivery_kind_check check (${oneOf('kind', deliveryKinds)}),
        replay_id uuid,
        event_id uuid,
        type text not null,
        cursor text,
        order_key text not null,
        status text not null constraint webhook_delivery_status_check check (${oneOf('status', deliveryStatuses)}),
        body_enc bytea,
        attempts integer not null,
        first_attempt_at timestamptz,
        next_attempt_at timestamptz not null,
        failure text,
        created_at timestamptz not null,
        finished_at timestamptz,
        constraint webhook_delivery_pkey primary key (lender_id, id),
        constraint webhook_delivery_webhook_fkey foreign key (lender_id, webhook_id) references core.webhook (lender_id, id),
        constraint webhook_delivery_finished_check check (${finishedCheck})
      );
      create index webhook_delivery_page_idx on core.webhook_delivery (lender_id, webhook_id, created_at, id);
      -- An event is queued once, whatever two processes do at the same time.
      create unique index webhook_delivery_live_key on core.webhook_delivery (lender_id, webhook_id, event_id) where kind = 'LIVE';
      -- Of one application one delivery is on its way, whatever the code above does.
      create unique index webhook_delivery_head_key on core.webhook_delivery (lender_id, webhook_id, order_key) where status = 'DUE';
      create index webhook_delivery_due_idx on core.webhook_delivery (lender_id, webhook_id, next_attempt_at) where status = 'DUE';
      create index webhook_delivery_line_idx on core.webhook_delivery (lender_id, webhook_id, order_key, seq) where status = 'WAITING';
      create index webhook_delivery_dead_idx on core.webhook_delivery (lender_id, webhook_id, seq) where status = 'DEAD_LETTER';
      create index webhook_delivery_finished_idx on core.webhook_delivery (finished_at)
        where finished_at is not null and body_enc is not null;
      create table core.webhook_attempt (
        lender_id uuid not null,
        id uuid not null,
        delivery_id uuid not null,
        number integer not null,
        at timestamptz not null,
        duration_ms integer not null,
        response_status integer,
        failure text,
        exchange_enc bytea,
        constraint webhook_attempt_pkey primary key (lender_id, id),
        constraint webhook_attempt_delivery_fkey foreign key (lender_id, delivery_id) references core.webhook_delivery (lender_id, id)
      );
      create index webhook_attempt_delivery_idx on core.webhook_attempt (lender_id, delivery_id, number);
      create index webhook_attempt_kept_idx on core.webhook_attempt (at) where exchange_enc is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table core.webhook_attempt, core.webhook_delivery, core.webhook_replay, core.webhook_key, core.webhook;
      drop sequence core.webhook_delivery_seq;
    `);
  }
}
