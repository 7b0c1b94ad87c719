import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets go of events that are no longer kept, in one way only: `core.trim_event_log`, which moves the first position with them. */
export class CreateEventRetention1700000000121 implements MigrationInterface {
  readonly name = 'CreateEventRetention1700000000121';

  async up(runner: QueryRunner): Promise<void> {
    await this.openGuard(runner);
    await this.createTrim(runner);
    await runner.query(`
      create policy core_event_trim_read on core.event for select to lexgraph_owner using (true);
      create policy core_event_trim on core.event for delete to lexgraph_owner using (pos < (select first_pos from core.event_head));
      revoke update on core.event_head from lexgraph_worker;
      grant update (pos) on core.event_head to lexgraph_worker;
    `);
  }

  /** Rows before the first position are no longer of the log; all others stay as they are. */
  private async openGuard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function core.event_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_op = 'DELETE' then
          if old.pos < (select first_pos from core.event_head) then
            return old;
          end if;
        end if;
        raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
      end $$;
    `);
  }

  private async createTrim(runner: QueryRunner): Promise<void> {
    // What is to go is looked for before the head is locked: events do not change, and one trim runs at a time. The head comes
    // before the partitions, as in the sequencer; whoever reads a partition for long makes the trim give up, not wait.
    await runner.query(`
      create function core.trim_event_log(before timestamptz, most integer) returns table (removed bigint, more boolean)
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        head record;
        upper bigint;
        cut bigint;
        gone record;
      begin
        if not pg_try_advisory_xact_lock(hashtextextended('lexgraph.trim', 0)) then
          return query select 0::bigint, false;
          return;
        end if;
        select h.pos, h.first_pos into strict head from core.event_head as h;
        select (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''?(\\d+)'))[1]::bigint into upper
        from core.event as e join pg_class as c on c.oid = e.tableoid where e.pos = head.first_pos;
        if upper is null then
          return query select 0::bigint, false;
          return;
        end if;
        -- A full partition whose last event is old is looked through to its end: it may go as a whole.
        if upper > head.pos + 1 or exists (select from core.event as e where e.pos = upper - 1 and e.at >= before) then
          upper := least(upper, head.first_pos + most, head.pos + 1);
        end if;
        select e.pos into cut from core.event as e
        where e.pos >= head.first_pos and e.pos < upper and e.at >= before order by e.pos limit 1;
        cut := coalesce(cut, upper);
        if cut - head.first_pos > most and cut < upper then
          cut := head.first_pos + most;
        end if;
        if cut = head.first_pos then
          return query select 0::bigint, false;
          return;
        end if;
        perform set_config('lock_timeout', '500ms', true);
        perform from core.event_head for update;
        update core.event_head set first_pos = cut;
        for gone in
          select c.oid::regclass as name from pg_inherits as i join pg_class as c on c.oid = i.inhrelid
          where i.inhparent = 'core.event'::regclass
            and (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''?(\\d+)'))[1]::bigint <= cut
        loop
          execute format('drop table %s', gone.name);
        end loop;
        delete from core.event as e where e.pos < cut;
        return query select cut - head.first_pos, true;
      end $$;
      revoke all on function core.trim_event_log(timestamptz, integer) from public;
      grant execute on function core.trim_event_log(timestamptz, integer) to lexgraph_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy core_event_trim on core.event;
      drop policy core_event_trim_read on core.event;
      drop function core.trim_event_log(timestamptz, integer);
      grant update on core.event_head to lexgraph_worker;
      create or replace function core.event_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
      end $$;
    `);
  }
}
