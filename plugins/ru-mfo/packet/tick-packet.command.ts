import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { readPacketDocuments, setTicked } from './packet.record';
import { lockOpenPacket } from './sign-packet';

export interface TickPacket {
  readonly packetId: string;
  /** Exactly the documents whose boxes are ticked, each with the hash of what was read; others become unticked. */
  readonly documents: readonly { readonly documentId: string; readonly sha256: string }[];
}

export interface PacketResult extends CommandResult {
  readonly packetId?: string;
}

/** The client ticks the boxes of the documents that were read. A code asked for earlier is no longer good when they change. */
export const tickPacket = defineCommand<TickPacket, PacketResult>({
  name: 'ruMfoTickPacket',
  plugin: PLUGIN,
  emits: [],
  async run({ packetId, documents }, context) {
    const packet = await lockOpenPacket(context, packetId);
    const held = new Map((await context.transaction.query(readPacketDocuments, [[packetId]])).map((row) => [row.documentId, row]));
    for (const [index, { documentId, sha256 }] of documents.entries()) {
      const path = ['input', 'documents', String(index)];
      const row = held.get(documentId);
      if (!row) throw new Refusal([formFinding('RU_MFO_PACKET_DOCUMENT_UNKNOWN', path)]);
      if (row.sha256 !== sha256.toLowerCase()) throw new Refusal([formFinding('RU_MFO_DOCUMENT_CHANGED', path)]);
    }
    const ticked = documents.map(({ documentId }) => documentId);
    await context.transaction.query(setTicked, [packetId, ticked, new Date(context.now.epochMilliseconds)]);
    perform(context.lender.code, 'packet.ticks');
    context.audit({ packet: packetId, ticked: ticked.length });
    return { packetId: packet.id };
  },
});
