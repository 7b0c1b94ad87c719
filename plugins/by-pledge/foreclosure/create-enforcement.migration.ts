import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { courseKinds } from '../course/course-record.entity';
import { dutyKinds, dutyStatuses } from '../duties/duty-kinds';
import { noticeKinds, noticeWays } from '../notices/notice-table';
import { foreclosureRoutes, foreclosureStates } from './machine';

const owned = (table: string) => `constraint by_pledge_${table}_pkey primary key (lender_id, id),
        constraint by_pledge_${table}_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)`;

/** Notices, duties, violations and foreclosure. */
export class CreateByPledgeEnforcement1700000004030 implements MigrationInterface {
  readonly name = 'CreateByPledgeEnforcement1700000004030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_pledge.notice (
        lender_id uuid not null, id uuid not null, pledge_id uuid not null, client_id uuid not null,
        kind text not null constraint by_pledge_notice_kind_check check (${oneOf('kind', noticeKinds)}),
        sender text not null constraint by_pledge_notice_sender_check check (sender in ('PLEDGOR', 'PLEDGEE')),
        text_enc bytea not null,
        received_on date,
        answered_on date,
        created_at timestamptz not null,
        ${owned('notice')}
      );
      create index by_pledge_notice_pledge_idx on by_pledge.notice (lender_id, pledge_id, created_at);
      create table by_pledge.notice_delivery (
        lender_id uuid not null, id uuid not null, notice_id uuid not null, client_id uuid not null,
        way text not null constraint by_pledge_notice_delivery_way_check check (${oneOf('way', noticeWays)}),
        address_enc bytea not null,
        counts boolean not null,
        sent_on date not null,
        first_attempt_on date,
        delivered_on date,
        signed_at timestamptz,
        received_on date,
        constraint by_pledge_notice_delivery_pkey primary key (lender_id, id),
        constraint by_pledge_notice_delivery_notice_fkey foreign key (lender_id, notice_id) references by_pledge.notice (lender_id, id)
      );
      create unique index by_pledge_notice_delivery_way_key on by_pledge.notice_delivery (lender_id, notice_id, way);
      create table by_pledge.duty (
        lender_id uuid not null, id uuid not null, pledge_id uuid not null, client_id uuid not null,
        kind text not null constraint by_pledge_duty_kind_check check (${oneOf('kind', dutyKinds)}),
        status text not null constraint by_pledge_duty_status_check check (${oneOf('status', dutyStatuses)}),
        ground text not null,
        notice_id uuid,
        amount numeric(18,2) constraint by_pledge_duty_amount_check check (amount > 0),
        started_on date,
        due_on date,
        met_on date,
        outcome text,
        opened_at timestamptz not null,
        constraint by_pledge_duty_met_check check ((status in ('MET', 'MET_LATE')) = (met_on is not null)),
        ${owned('duty')}
      );
      create index by_pledge_duty_pledge_idx on by_pledge.duty (lender_id, pledge_id, opened_at);
      create table by_pledge.violation (
        lender_id uuid not null, id uuid not null, pledge_id uuid not null, client_id uuid not null,
        clause text not null,
        fact text not null,
        committed_on date not null,
        estimated_loss numeric(18,2),
        loss numeric(18,2),
        fine numeric(18,2),
        fined_at timestamptz,
        recorded_at timestamptz not null,
        constraint by_pledge_violation_loss_check check (estimated_loss > 0 and loss > 0),
        constraint by_pledge_violation_fine_check check ((fine is null) = (fined_at is null)),
        ${owned('violation')}
      );
      create unique index by_pledge_violation_fact_key on by_pledge.violation (lender_id, pledge_id, clause, fact);
      create index by_pledge_violation_pledge_idx on by_pledge.violation (lender_id, pledge_id, recorded_at);
      create table by_pledge.course_record (
        lender_id uuid not null, id uuid not null, pledge_id uuid not null, client_id uuid not null,
        kind text not null constraint by_pledge_course_record_kind_check check (${oneOf('kind', courseKinds)}),
        on_day date not null,
        facts jsonb not null,
        text_enc bytea,
        recorded_by text not null,
        recorded_at timestamptz not null,
        ${owned('course_record')}
      );
      create index by_pledge_course_record_pledge_idx on by_pledge.course_record (lender_id, pledge_id, recorded_at);
      create table by_pledge.foreclosure (
        lender_id uuid not null, id uuid not null, pledge_id uuid not null, client_id uuid not null,
        route text not null constraint by_pledge_foreclosure_route_check check (${oneOf('route', foreclosureRoutes)}),
        basis text not null,
        violation_id uuid,
        state text not null constraint by_pledge_foreclosure_state_check check (${oneOf('state', foreclosureStates)}),
        missed_on date not null,
        grace_ends_on date not null,
        forum text,
        sale_way text,
        sale_reference text,
        sale_site text,
        start_price numeric(18,2),
        price_override text,
        sold_on date,
        proceeds numeric(18,2),
        secured_claim numeric(18,2),
        surplus numeric(18,2),
        deficit numeric(18,2),
        opened_at timestamptz not null,
        constraint by_pledge_foreclosure_basis_check check (basis in ('DEFAULT', 'EARLY') and (basis = 'EARLY') = (violation_id is not null)),
        constraint by_pledge_foreclosure_sold_check check ((sold_on is null) = (proceeds is null)),
        ${owned('foreclosure')}
      );
      create unique index by_pledge_foreclosure_open_key on by_pledge.foreclosure (lender_id, pledge_id)
        where state not in ('SETTLED', 'STOPPED', 'DISMISSED');
      create index by_pledge_foreclosure_pledge_idx on by_pledge.foreclosure (lender_id, pledge_id, opened_at);
    `);
    for (const table of ['notice', 'notice_delivery', 'duty', 'violation', 'foreclosure'])
      await runner.query(secureTable(`by_pledge.${table}`, { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.course_record', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['foreclosure', 'course_record', 'violation', 'duty', 'notice_delivery', 'notice'])
      await runner.query(`drop table by_pledge.${table}`);
  }
}
