import type { Party } from '../graph';
import type { Scene } from '../scene';
import type { Borrower } from './borrower';
import { askCode, type Code } from './codes';

/** Asks for the code that signs a packet or an application for money, and reads it from the phone. */
export const signingCode = (scene: Scene, borrower: Borrower, operationId: string): Promise<Code> =>
  askCode(scene, borrower.party, { purpose: 'SIGN_DOCUMENT', channel: 'SMS', operationId }, borrower.contacts.phone);

export interface Packet {
  readonly id: string;
  readonly status: string;
  readonly documents: readonly {
    readonly documentId: string;
    readonly kind: string;
    readonly sha256: string;
    readonly required: boolean;
    readonly document: { readonly title: string; readonly download: { readonly url: string } } | null;
  }[];
}

const PACKET = 'id status kind documents { documentId kind sha256 required document { title download { url } } }';

/** The open packet of an application. */
export async function openPacket(party: Party, applicationId: string, kind: 'APPLICATION' | 'TERMS'): Promise<Packet> {
  const { application } = await party.ask<{ application: { ruMfo: { packets: (Packet & { kind: string })[] } } }>(
    `query ($id: ID!) { application(id: $id) { ruMfo { packets { ${PACKET} } } } }`,
    { id: applicationId },
  );
  const found = application.ruMfo.packets.find((packet) => packet.kind === kind && packet.status === 'OPEN');
  if (!found) throw new Error(`The application has no open packet of ${kind}.`);
  return found;
}

/** Ticks the documents that must be signed. */
export async function tick(borrower: Borrower, { id, documents }: Packet): Promise<void> {
  const ticked = documents.filter(({ required }) => required).map(({ documentId, sha256 }) => ({ documentId, sha256 }));
  await borrower.party.act('ruMfoTickPacket', { packetId: id, documents: ticked });
}

/** Ticks, asks for the code and enters it: every document of the packet is signed by that one code. @returns the contract's id, if one was made */
export async function signPacket(scene: Scene, borrower: Borrower, packet: Packet, clauses: readonly string[]): Promise<string | null> {
  const kinds = packet.documents.filter(({ required }) => required).map(({ kind }) => kind);
  const { contract } = await scene.narrator.step(
    'The borrower ticks the documents and signs them all by one code',
    async () => {
      await tick(borrower, packet);
      const code = await signingCode(scene, borrower, packet.id);
      return borrower.party.act(
        'ruMfoSignPacket',
        { packetId: packet.id, ...code },
        'contract { id number status } application { status } packet { status identifier }',
      );
    },
    ({ packet: signed, application, contract: made }) => [
      ...kinds,
      `packet ${signed.status}, signature identifier ${signed.identifier}, application ${application.status}`,
      ...(made ? [`contract ${made.number}: ${made.status}`] : []),
    ],
    clauses,
  );
  return contract?.id ?? null;
}
