import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { endCheck, endModes, withdrawalCheck } from '../departure/agreement-end.entity';
import { deletionChannels, executedCheck } from '../departure/deletion-request.entity';
import { endedCheck, groundCheck } from '../holds/hold.entity';
import { clientHoldKinds, systemHoldKinds } from '../holds/vocabulary';
import { cabinetChangeKinds } from '../services/cabinet-change.entity';
import { acceptanceModes, smsCheck } from '../terms/acceptance.entity';
import { termsKinds } from '../terms/terms-version.entity';

const clientKey = (table: string) =>
  `constraint by_leasing_${table}_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)`;
const breachKey = (table: string) =>
  `constraint by_leasing_${table}_breach_fkey foreign key (lender_id, breach_id) references by_leasing.breach (lender_id, id)`;

/** The agreement in its versions, the services of the cabinet, what stands in the way of operations, and how clients leave. */
export class CreateByLeasingCabinet1700000003080 implements MigrationInterface {
  readonly name = 'CreateByLeasingCabinet1700000003080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_leasing.terms_version (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint by_leasing_terms_version_kind_check check (${oneOf('kind', termsKinds)}),
        version text not null,
        order_number text not null,
        approved_on date not null,
        title text not null,
        url text not null,
        text text not null,
        sha256 bytea not null,
        changes text not null,
        published_by text not null,
        published_at timestamptz not null,
        constraint by_leasing_terms_version_pkey primary key (lender_id, id),
        constraint by_leasing_terms_version_key unique (lender_id, kind, version)
      );
      create table by_leasing.acceptance (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        terms_version text not null,
        policy_version text,
        mode text not null constraint by_leasing_acceptance_mode_check check (${oneOf('mode', acceptanceModes)}),
        consent_mark boolean not null,
        ceremony_id uuid,
        declarations text[] not null,
        made_at timestamptz not null,
        constraint by_leasing_acceptance_pkey primary key (lender_id, id),
        constraint by_leasing_acceptance_mark_check check (${smsCheck}),
        ${clientKey('acceptance')}
      );
      create index by_leasing_acceptance_client_idx on by_leasing.acceptance (lender_id, client_id, made_at);
      create table by_leasing.marketing_consent (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        value boolean not null,
        given_at timestamptz not null,
        constraint by_leasing_marketing_consent_pkey primary key (lender_id, id),
        ${clientKey('marketing_consent')}
      );
      create index by_leasing_marketing_consent_client_idx on by_leasing.marketing_consent (lender_id, client_id, given_at);
      create table by_leasing.service_change (
        lender_id uuid not null,
        id uuid not null,
        service text not null,
        enabled boolean not null,
        effective_from timestamptz not null,
        changed_by text not null,
        changed_at timestamptz not null,
        constraint by_leasing_service_change_pkey primary key (lender_id, id)
      );
      create index by_leasing_service_change_idx on by_leasing.service_change (lender_id, service, effective_from);
      create table by_leasing.cabinet_change (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint by_leasing_cabinet_change_kind_check check (${oneOf('kind', cabinetChangeKinds)}),
        version text not null,
        note text not null,
        effective_from timestamptz not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_leasing_cabinet_change_pkey primary key (lender_id, id),
        constraint by_leasing_cabinet_change_version_key unique (lender_id, kind, version)
      );
      create table by_leasing.client_hold (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        kind text not null constraint by_leasing_client_hold_kind_check check (${oneOf('kind', clientHoldKinds)}),
        ground text,
        breach_id uuid,
        note text not null,
        basis text,
        opened_by text not null,
        opened_at timestamptz not null,
        ended_by text,
        ended_at timestamptz,
        outcome text,
        constraint by_leasing_client_hold_pkey primary key (lender_id, id),
        constraint by_leasing_client_hold_ground_check check (${groundCheck}),
        constraint by_leasing_client_hold_ended_check check (${endedCheck}),
        ${clientKey('client_hold')},
        ${breachKey('client_hold')}
      );
      create index by_leasing_client_hold_open_idx on by_leasing.client_hold (lender_id, client_id) where ended_at is null;
      create table by_leasing.system_hold (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint by_leasing_system_hold_kind_check check (${oneOf('kind', systemHoldKinds)}),
        number text not null,
        note text not null,
        opened_by text not null,
        opened_at timestamptz not null,
        effective_from timestamptz not null,
        ended_by text,
        ended_at timestamptz,
        outcome text,
        constraint by_leasing_system_hold_pkey primary key (lender_id, id),
        constraint by_leasing_system_hold_ended_check check (${endedCheck})
      );
      create index by_leasing_system_hold_open_idx on by_leasing.system_hold (lender_id) where ended_at is null;
      create table by_leasing.operation_refusal (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        operation text not null,
        reference text,
        grounds text[] not null,
        clauses text[] not null,
        refused_at timestamptz not null,
        constraint by_leasing_operation_refusal_pkey primary key (lender_id, id),
        ${clientKey('operation_refusal')}
      );
      create index by_leasing_operation_refusal_client_idx on by_leasing.operation_refusal (lender_id, client_id, refused_at);
      create table by_leasing.deletion_request (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        channel text not null constraint by_leasing_deletion_request_channel_check check (${oneOf('channel', deletionChannels)}),
        content_enc bytea not null,
        recorded_by text not null,
        received_at timestamptz not null,
        executed_by text,
        executed_at timestamptz,
        removed text[] not null,
        retained text[] not null,
        constraint by_leasing_deletion_request_pkey primary key (lender_id, id),
        constraint by_leasing_deletion_request_executed_check check (${executedCheck}),
        ${clientKey('deletion_request')}
      );
      create index by_leasing_deletion_request_client_idx on by_leasing.deletion_request (lender_id, client_id, received_at);
      create unique index by_leasing_deletion_request_open_key on by_leasing.deletion_request (lender_id, client_id)
        where executed_at is null;
      create table by_leasing.agreement_end (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        mode text not null constraint by_leasing_agreement_end_mode_check check (${oneOf('mode', endModes)}),
        ground text,
        breach_id uuid,
        basis text,
        client_consented_at timestamptz,
        recorded_by text not null,
        ended_at timestamptz,
        constraint by_leasing_agreement_end_pkey primary key (lender_id, id),
        constraint by_leasing_agreement_end_ground_check check (${withdrawalCheck}),
        constraint by_leasing_agreement_end_ended_check check (${endCheck}),
        ${clientKey('agreement_end')},
        ${breachKey('agreement_end')}
      );
      create unique index by_leasing_agreement_end_client_key on by_leasing.agreement_end (lender_id, client_id);
    `);
    for (const table of ['terms_version', 'service_change', 'cabinet_change'])
      await runner.query(secureTable(`by_leasing.${table}`, { app: ['select', 'insert'] }));
    for (const table of ['acceptance', 'marketing_consent', 'operation_refusal'])
      await runner.query(secureTable(`by_leasing.${table}`, { client: 'client_id', app: ['select', 'insert'] }));
    for (const table of ['client_hold', 'deletion_request', 'agreement_end'])
      await runner.query(secureTable(`by_leasing.${table}`, { client: 'client_id' }));
    await runner.query(secureTable('by_leasing.system_hold'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table by_leasing.agreement_end, by_leasing.deletion_request, by_leasing.operation_refusal, by_leasing.system_hold,
        by_leasing.client_hold, by_leasing.cabinet_change, by_leasing.service_change, by_leasing.marketing_consent,
        by_leasing.acceptance, by_leasing.terms_version;
    `);
  }
}
