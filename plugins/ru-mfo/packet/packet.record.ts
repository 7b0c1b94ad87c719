import { listLoader, loader, statement } from '../../../modules/database';
import type { PacketKind, PacketStatus } from './packet-kind';

export interface PacketRecord {
  readonly id: string;
  readonly clientId: string;
  readonly applicationId: string | null;
  readonly contractId: string | null;
  readonly kind: PacketKind;
  readonly status: PacketStatus;
  readonly formedAt: Date;
  readonly signedAt: Date | null;
  readonly ceremonyId: string | null;
  readonly identifier: string | null;
}

export interface PacketDocumentRecord {
  readonly packetId: string;
  readonly documentId: string;
  readonly place: number;
  readonly required: boolean;
  readonly tickedAt: Date | null;
  /** Kind and hexadecimal hash of the document itself. */
  readonly kind: string;
  readonly sha256: string;
}

const columns = `id, client_id as "clientId", application_id as "applicationId", contract_id as "contractId", kind, status,
  formed_at as "formedAt", signed_at as "signedAt", ceremony_id as "ceremonyId", identifier`;

export const readPackets = statement<PacketRecord>('ru_mfo_packets', `select ${columns} from ru_mfo.packet where id = any($1)`);
export const packetById = loader(readPackets, (row) => row.id);

export const lockPacketRow = statement<PacketRecord>('ru_mfo_packet_lock', `select ${columns} from ru_mfo.packet where id = $1 for update`);

/** In the order in which they were formed. */
export const readPacketsOfApplication = statement<PacketRecord>(
  'ru_mfo_packets_of_application',
  `select ${columns} from ru_mfo.packet where application_id = any($1) order by formed_at, id`,
);
export const packetsByApplication = listLoader(readPacketsOfApplication, (row) => row.applicationId!);

export const readPacketsOfContract = statement<PacketRecord>(
  'ru_mfo_packets_of_contract',
  `select ${columns} from ru_mfo.packet where contract_id = any($1) order by formed_at, id`,
);
export const packetsByContract = listLoader(readPacketsOfContract, (row) => row.contractId!);

/** In their places. */
export const readPacketDocuments = statement<PacketDocumentRecord>(
  'ru_mfo_packet_documents',
  `select p.packet_id as "packetId", p.document_id as "documentId", p.place, p.required, p.ticked_at as "tickedAt",
     d.kind, encode(d.sha256, 'hex') as sha256
   from ru_mfo.packet_document p join core.document d on d.lender_id = p.lender_id and d.id = p.document_id
   where p.packet_id = any($1) order by p.place`,
);
export const documentsByPacket = listLoader(readPacketDocuments, (row) => row.packetId);

export const setTicked = statement<never>(
  'ru_mfo_packet_tick',
  `update ru_mfo.packet_document set ticked_at = case when document_id = any($2) then coalesce(ticked_at, $3) else null end
   where packet_id = $1`,
);

export const setPacketSigned = statement<never>(
  'ru_mfo_packet_signed',
  `update ru_mfo.packet set status = 'SIGNED', signed_at = $2, ceremony_id = $3, identifier = $4 where id = $1`,
);

export const setPacketVoid = statement<never>('ru_mfo_packet_void', "update ru_mfo.packet set status = 'VOID' where id = $1");
