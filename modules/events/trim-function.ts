/**
 * The SQL of `core.trim_event_log`, and what it does with the rows from `head.first_pos` up to `cut` before they go. What is to go is looked
 * for before the head is locked: events do not change, and one trim runs at a time. The head comes before the partitions, as in the
 * sequencer; whoever reads a partition for long makes the trim give up, not wait.
 * Migrations are made of this text: a trim that does something else gets a text of its own.
 */
export function trimFunction(keep: string): string {
  return `
      create or replace function core.trim_event_log(before timestamptz, most integer) returns table (removed bigint, more boolean)
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
        end if;${keep}
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
      end $$;`;
}
