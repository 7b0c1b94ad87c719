import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

const EVENT_COLUMNS = `
  lender_id uuid not null,
  id uuid not null,
  type text not null,
  schema_version int not null,
  at timestamptz not null,
  subject_type text not null,
  subject_id text not null,
  application_id uuid,
  client_id uuid,
  plugin text,
  actor text not null,
  command text not null,
  clause text,
  payload jsonb not null`;

/** Inbox, head and log of events; see `docs/guides/events.md` for how a row travels. */
export class CreateEvents1700000000120 implements MigrationInterface {
  readonly name = 'CreateEvents1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    // The inbox is a queue: its rows live for milliseconds, so it is vacuumed by count, not by share.
    await runner.query(`
      create table core.event_inbox (
        seq bigint generated always as identity constraint event_inbox_pkey primary key,
        ${EVENT_COLUMNS}
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
      create table core.event (
        pos bigint not null,
        ${EVENT_COLUMNS},
        constraint event_pkey primary key (pos)
      ) partition by range (pos);
      create index event_lender_idx on core.event (lender_id, pos);
      create index event_id_idx on core.event (lender_id, id);
      create index event_subject_idx on core.event (lender_id, subject_id, pos);
      create index event_application_idx on core.event (lender_id, application_id, pos);
      create index event_client_idx on core.event (lender_id, client_id, pos);
      create table core.event_head (
        singleton boolean not null default true constraint event_head_pkey primary key constraint event_head_singleton_check check (singleton),
        epoch uuid not null,
        pos bigint not null,
        first_pos bigint not null,
        previous_epoch uuid,
        previous_pos bigint,
        partition_size bigint not null constraint event_head_partition_size_check check (partition_size > 0),
        partitioned_to bigint not null,
        constraint event_head_pos_check check (pos >= 0 and first_pos >= 1 and pos < partitioned_to)
      );
      insert into core.event_head (epoch, pos, first_pos, partition_size, partitioned_to) values (uuidv7(), 0, 1, 1000000, 1);
    `);
    await this.createGuards(runner);
    await this.createLogFunctions(runner);
    await this.secure(runner);
    await runner.query('select core.extend_event_log()');
  }

  /** Row triggers are cloned to every partition; TRUNCATE needs one on each, which `extend_event_log` makes. */
  private async createGuards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.event_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger event_append_only before update or delete on core.event for each row execute function core.event_append_only();
      create trigger event_no_truncate before truncate on core.event for each statement execute function core.event_append_only();
    `);
  }

  private async createLogFunctions(runner: QueryRunner): Promise<void> {
    // Runs as the owner, called by the worker under the head row's lock. ATTACH takes a lock that neither readers nor writers notice.
    await runner.query(`
      create function core.extend_event_log() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        head record;
        partition text;
      begin
        select pos, partition_size, partitioned_to into strict head from core.event_head for update;
        while head.partitioned_to - head.pos - 1 < head.partition_size loop
          partition := format('event_p%s', lpad(head.partitioned_to::text, 15, '0'));
          execute format('create table core.%I (like core.event including constraints including storage)', partition);
          execute format('alter table core.%I enable row level security, force row level security', partition);
          execute format('create trigger event_no_truncate before truncate on core.%I for each statement execute function core.event_append_only()', partition);
          execute format('alter table core.event attach partition core.%I for values from (%s) to (%s)',
            partition, head.partitioned_to, head.partitioned_to + head.partition_size);
          head.partitioned_to := head.partitioned_to + head.partition_size;
        end loop;
        update core.event_head set partitioned_to = head.partitioned_to;
      end $$;
      revoke all on function core.extend_event_log() from public;
      grant execute on function core.extend_event_log() to lexgraph_worker;
    `);
    // For the operator, as owner, after the database was restored from a backup: cursors of the lost future become recognisable.
    await runner.query(`
      create function core.begin_event_epoch() returns uuid language sql set search_path = pg_catalog as $$
        update core.event_head set previous_epoch = epoch, previous_pos = pos, epoch = uuidv7() returning epoch
      $$;
      revoke all on function core.begin_event_epoch() from public;
    `);
  }

  private async secure(runner: QueryRunner): Promise<void> {
    // The sequencer moves the rows of all lenders, and the streams of one process read all of them once.
    await runner.query(secureTable('core.event_inbox', { app: ['insert'], worker: ['select', 'delete'] }));
    await runner.query(secureTable('core.event', { client: 'client_id', app: ['select'], worker: ['select', 'insert'] }));
    await runner.query(`
      alter table core.event_head enable row level security, force row level security;
      create policy core_event_head_read on core.event_head for select to lexgraph_app using (true);
      create policy core_event_head_move on core.event_head to lexgraph_worker, lexgraph_owner using (true) with check (true);
      grant select on core.event_head to lexgraph_app, lexgraph_worker;
      grant update on core.event_head to lexgraph_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table core.event, core.event_inbox, core.event_head;
      drop function core.begin_event_epoch(), core.extend_event_log(), core.event_append_only();
    `);
  }
}
