export { acceptanceMethod, acceptsByCode } from './acceptance-method';
export { type FormApplicationPacket, formApplicationPacket } from './application-packet.command';
export { type Borrower, borrowerLines, borrowerOf } from './borrower';
export { codeSignedTerms } from './client-offer';
export { CreateRuMfoPackets1700000002160 } from './create-packets.migration';
export { type PacketDocumentData, packetTemplate, packetTemplates } from './documents';
export { formPacketDocuments, packetData } from './form-documents';
export { addToPacket, formPacket, type PacketPart, type PacketToForm, voidPackets } from './form-packet';
export { PacketEntity } from './packet.entity';
export {
  documentsByPacket,
  type PacketDocumentRecord,
  type PacketRecord,
  packetById,
  packetsByApplication,
  packetsByContract,
  readPacketDocuments,
  readPackets,
  readPacketsOfApplication,
  readPacketsOfContract,
} from './packet.record';
export { PACKET_CODE, packetCode } from './packet-code';
export { clientSignature, packetDigest } from './packet-digest';
export { PacketDocumentEntity } from './packet-document.entity';
export type { PacketKind, PacketStatus } from './packet-kind';
export { packetOperation } from './packet-operation';
export { type CodeForPacket, findPacket, type SignedPacket, signPacket } from './sign-packet';
export { type SignedPacketResult, signPacketByCode } from './sign-packet.command';
export { formTermsPacket } from './terms-packet';
export { type PacketResult, type TickPacket, tickPacket } from './tick-packet.command';
export { PACKET_SIGN, packetValidators } from './validators';
