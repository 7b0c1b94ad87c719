import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trimFunction } from './trim-function';

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
    await runner.query(`${trimFunction('')}
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
