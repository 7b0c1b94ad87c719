import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { paths } from '../accounts/vocabulary';
import { authorityBases, holderCheck } from '../signing/authority.entity';
import { digitalCheck, signatureTools, signatureVerifiers, sixItemsCheck } from '../signing/signature.entity';
import { sha256Check } from '../trust/trust-file.entity';
import { formedCheck, signedCheck, subjectCheck } from './document.entity';
import { dealRoles, documentFlows, documentKinds, documentStates, signatureForms } from './kinds';

const CLIENT = "nullif(current_setting('lexgraph.client', true), '')::uuid";

/** Documents of both flows with what is filled in, exchanged and signed; who takes part; who may sign. */
export class CreateByLeasingDocuments1700000003040 implements MigrationInterface {
  readonly name = 'CreateByLeasingDocuments1700000003040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists by_leasing;
      grant usage on schema by_leasing to lexgraph_app, lexgraph_worker;
      create table by_leasing.document (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        role text not null constraint by_leasing_document_role_check check (${oneOf('role', dealRoles)}),
        application_id uuid,
        contract_id uuid,
        kind text not null constraint by_leasing_document_kind_check check (${oneOf('kind', documentKinds)}),
        flow text not null constraint by_leasing_document_flow_check check (${oneOf('flow', documentFlows)}),
        state text not null constraint by_leasing_document_state_check check (${oneOf('state', documentStates)}),
        path text constraint by_leasing_document_path_check check (${oneOf('path', paths)}),
        fields_enc bytea not null,
        core_document_id uuid,
        created_at timestamptz not null,
        formed_at timestamptz,
        offered_at timestamptz,
        reviewed_at timestamptz,
        summary_confirmed_at timestamptz,
        signed_at timestamptz,
        sent_at timestamptz,
        copy_certified_at timestamptz,
        copy_certified_by text,
        constraint by_leasing_document_pkey primary key (lender_id, id),
        constraint by_leasing_document_core_key unique (lender_id, core_document_id),
        constraint by_leasing_document_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint by_leasing_document_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint by_leasing_document_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint by_leasing_document_core_fkey foreign key (lender_id, core_document_id) references core.document (lender_id, id),
        constraint by_leasing_document_formed_check check (${formedCheck}),
        constraint by_leasing_document_signed_check check (${signedCheck}),
        constraint by_leasing_document_subject_check check (${subjectCheck})
      );
      create index by_leasing_document_application_idx on by_leasing.document (lender_id, application_id, created_at);
      create index by_leasing_document_client_idx on by_leasing.document (lender_id, client_id, created_at);
      create index by_leasing_document_contract_idx on by_leasing.document (lender_id, contract_id, created_at);

      create table by_leasing.signature (
        lender_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        client_id uuid not null,
        form text not null constraint by_leasing_signature_form_check check (${oneOf('form', signatureForms)}),
        login_digest bytea,
        password_digest bytea,
        code_digest bytea,
        code_word_digest bytea,
        authorised_at timestamptz,
        signed_at timestamptz not null,
        cms_enc bytea,
        signed_hash bytea,
        certificate_serial text,
        made_by text constraint by_leasing_signature_made_check check (${oneOf('made_by', signatureTools)}),
        verified_by text constraint by_leasing_signature_verified_check check (${oneOf('verified_by', signatureVerifiers)}),
        trust jsonb not null,
        authority_id uuid,
        constraint by_leasing_signature_pkey primary key (lender_id, id),
        constraint by_leasing_signature_core_fkey foreign key (lender_id, id) references core.signature (lender_id, id),
        constraint by_leasing_signature_document_fkey foreign key (lender_id, document_id) references by_leasing.document (lender_id, id),
        constraint by_leasing_signature_items_check check (${sixItemsCheck}),
        constraint by_leasing_signature_digital_check check (${digitalCheck})
      );
      create index by_leasing_signature_document_idx on by_leasing.signature (lender_id, document_id);

      create table by_leasing.signing_authority (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid,
        officer text,
        person_index bytea not null,
        name_enc bytea not null,
        position text not null,
        basis text not null constraint by_leasing_signing_authority_basis_check check (${oneOf('basis', authorityBases)}),
        basis_number text,
        scope jsonb,
        valid_from date not null,
        valid_to date,
        recorded_by text not null,
        recorded_at timestamptz not null,
        ended_at timestamptz,
        constraint by_leasing_signing_authority_pkey primary key (lender_id, id),
        constraint by_leasing_signing_authority_holder_check check (${holderCheck})
      );
      create index by_leasing_signing_authority_officer_idx on by_leasing.signing_authority (lender_id, officer);
      create index by_leasing_signing_authority_client_idx on by_leasing.signing_authority (lender_id, client_id);

      create table by_leasing.trust_file (
        lender_id uuid not null,
        sha256 bytea not null constraint by_leasing_trust_file_sha256_check check (${sha256Check}),
        kind text not null constraint by_leasing_trust_file_kind_check check (kind in ('AUTHORITY', 'REVOCATION_LIST')),
        der bytea not null,
        first_used_at timestamptz not null,
        constraint by_leasing_trust_file_pkey primary key (lender_id, sha256)
      );

      create table by_leasing.participant (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        application_number text not null,
        applicant_id uuid not null,
        client_id uuid not null,
        role text not null constraint by_leasing_participant_role_check check (role in ('GUARANTOR', 'SELLER')),
        invited_by text not null,
        invited_at timestamptz not null,
        identification_id uuid,
        identified_at timestamptz,
        ended_at timestamptz,
        constraint by_leasing_participant_pkey primary key (lender_id, id),
        constraint by_leasing_participant_key unique (lender_id, application_id, client_id, role),
        constraint by_leasing_participant_self_check check (client_id <> applicant_id),
        constraint by_leasing_participant_application_fkey foreign key (lender_id, application_id)
          references core.application (lender_id, id),
        constraint by_leasing_participant_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index by_leasing_participant_client_idx on by_leasing.participant (lender_id, client_id);

      create table by_leasing.exchange (
        lender_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        client_id uuid not null,
        direction text not null
          constraint by_leasing_exchange_direction_check check (direction in ('CLIENT_TO_LENDER', 'LENDER_TO_CLIENT')),
        at timestamptz not null,
        constraint by_leasing_exchange_pkey primary key (lender_id, id),
        constraint by_leasing_exchange_document_fkey foreign key (lender_id, document_id) references by_leasing.document (lender_id, id)
      );
      create index by_leasing_exchange_document_idx on by_leasing.exchange (lender_id, document_id, at);

      create table by_leasing.integrity_finding (
        lender_id uuid not null,
        document_id uuid not null,
        found_at timestamptz not null,
        constraint by_leasing_integrity_finding_pkey primary key (lender_id, document_id),
        constraint by_leasing_integrity_finding_document_fkey foreign key (lender_id, document_id)
          references by_leasing.document (lender_id, id)
      );

      create table by_leasing.credit_report (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        consent_id uuid not null,
        requested_by text not null,
        requested_at timestamptz not null,
        report_number text,
        received_at timestamptz,
        constraint by_leasing_credit_report_pkey primary key (lender_id, id),
        constraint by_leasing_credit_report_application_fkey foreign key (lender_id, application_id)
          references core.application (lender_id, id),
        constraint by_leasing_credit_report_consent_fkey foreign key (lender_id, consent_id) references by_leasing.document (lender_id, id)
      );
      create index by_leasing_credit_report_application_idx on by_leasing.credit_report (lender_id, application_id, requested_at);

      create function by_leasing.keep_signed_document() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          if tg_op = 'DELETE' or (old.signed_at is not null and (new.client_id, new.kind, new.fields_enc, new.core_document_id, new.signed_at)
            is distinct from (old.client_id, old.kind, old.fields_enc, old.core_document_id, old.signed_at)) then
            raise exception 'A signed document is never altered or removed.' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger by_leasing_document_keep before update or delete on by_leasing.document
        for each row execute function by_leasing.keep_signed_document();
    `);
    const written = ['select', 'insert'] as const;
    await runner.query(secureTable('by_leasing.document', { client: 'client_id', worker: ['select'] }));
    await runner.query(secureTable('by_leasing.signature', { client: 'client_id', app: written }));
    await runner.query(secureTable('by_leasing.signing_authority'));
    await runner.query(secureTable('by_leasing.trust_file', { app: written }));
    await runner.query(secureTable('by_leasing.participant'));
    await runner.query(secureTable('by_leasing.exchange', { client: 'client_id', app: written }));
    await runner.query(secureTable('by_leasing.integrity_finding', { app: written }));
    await runner.query(secureTable('by_leasing.credit_report', { client: 'client_id' }));
    // Both see who takes part: the one who was invited and the one whose deal it is.
    await runner.query(`
      create policy by_leasing_participant_parties on by_leasing.participant as restrictive to lexgraph_app, lexgraph_owner
        using (case when ${CLIENT} is null then true else client_id = ${CLIENT} or applicant_id = ${CLIENT} end);
      create policy by_leasing_signing_authority_holder on by_leasing.signing_authority as restrictive to lexgraph_app, lexgraph_owner
        using (case when ${CLIENT} is null then true else client_id = ${CLIENT} end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table by_leasing.credit_report;
      drop table by_leasing.integrity_finding;
      drop table by_leasing.exchange;
      drop table by_leasing.participant;
      drop table by_leasing.trust_file;
      drop table by_leasing.signing_authority;
      drop table by_leasing.signature;
      drop table by_leasing.document;
      drop function by_leasing.keep_signed_document();
    `);
  }
}
