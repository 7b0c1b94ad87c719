import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from '../database';

export class CreateAudit1700000000150 implements MigrationInterface {
  readonly name = 'CreateAudit1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.audit_entry (
        lender_id uuid not null constraint audit_entry_lender_fkey references core.lender (lender_id),
        id uuid not null,
        seq bigserial not null,
        at timestamptz not null,
        actor_kind text not null,
        actor_subject text not null,
        command text not null,
        plugin_id text,
        subject_type text,
        subject_id text,
        outcome text not null constraint audit_entry_outcome_check check (outcome in ('DONE', 'REFUSED')),
        details jsonb not null default '{}',
        request_id text not null,
        no bigint,
        prev_hash bytea,
        hash bytea,
        constraint audit_entry_pkey primary key (lender_id, id),
        constraint audit_entry_sealed_check check (num_nulls(no, prev_hash, hash) in (0, 3))
      );
      create unique index audit_entry_no_key on core.audit_entry (lender_id, no);
      create index audit_entry_at_idx on core.audit_entry (lender_id, at, id);
      create index audit_entry_subject_idx on core.audit_entry (lender_id, subject_id, at, id);
      create index audit_entry_unsealed_idx on core.audit_entry (seq) where no is null;
    `);
    await runner.query(`
      create function core.audit_entry_guard() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_op = 'INSERT' then
          if new.no is not null then raise exception 'an audit entry is written unsealed' using errcode = 'insufficient_privilege'; end if;
          return new;
        end if;
        if tg_op = 'UPDATE' then
          if old.no is null and new.no is not null
             and to_jsonb(new) - array['no', 'prev_hash', 'hash'] = to_jsonb(old) - array['no', 'prev_hash', 'hash'] then
            return new;
          end if;
        end if;
        raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_guard before insert or update or delete on core.audit_entry for each row execute function core.audit_entry_guard();
      create trigger audit_entry_keep before truncate on core.audit_entry for each statement execute function core.audit_entry_guard();
    `);
    // The sealer chains the entries of all lenders, so it reads them and writes their places in the chain.
    await runner.query(secureTable('core.audit_entry', { app: ['select', 'insert'], worker: ['select'] }));
    await runner.query(`
      grant update (no, prev_hash, hash) on core.audit_entry to lexgraph_worker;
      grant usage on sequence core.audit_entry_seq_seq to lexgraph_app;
      create policy core_audit_entry_not_for_clients on core.audit_entry as restrictive for select to lexgraph_app
        using (nullif(current_setting('lexgraph.client', true), '') is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.audit_entry; drop function core.audit_entry_guard();');
  }
}
