import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { addonAddressees, addonStatuses, optedInCheck, pricedCheck, withdrawnCheck } from './addon.entity';
import { addonKinds, addonOccasions } from './addon-service';

/** Paid services beside loans. */
export class CreateRuMfoAddons1700000002190 implements MigrationInterface {
  readonly name = 'CreateRuMfoAddons1700000002190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.addon (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        occasion text not null constraint ru_mfo_addon_occasion_check check (${oneOf('occasion', addonOccasions)}),
        occasion_id uuid not null,
        code text not null,
        kind text not null constraint ru_mfo_addon_kind_check check (${oneOf('kind', addonKinds)}),
        status text not null constraint ru_mfo_addon_status_check check (${oneOf('status', addonStatuses)}),
        price numeric(18, 2),
        wished_at timestamptz,
        offered_at timestamptz,
        chosen_at timestamptz,
        joined_at timestamptz,
        charged_at timestamptz,
        charge_cause text,
        memo_document_id uuid,
        request_document_id uuid,
        withdrawn_on date,
        withdrawal_addressee text constraint ru_mfo_addon_addressee_check check (${oneOf('withdrawal_addressee', addonAddressees)}),
        withdrawal_reference text,
        withdrawal_document_id uuid,
        refunded_to_debt numeric(18, 2),
        refunded_to_client numeric(18, 2),
        constraint ru_mfo_addon_pkey primary key (lender_id, id),
        constraint ru_mfo_addon_occasion_key unique (lender_id, occasion_id, code),
        constraint ru_mfo_addon_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_addon_opted_in_check check (${optedInCheck}),
        constraint ru_mfo_addon_priced_check check (${pricedCheck}),
        constraint ru_mfo_addon_withdrawn_check check (${withdrawnCheck})
      );
      create index ru_mfo_addon_application_idx on ru_mfo.addon (lender_id, application_id);
      create table ru_mfo.insured_terms (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        document_id uuid not null,
        terms jsonb not null,
        constraint ru_mfo_insured_terms_pkey primary key (lender_id, application_id),
        constraint ru_mfo_insured_terms_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
    `);
    await runner.query(secureTable('ru_mfo.addon', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.insured_terms', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.insured_terms; drop table ru_mfo.addon;');
  }
}
