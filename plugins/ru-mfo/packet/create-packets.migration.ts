import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { packetKinds, packetStatuses } from './packet-kind';

/** Packets of documents that one code signs; terms may be accepted without a choice between two buttons. */
export class CreateRuMfoPackets1700000002160 implements MigrationInterface {
  readonly name = 'CreateRuMfoPackets1700000002160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.packet (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        application_id uuid,
        contract_id uuid,
        kind text not null constraint ru_mfo_packet_kind_check check (${oneOf('kind', packetKinds)}),
        status text not null constraint ru_mfo_packet_status_check check (${oneOf('status', packetStatuses)}),
        formed_at timestamptz not null,
        signed_at timestamptz,
        ceremony_id uuid,
        identifier text,
        constraint ru_mfo_packet_pkey primary key (lender_id, id),
        constraint ru_mfo_packet_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id),
        constraint ru_mfo_packet_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id),
        constraint ru_mfo_packet_contract_fkey foreign key (lender_id, contract_id) references core.contract (lender_id, id),
        constraint ru_mfo_packet_subject_check
          check ((kind = 'ADDENDUM') = (contract_id is not null) and (kind = 'ADDENDUM') = (application_id is null)),
        constraint ru_mfo_packet_signed_check check ((status = 'SIGNED') = (signed_at is not null)
          and (signed_at is null) = (ceremony_id is null) and (signed_at is null) = (identifier is null))
      );
      create index ru_mfo_packet_application_idx on ru_mfo.packet (lender_id, application_id, formed_at);
      create index ru_mfo_packet_contract_idx on ru_mfo.packet (lender_id, contract_id, formed_at);
      create table ru_mfo.packet_document (
        lender_id uuid not null,
        packet_id uuid not null,
        document_id uuid not null,
        client_id uuid not null,
        place integer not null constraint ru_mfo_packet_document_place_check check (place > 0),
        required boolean not null,
        ticked_at timestamptz,
        constraint ru_mfo_packet_document_pkey primary key (lender_id, packet_id, document_id),
        constraint ru_mfo_packet_document_place_key unique (lender_id, packet_id, place),
        constraint ru_mfo_packet_document_packet_fkey foreign key (lender_id, packet_id) references ru_mfo.packet (lender_id, id),
        constraint ru_mfo_packet_document_document_fkey foreign key (lender_id, document_id) references core.document (lender_id, id)
      );
      alter table ru_mfo.application drop constraint ru_mfo_application_accepted_check;
      alter table ru_mfo.application add constraint ru_mfo_application_accepted_check
        check (accepted_at is not null or insurance_choice is null);
    `);
    await runner.query(secureTable('ru_mfo.packet', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.packet_document', { client: 'client_id' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ru_mfo.application drop constraint ru_mfo_application_accepted_check;
      alter table ru_mfo.application add constraint ru_mfo_application_accepted_check
        check ((accepted_at is null) = (insurance_choice is null));
      drop table ru_mfo.packet_document;
      drop table ru_mfo.packet;
    `);
  }
}
