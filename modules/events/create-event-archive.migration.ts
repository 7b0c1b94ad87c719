import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';
import { trimFunction } from './trim-function';

const COLUMNS = `pos, lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, plugin, actor, command,
  clause, payload`;

/** Keeps the events of applications beyond the log: what the retention lets go of moves to `core.event_archive`, in the same transaction. */
export class CreateEventArchive1700000000123 implements MigrationInterface {
  readonly name = 'CreateEventArchive1700000000123';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.event_archive (
        pos bigint not null,
        lender_id uuid not null,
        id uuid not null,
        type text not null,
        schema_version int not null,
        at timestamptz not null,
        subject_type text not null,
        subject_id text not null,
        application_id uuid not null,
        client_id uuid,
        plugin text,
        actor text not null,
        command text not null,
        clause text,
        payload jsonb not null,
        constraint event_archive_pkey primary key (lender_id, id)
      );
      create index event_archive_application_idx on core.event_archive (lender_id, application_id, pos);
    `);
    await this.secure(runner);
    await runner.query(
      trimFunction(`
        insert into core.event_archive (${COLUMNS})
        select ${COLUMNS} from core.event as e where e.pos >= head.first_pos and e.pos < cut and e.application_id is not null;`),
    );
    // The reader's own rights and rows, not those of the view's owner.
    await runner.query(`
      create view core.event_history with (security_invoker = on) as
        select ${COLUMNS} from core.event union all select ${COLUMNS} from core.event_archive;
      grant select on core.event_history to lexgraph_app;
    `);
  }

  /** Rows come in by the trim alone, which runs as the owner for all lenders; none goes out or changes. */
  private async secure(runner: QueryRunner): Promise<void> {
    await runner.query(secureTable('core.event_archive', { client: 'client_id', app: ['select'] }));
    await runner.query(`
      create policy core_event_archive_keep on core.event_archive for insert to lexgraph_owner with check (true);
      create function core.event_archive_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'the event archive is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger event_archive_append_only before update or delete on core.event_archive
        for each row execute function core.event_archive_append_only();
      create trigger event_archive_no_truncate before truncate on core.event_archive
        for each statement execute function core.event_archive_append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view core.event_history');
    await runner.query(trimFunction(''));
    await runner.query('drop table core.event_archive; drop function core.event_archive_append_only()');
  }
}
