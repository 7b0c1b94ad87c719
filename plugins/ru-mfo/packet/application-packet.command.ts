import { lockApplication } from '../../../modules/applications';
import { defineCommand, Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { formPacketDocuments } from './form-documents';
import { formPacket, voidPackets } from './form-packet';
import type { PacketResult } from './tick-packet.command';

export interface FormApplicationPacket {
  readonly applicationId: string;
}

/** Forms the documents that are signed by one code before the application is sent; an earlier packet that is not signed is void. */
export const formApplicationPacket = defineCommand<FormApplicationPacket, PacketResult>({
  name: 'ruMfoFormApplicationPacket',
  plugin: PLUGIN,
  emits: ['DocumentStatusChanged'],
  async run({ applicationId }, context) {
    const application = await lockApplication(context, applicationId);
    const kinds = rules.read(rulesToday(context), 'packet.application.documents');
    if (!kinds) throw new Refusal([formFinding('RU_MFO_PACKET_NOT_WANTED', ['input', 'applicationId'])]);
    if (application.status !== 'DRAFT') {
      const facts = { status: application.status, transition: 'SUBMIT' };
      throw new Refusal([formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], facts)]);
    }
    await voidPackets(context, { applicationId }, 'APPLICATION');
    const documents = await formPacketDocuments(context, application, kinds.value);
    const parts = documents.map((document) => ({ document, required: true }));
    const packetId = await formPacket(context, { kind: 'APPLICATION', clientId: application.clientId, applicationId, parts });
    return { packetId };
  },
});
