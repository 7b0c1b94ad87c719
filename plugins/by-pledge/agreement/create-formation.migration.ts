import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { authorityBases } from '../authority/signing-authority.entity';
import { declarationKinds } from '../declarations/declaration.entity';
import { identityDocuments } from '../identity/identity-check.entity';
import { propertyTypes } from '../inventory/inventory.entity';
import { vehicleCheckKinds } from '../inventory/vehicle-check.entity';

/** What is gathered about an item, its owner and the lender before an agreement is signed. */
export class CreateByPledgeFormation1700000004001 implements MigrationInterface {
  readonly name = 'CreateByPledgeFormation1700000004001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_pledge.inventory (
        lender_id uuid not null,
        pledge_id uuid not null,
        version integer not null,
        client_id uuid not null,
        property_type text not null,
        property_name text not null,
        vin text not null,
        vin_exception text,
        manufactured_in integer,
        plate_enc bytea,
        storage_address_enc bytea,
        pledge_value numeric(18,2),
        sum_insured numeric(18,2),
        ground text not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_pledge_inventory_pkey primary key (lender_id, pledge_id, version),
        constraint by_pledge_inventory_type_check check (${oneOf('property_type', propertyTypes)}),
        constraint by_pledge_inventory_version_check check (version > 0),
        constraint by_pledge_inventory_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_inventory_vin_idx on by_pledge.inventory (lender_id, vin);
      create table by_pledge.photo (
        lender_id uuid not null,
        pledge_id uuid not null,
        file_id uuid not null,
        client_id uuid not null,
        added_at timestamptz not null,
        constraint by_pledge_photo_pkey primary key (lender_id, pledge_id, file_id),
        constraint by_pledge_photo_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create table by_pledge.pledged_item (
        lender_id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        vin text not null,
        pledged_at timestamptz not null,
        released_at timestamptz,
        constraint by_pledge_pledged_item_pkey primary key (lender_id, pledge_id),
        constraint by_pledge_pledged_item_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create unique index by_pledge_pledged_item_vin_key on by_pledge.pledged_item (lender_id, vin) where released_at is null;
      create table by_pledge.vehicle_check (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        vin text not null,
        kind text not null,
        found boolean not null,
        reference text,
        checked_by text not null,
        checked_at timestamptz not null,
        constraint by_pledge_vehicle_check_pkey primary key (lender_id, id),
        constraint by_pledge_vehicle_check_kind_check check (${oneOf('kind', vehicleCheckKinds)}),
        constraint by_pledge_vehicle_check_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_vehicle_check_vin_idx on by_pledge.vehicle_check (lender_id, vin, checked_at);
      create table by_pledge.valuation (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        inventory_version integer not null,
        method text not null,
        value numeric(18,2) not null,
        photos uuid[] not null,
        analytics_module text,
        analytics_value numeric(18,2),
        analytics_report text,
        valued_by text not null,
        valued_at timestamptz not null,
        constraint by_pledge_valuation_pkey primary key (lender_id, id),
        constraint by_pledge_valuation_value_check check (value > 0),
        constraint by_pledge_valuation_analytics_check check ((analytics_module is null) = (analytics_report is null)),
        constraint by_pledge_valuation_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_valuation_pledge_idx on by_pledge.valuation (lender_id, pledge_id, valued_at);
      create table by_pledge.declaration (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        kind text not null,
        text_version text not null,
        answer text not null,
        amount numeric(18,2),
        territory text[] not null,
        declared_at timestamptz not null,
        constraint by_pledge_declaration_pkey primary key (lender_id, id),
        constraint by_pledge_declaration_kind_check check (${oneOf('kind', declarationKinds)}),
        constraint by_pledge_declaration_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_declaration_pledge_idx on by_pledge.declaration (lender_id, pledge_id, declared_at);
      create table by_pledge.identity_check (
        lender_id uuid not null,
        id uuid not null,
        pledge_id uuid not null,
        client_id uuid not null,
        document_type text not null,
        number_enc bytea not null,
        personal_number_enc bytea not null,
        personal_number_valid boolean not null,
        citizenship text not null,
        checked_by text not null,
        checked_at timestamptz not null,
        constraint by_pledge_identity_check_pkey primary key (lender_id, id),
        constraint by_pledge_identity_check_document_check check (${oneOf('document_type', identityDocuments)}),
        constraint by_pledge_identity_check_pledge_fkey foreign key (lender_id, pledge_id) references by_pledge.pledge (lender_id, id)
      );
      create index by_pledge_identity_check_pledge_idx on by_pledge.identity_check (lender_id, pledge_id, checked_at);
      create table by_pledge.signing_authority (
        lender_id uuid not null,
        id uuid not null,
        signer text not null,
        name_enc bytea not null,
        position text not null,
        basis text not null,
        basis_number text,
        valid_from date not null,
        valid_to date,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_pledge_signing_authority_pkey primary key (lender_id, id),
        constraint by_pledge_signing_authority_basis_check check (${oneOf('basis', authorityBases)}),
        constraint by_pledge_signing_authority_number_check check ((basis = 'POWER_OF_ATTORNEY') <= (basis_number is not null))
      );
      create index by_pledge_signing_authority_signer_idx on by_pledge.signing_authority (lender_id, signer, recorded_at);
      create table by_pledge.certificate_end (
        lender_id uuid not null,
        number text not null,
        ended_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint by_pledge_certificate_end_pkey primary key (lender_id, number)
      );
      create table by_pledge.rules_version (
        lender_id uuid not null,
        version text not null,
        effective_from date not null,
        published_by text not null,
        published_at timestamptz not null,
        constraint by_pledge_rules_version_pkey primary key (lender_id, version)
      );
      create table by_pledge.secured_loan (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        payout_method text not null,
        payout_enc bytea not null,
        payout_mask text not null,
        constraint by_pledge_secured_loan_pkey primary key (lender_id, application_id),
        constraint by_pledge_secured_loan_payout_check check (payout_method in ('BANK_ACCOUNT', 'PAYMENT_CARD')),
        constraint by_pledge_secured_loan_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create table by_pledge.tariff (
        lender_id uuid not null,
        effective_from date not null,
        daily_rate numeric(18,6) not null,
        set_by text not null,
        set_at timestamptz not null,
        constraint by_pledge_tariff_pkey primary key (lender_id, effective_from),
        constraint by_pledge_tariff_rate_check check (daily_rate > 0)
      );
    `);
    await runner.query(secureTable('by_pledge.inventory', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.photo', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.pledged_item', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.vehicle_check', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.valuation', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.declaration', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.identity_check', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.signing_authority'));
    await runner.query(secureTable('by_pledge.certificate_end', { app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.rules_version', { app: ['select', 'insert'] }));
    await runner.query(secureTable('by_pledge.secured_loan', { client: 'client_id' }));
    await runner.query(secureTable('by_pledge.tariff', { app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table by_pledge.tariff; drop table by_pledge.secured_loan; drop table by_pledge.rules_version; drop table by_pledge.certificate_end; drop table by_pledge.signing_authority; drop table by_pledge.identity_check; drop table by_pledge.declaration; drop table by_pledge.valuation; drop table by_pledge.vehicle_check; drop table by_pledge.pledged_item; drop table by_pledge.photo; drop table by_pledge.inventory;',
    );
  }
}
