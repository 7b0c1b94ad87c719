import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { registerStatuses } from '../register/register-entry.entity';
import { registerOperations } from '../register/register-task.entity';
import { addendumKinds, addendumStatuses } from './addendum.entity';

/** What accompanies an agreement in force: addenda, registers, insurance, changes of the parties. */
export class CreateByPledgeCourse1700000004002 implements MigrationInterface {
  readonly name = 'CreateByPledgeCourse1700000004002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_pledge.addendum (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        no integer not null,
        kind text not null,
        status text not null,
        changes jsonb not null,
        reason text not null,
        document_id uuid not null,
        effective_on date not null,
        pledgor_accepted_at timestamptz,
        pledgee_accepted_at timestamptz,
        channel text,
        proposed_by text not null,
        proposed_at timestamptz not null,
        constraint by_pledge_addendum_pkey primary key (lender_id, id),
        constraint by_pledge_addendum_kind_check check (${oneOf('kind', addendumKinds)}),
        constraint by_pledge_addendum_status_check check (${oneOf('status', addendumStatuses)}),
        constraint by_pledge_addendum_accepted_check check ((status = 'ACCEPTED') <= (pledgor_accepted_at is not null and pledgee_accepted_at is not null)),
        constraint by_pledge_addendum_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create unique index by_pledge_addendum_no_key on by_pledge.addendum (lender_id, pledge_id, no);
      create table by_pledge.register_entry (
        lender_id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        status text not null,
        number text,
        entered_at timestamptz,
        excluded_at timestamptz,
        constraint by_pledge_register_entry_pkey primary key (lender_id, pledge_id),
        constraint by_pledge_register_entry_status_check check (${oneOf('status', registerStatuses)}),
        constraint by_pledge_register_entry_number_check check ((status = 'PENDING') = (number is null)),
        constraint by_pledge_register_entry_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create table by_pledge.register_task (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        operation text not null,
        what text not null,
        known_on date not null,
        due_on date,
        state text not null,
        next_attempt_at timestamptz,
        done_at timestamptz,
        is_late boolean,
        constraint by_pledge_register_task_pkey primary key (lender_id, id),
        constraint by_pledge_register_task_operation_check check (${oneOf('operation', registerOperations)}),
        constraint by_pledge_register_task_state_check check (state in ('WAITING', 'SUBMITTED', 'DONE')),
        constraint by_pledge_register_task_done_check check ((state = 'DONE') = (done_at is not null)),
        constraint by_pledge_register_task_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_register_task_pledge_idx on by_pledge.register_task (lender_id, pledge_id, known_on);
      create index by_pledge_register_task_due_idx on by_pledge.register_task (lender_id, next_attempt_at) where state <> 'DONE';
      create table by_pledge.disclosure (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        recipient text not null,
        pledgor_consent_id uuid not null,
        pledgee_consent_id uuid not null,
        disclosed_by text not null,
        disclosed_at timestamptz not null,
        constraint by_pledge_disclosure_pkey primary key (lender_id, id),
        constraint by_pledge_disclosure_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create table by_pledge.credit_report (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        occasion text not null,
        payload jsonb not null,
        payload_sha256 text not null,
        state text not null,
        next_attempt_at timestamptz,
        receipt text,
        queued_at timestamptz not null,
        sent_at timestamptz,
        constraint by_pledge_credit_report_pkey primary key (lender_id, id),
        constraint by_pledge_credit_report_state_check check (state in ('WAITING', 'SENT')),
        constraint by_pledge_credit_report_sent_check check ((state = 'SENT') = (sent_at is not null)),
        constraint by_pledge_credit_report_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_credit_report_pledge_idx on by_pledge.credit_report (lender_id, pledge_id, queued_at);
      create index by_pledge_credit_report_due_idx on by_pledge.credit_report (lender_id, next_attempt_at) where state = 'WAITING';
      create table by_pledge.policy (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        number text not null,
        insurer text not null,
        licence text not null,
        product text not null,
        risks text[] not null,
        beneficiary text not null,
        sum_insured numeric(18,2) not null,
        currency text not null,
        deductible numeric(18,2) not null,
        rate numeric(18,6),
        sum_byn numeric(18,2) not null,
        concluded_on date not null,
        valid_from date not null,
        valid_to date not null,
        paid_through date not null,
        follows_id uuid,
        consent_id uuid,
        deviations text[] not null,
        received_on date not null,
        channel text not null,
        is_late boolean not null,
        filed_by text not null,
        filed_at timestamptz not null,
        ended_on date,
        constraint by_pledge_policy_pkey primary key (lender_id, id),
        constraint by_pledge_policy_period_check check (valid_from <= valid_to),
        constraint by_pledge_policy_sum_check check (sum_insured > 0 and deductible >= 0),
        constraint by_pledge_policy_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_policy_pledge_idx on by_pledge.policy (lender_id, pledge_id, valid_to);
      create table by_pledge.premium_proof (
        lender_id uuid not null,
        id uuid not null,
        policy_id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        paid_through date not null,
        received_on date not null,
        channel text not null,
        is_late boolean not null,
        filed_by text not null,
        filed_at timestamptz not null,
        constraint by_pledge_premium_proof_pkey primary key (lender_id, id),
        constraint by_pledge_premium_proof_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id),
        constraint by_pledge_premium_proof_policy_fkey foreign key (lender_id, policy_id) references by_pledge.policy (lender_id, id)
      );
      create table by_pledge.exchange_rate (
        lender_id uuid not null,
        currency text not null,
        on_day date not null,
        scale integer not null,
        rate numeric(18,6) not null,
        source text not null,
        recorded_at timestamptz not null,
        constraint by_pledge_exchange_rate_pkey primary key (lender_id, currency, on_day),
        constraint by_pledge_exchange_rate_rate_check check (scale > 0 and rate > 0)
      );
      create table by_pledge.party_change (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        party text not null,
        what text not null,
        changed_on date not null,
        due_on date not null,
        notified_on date not null,
        is_late boolean not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_pledge_party_change_pkey primary key (lender_id, id),
        constraint by_pledge_party_change_party_check check (party in ('PLEDGOR', 'PLEDGEE')),
        constraint by_pledge_party_change_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
    `);
    await runner.query(secureTable('by_pledge.addendum', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.register_entry', { client: 'client_id' }));
    // The worker submits what waits at all lenders.
    await runner.query(secureTable('by_pledge.register_task', { client: 'client_id', worker: ['select', 'update'] }));
    await runner.query(secureTable('by_pledge.disclosure', { client: 'client_id', app: ['select', 'insert'] }));
    // The worker sends what waits at all lenders.
    await runner.query(secureTable('by_pledge.credit_report', { client: 'client_id', worker: ['select', 'update'] }));
    await runner.query(secureTable('by_pledge.policy', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.premium_proof', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.exchange_rate', { app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.party_change', { client: 'client_id', app: ['select', 'insert'] }));
    // The worker looks at which lenders pledges are in force.
    await runner.query(`
      create policy by_pledge_pledge_worker on by_pledge.pledge to lexgraph_worker using (true) with check (true);
      grant select on by_pledge.pledge to lexgraph_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select on by_pledge.pledge from lexgraph_worker; drop policy by_pledge_pledge_worker on by_pledge.pledge');
    await runner.query(
      'drop table by_pledge.party_change; drop table by_pledge.exchange_rate; drop table by_pledge.premium_proof; drop table by_pledge.policy; drop table by_pledge.credit_report; drop table by_pledge.disclosure; drop table by_pledge.register_task; drop table by_pledge.register_entry; drop table by_pledge.addendum;',
    );
  }
}
