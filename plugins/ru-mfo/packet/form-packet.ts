import type { CommandContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { type DocumentRecord, lockDocument, voidDocument } from '../../../modules/documents';
import { PacketEntity } from './packet.entity';
import { readPacketDocuments, readPacketsOfApplication, readPacketsOfContract, setPacketVoid } from './packet.record';
import { PacketDocumentEntity } from './packet-document.entity';
import type { PacketKind } from './packet-kind';

export interface PacketPart {
  /** Already formed and published. */
  readonly document: Pick<DocumentRecord, 'id'>;
  /** Whether the packet cannot be signed without it. */
  readonly required: boolean;
}

export interface PacketToForm {
  readonly kind: PacketKind;
  readonly clientId: string;
  /** With APPLICATION and TERMS. */
  readonly applicationId?: string;
  /** With ADDENDUM. */
  readonly contractId?: string;
  /** In the order in which they are read and signed. */
  readonly parts: readonly PacketPart[];
}

/** Puts published documents together, to be signed by one code. No box is ticked. Answers the packet's id. */
export async function formPacket(context: CommandContext, request: PacketToForm): Promise<string> {
  const id = uuidv7(context.now.epochMilliseconds);
  const { kind, clientId, applicationId, contractId, parts } = request;
  const lenderId = context.lender.id;
  await context.transaction.insert(PacketEntity, {
    lenderId,
    id,
    clientId,
    applicationId: applicationId ?? null,
    contractId: contractId ?? null,
    kind,
    status: 'OPEN',
    formedAt: new Date(context.now.epochMilliseconds),
  });
  for (const [index, { document, required }] of parts.entries()) {
    await context.transaction.insert(PacketDocumentEntity, {
      lenderId,
      packetId: id,
      documentId: document.id,
      clientId,
      place: index + 1,
      required,
      tickedAt: null,
    });
  }
  return id;
}

/** Adds a published document to an open packet, e.g. one of a service that is offered beside the loan. */
export async function addToPacket(context: CommandContext, packetId: string, clientId: string, part: PacketPart): Promise<void> {
  const documents = await context.transaction.query(readPacketDocuments, [[packetId]]);
  await context.transaction.insert(PacketDocumentEntity, {
    lenderId: context.lender.id,
    packetId,
    documentId: part.document.id,
    clientId,
    place: documents.length + 1,
    required: part.required,
    tickedAt: null,
  });
}

/** Takes open packets back with their documents: another one is formed, or their time is over. Answers how many there were. */
export async function voidPackets(
  context: CommandContext,
  subject: { readonly applicationId: string } | { readonly contractId: string },
  kind?: PacketKind,
): Promise<number> {
  const packets =
    'applicationId' in subject
      ? await context.transaction.query(readPacketsOfApplication, [[subject.applicationId]])
      : await context.transaction.query(readPacketsOfContract, [[subject.contractId]]);
  const open = packets.filter((packet) => packet.status === 'OPEN' && (kind === undefined || packet.kind === kind));
  for (const packet of open) {
    for (const { documentId } of await context.transaction.query(readPacketDocuments, [[packet.id]])) {
      const document = await lockDocument(context, documentId);
      if (document.status === 'PUBLISHED' || document.status === 'DRAFT') await voidDocument(context, documentId);
    }
    await context.transaction.query(setPacketVoid, [packet.id]);
  }
  return open.length;
}
