import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../database';
import { ledgerComponents } from '../contract-status';
import { balancesCheck } from './ledger.entity';
import { ledgerCauses } from './ledger-cause';
import { scheduleCauses } from './schedule.entity';

const sum = 'numeric(18,2) not null default 0';

/** Typed causes of postings, balances beside them, and versions of terms; contracts concluded before get theirs. */
export class CreateLedger1700000001210 implements MigrationInterface {
  readonly name = 'CreateLedger1700000001210';

  async up(runner: QueryRunner): Promise<void> {
    // The owner is held to row-level security too, and a migration stands outside every lender.
    await runner.query('alter table core.contract no force row level security; alter table core.posting no force row level security');
    await runner.query(`
      alter table core.posting add column id uuid, add column reference text, add column correction integer not null default 0,
        add column corrected_by text, add column clause text;
      update core.posting set id = uuidv7(), reference = substr(cause, length('transfer:') + 1), cause = 'TRANSFER';
      alter table core.posting alter column id set not null, alter column reference set not null,
        drop constraint posting_component_check,
        add constraint posting_component_check check (${oneOf('component', ledgerComponents)}),
        add constraint posting_cause_check check (${oneOf('cause', ledgerCauses)});
      create unique index posting_id_key on core.posting (lender_id, id);
      create unique index posting_cause_key on core.posting (lender_id, contract_id, on_day, cause, reference, component, correction);
      create table core.ledger (
        lender_id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        opened_on date not null,
        accrued_through date not null,
        accrue_next date,
        last_no integer not null default 0,
        corrections integer not null default 0,
        principal ${sum},
        interest ${sum},
        interest_due ${sum},
        penalty ${sum},
        cost ${sum},
        surplus ${sum},
        charged_interest ${sum},
        charged_penalty ${sum},
        charged_cost ${sum},
        provided ${sum},
        principal_since date not null,
        overdue_since date,
        constraint ledger_pkey primary key (lender_id, contract_id),
        constraint ledger_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint ledger_balances_check check (${balancesCheck})
      );
      create index ledger_accrue_idx on core.ledger (lender_id, accrue_next, contract_id) where accrue_next is not null;
      create table core.schedule (
        lender_id uuid not null,
        contract_id uuid not null,
        version integer not null,
        client_id uuid not null,
        from_day date not null,
        terms jsonb not null,
        cause text not null constraint schedule_cause_check check (${oneOf('cause', scheduleCauses)}),
        reference text not null,
        made_at timestamptz not null,
        constraint schedule_pkey primary key (lender_id, contract_id, version),
        constraint schedule_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id)
      );
      insert into core.schedule (lender_id, contract_id, version, client_id, from_day, terms, cause, reference, made_at)
        select lender_id, id, 1, client_id, concluded_on, terms, 'CONCLUSION', id::text, concluded_at from core.contract where status = 'ACTIVE';
      insert into core.ledger (lender_id, contract_id, client_id, opened_on, accrued_through, accrue_next, last_no, principal, provided, principal_since)
        select c.lender_id, c.id, c.client_id, c.concluded_on, c.concluded_on, c.concluded_on + 1, p.no, p.owed, p.owed, c.concluded_on
        from core.contract c join lateral (
          select max(no) as no, sum(amount) as owed from core.posting where lender_id = c.lender_id and contract_id = c.id
        ) p on p.no is not null where c.status = 'ACTIVE';
      alter table core.contract force row level security;
      alter table core.posting force row level security;
    `);
    // Which lenders have days to accrue is looked up across lenders; the accrual itself runs as each of them.
    await runner.query(secureTable('core.ledger', { client: 'client_id', worker: ['select'] }));
    await runner.query(secureTable('core.schedule', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.posting no force row level security');
    await runner.query(`
      drop table core.schedule;
      drop table core.ledger;
      drop index core.posting_cause_key, core.posting_id_key;
      -- What the earlier ledger did not know cannot go back into it.
      delete from core.posting where cause <> 'TRANSFER';
      alter table core.posting drop constraint posting_cause_check, drop constraint posting_component_check;
      update core.posting set cause = 'transfer:' || reference;
      alter table core.posting drop column id, drop column reference, drop column correction, drop column corrected_by, drop column clause,
        add constraint posting_component_check check (component in ('PRINCIPAL', 'INTEREST', 'PENALTY'));
      alter table core.posting force row level security;
    `);
  }
}
