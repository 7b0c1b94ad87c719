import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { outageCauses, outageKinds, outageOrigins } from './outage-kind';
import { trackedDutyStates } from './tracked-duty.entity';

/** Interruptions, what excuses them, and duties that were missed. */
export class CreateByLeasingServiceLevels1700000003061 implements MigrationInterface {
  readonly name = 'CreateByLeasingServiceLevels1700000003061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.outage (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint by_leasing_outage_kind_check check (${oneOf('kind', outageKinds)}),
        text text not null,
        starts_at timestamptz not null,
        planned_end_at timestamptz,
        published_at timestamptz,
        restored_at timestamptz,
        origin text constraint by_leasing_outage_origin_check check (${oneOf('origin', outageOrigins)}),
        cause text constraint by_leasing_outage_cause_check check (${oneOf('cause', outageCauses)}),
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint by_leasing_outage_pkey primary key (lender_id, id),
        constraint by_leasing_outage_closed_check
          check ((restored_at is null) = (origin is null) and coalesce(origin = 'OUTSIDE', false) = (cause is not null)),
        constraint by_leasing_outage_period_check check (planned_end_at > starts_at and restored_at >= starts_at)
      );
      create table by_leasing.force_majeure (
        lender_id uuid not null,
        id uuid not null,
        event text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_leasing_force_majeure_pkey primary key (lender_id, id),
        constraint by_leasing_force_majeure_period_check check (ended_at >= started_at)
      );
      create table by_leasing.missed_duty (
        lender_id uuid not null,
        id uuid not null,
        clause text not null,
        code text not null,
        subject_type text not null,
        subject_id uuid not null,
        client_id uuid,
        began_at timestamptz not null,
        missed_at timestamptz not null,
        force_majeure_id uuid,
        constraint by_leasing_missed_duty_pkey primary key (lender_id, id),
        constraint by_leasing_missed_duty_subject_key unique (lender_id, subject_id, clause),
        constraint by_leasing_missed_duty_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_missed_duty_force_majeure_fkey foreign key (lender_id, force_majeure_id)
          references by_leasing.force_majeure (lender_id, id)
      );
      create index by_leasing_missed_duty_idx on by_leasing.missed_duty (lender_id, missed_at, id);
      create table by_leasing.tracked_duty (
        lender_id uuid not null,
        id uuid not null,
        title text not null,
        basis text not null,
        state text not null constraint by_leasing_tracked_duty_state_check check (${oneOf('state', trackedDutyStates)}),
        due_at timestamptz not null,
        done_at timestamptz,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_leasing_tracked_duty_pkey primary key (lender_id, id)
      );
    `);
    for (const table of ['outage', 'force_majeure', 'tracked_duty']) await runner.query(secureTable(`by_leasing.${table}`));
    await runner.query(secureTable('by_leasing.missed_duty', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['tracked_duty', 'missed_duty', 'force_majeure', 'outage']) await runner.query(`drop table by_leasing.${table};`);
  }
}
