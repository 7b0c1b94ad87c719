import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sequencer's whole turn in one call: a turn of several statements was five ways to the server and back, each an event's wait. */
export class MoveEvents1700000000122 implements MigrationInterface {
  readonly name = 'MoveEvents1700000000122';

  async up(runner: QueryRunner): Promise<void> {
    // Each statement of a volatile function sees what was committed up to then: the move sees all that was, once the head is locked.
    await runner.query(`
      create function core.move_events(size integer) returns table (leads boolean, moved_count integer, through_pos bigint, more boolean)
      language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
      declare
        room integer;
        low boolean;
        most integer;
        counted_rows integer;
        last_pos bigint;
      begin
        -- 'lexgraph' in ASCII: one lock per database, since advisory locks are per database.
        if not pg_try_advisory_xact_lock(7810781514439946344) then
          return query select false, 0, null::bigint, false;
          return;
        end if;
        -- Within a longer transaction, a leader that hangs would stop the log: the server ends it.
        perform set_config('idle_in_transaction_session_timeout', '5s', true);
        select least(head.partitioned_to - head.pos - 1, 1000000000)::integer, head.partitioned_to - head.pos - 1 < head.partition_size
        into strict room, low from core.event_head as head for update;
        if low then
          perform core.extend_event_log();
          select least(head.partitioned_to - head.pos - 1, 1000000000)::integer into strict room from core.event_head as head for update;
        end if;
        most := least(size, room);
        -- Of one snapshot: the lowest seqs leave the inbox, get dense positions after the head, and the head moves with them.
        with moved as (
          delete from core.event_inbox
          where seq <= (select max(lowest.seq) from (select inbox.seq from core.event_inbox as inbox order by inbox.seq limit most) as lowest)
          returning *
        ), logged as (
          insert into core.event
            (pos, lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, plugin, actor, command, clause, payload)
          select head.pos + row_number() over (order by moved.seq), moved.lender_id, moved.id, moved.type, moved.schema_version, moved.at,
            moved.subject_type, moved.subject_id, moved.application_id, moved.client_id, moved.plugin, moved.actor, moved.command, moved.clause,
            moved.payload
          from moved, core.event_head as head
          returning 1
        ), counted as (
          select count(*)::integer as rows from logged
        ), advanced as (
          update core.event_head as head set pos = head.pos + counted.rows from counted where counted.rows > 0 returning head.pos
        )
        select counted.rows, (select advanced.pos from advanced) into strict counted_rows, last_pos from counted;
        if last_pos is not null then
          perform pg_notify('lexgraph_event', last_pos::text);
        end if;
        return query select true, counted_rows, last_pos, counted_rows = most;
      end $$;
      revoke all on function core.move_events(integer) from public;
      grant execute on function core.move_events(integer) to lexgraph_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.move_events(integer)');
  }
}
