import type { CodeOperation } from '../../../modules/access';
import { readPacketDocuments } from './packet.record';
import { packetDigest } from './packet-digest';
import { findPacket, lockOpenPacket, refuseUnticked } from './sign-packet';

/** A code for a packet is bound to its ticked documents; none is sent before every box that is needed is ticked. */
export const packetOperation: CodeOperation = {
  type: 'RuMfoPacket',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, id) {
    await findPacket(context, id);
    const packet = await lockOpenPacket(context, id);
    const documents = await context.transaction.query(readPacketDocuments, [[id]]);
    refuseUnticked(context, packet, documents);
    return { clientId: packet.clientId, digest: packetDigest(id, documents) };
  },
};
