import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { payoutMethods } from '../application/loan-application.entity';
import { recalculationCases } from '../tranches/recalculation';
import { prolongationActions, prolongationStatuses, topUpStatuses, trancheStatuses } from './request-status';

/** What changes a running contract: prolongations, tranches with their credit lines, additional sums. */
export class CreateRuMfoChanges1700000002120 implements MigrationInterface {
  readonly name = 'CreateRuMfoChanges1700000002120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.prolongation (
        lender_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        status text not null constraint ru_mfo_prolongation_status_check check (${oneOf('status', prolongationStatuses)}),
        action text not null constraint ru_mfo_prolongation_action_check check (${oneOf('action', prolongationActions)}),
        days integer not null,
        from_due_on date not null,
        to_due_on date not null,
        interest_told numeric(18,2) not null constraint ru_mfo_prolongation_interest_check check (interest_told >= 0),
        interest_charged numeric(18,2) not null,
        terms jsonb not null,
        packet_id uuid not null,
        document_id uuid not null,
        profile_digest bytea not null,
        requested_at timestamptz not null,
        accepted_at timestamptz,
        constraint ru_mfo_prolongation_pkey primary key (lender_id, id),
        constraint ru_mfo_prolongation_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint ru_mfo_prolongation_accepted_check check ((status = 'ACCEPTED') = (accepted_at is not null))
      );
      create index ru_mfo_prolongation_contract_idx on ru_mfo.prolongation (lender_id, contract_id, requested_at);
      create unique index ru_mfo_prolongation_open_key on ru_mfo.prolongation (lender_id, contract_id) where status = 'OFFERED';
      create index ru_mfo_prolongation_client_idx on ru_mfo.prolongation (lender_id, client_id) where status = 'OFFERED';
      create table ru_mfo.credit_line (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        credit_limit numeric(18,2) not null constraint ru_mfo_credit_line_limit_check check (credit_limit > 0),
        constraint ru_mfo_credit_line_pkey primary key (lender_id, application_id),
        constraint ru_mfo_credit_line_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      ${payable('tranche', trancheStatuses, [
        `recalculated text constraint ru_mfo_tranche_recalculated_check check (${oneOf('recalculated', recalculationCases)})`,
        'formula text',
        'constraint ru_mfo_tranche_formula_check check ((recalculated is null) = (formula is null))',
      ])}
      ${payable('top_up', topUpStatuses, [])}
    `);
    for (const table of ['prolongation', 'credit_line', 'tranche', 'top_up'])
      await runner.query(secureTable(`ru_mfo.${table}`, { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ru_mfo.top_up; drop table ru_mfo.tranche; drop table ru_mfo.credit_line; drop table ru_mfo.prolongation;',
    );
  }
}

/** A table of requests for money: what tranches and additional sums have in common, and columns of its own. */
function payable(table: string, statuses: readonly string[], own: readonly string[]): string {
  return `
      create table ru_mfo.${table} (
        lender_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        client_id uuid not null,
        status text not null constraint ru_mfo_${table}_status_check check (${oneOf('status', statuses)}),
        amount numeric(18,2) not null constraint ru_mfo_${table}_amount_check check (amount > 0),
        payout_method text not null constraint ru_mfo_${table}_payout_check check (${oneOf('payout_method', payoutMethods)}),
        payout_enc bytea not null,
        payout_mask text not null,
        document_id uuid not null,
        profile_digest bytea not null,
        requested_at timestamptz not null,
        signed_at timestamptz,
        settled_at timestamptz,
        settled_on date,
        failure text,
        ${own.map((line) => `${line},\n        `).join('')}constraint ru_mfo_${table}_pkey primary key (lender_id, id),
        constraint ru_mfo_${table}_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint ru_mfo_${table}_signed_check check ((status in ('DRAFT', 'VOID')) = (signed_at is null)),
        constraint ru_mfo_${table}_settled_check check ((status = 'PAID') = (settled_at is not null))
      );
      create index ru_mfo_${table}_contract_idx on ru_mfo.${table} (lender_id, contract_id, requested_at);
      create unique index ru_mfo_${table}_draft_key on ru_mfo.${table} (lender_id, contract_id) where status = 'DRAFT';
      create index ru_mfo_${table}_client_idx on ru_mfo.${table} (lender_id, client_id) where status = 'DRAFT';`;
}
