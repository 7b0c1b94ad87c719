import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import { contractById, toContract } from '../../../modules/contracts';
import { Document, documentById, toDocument } from '../../../modules/documents';
import type { Finding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoApplication } from '../ru-mfo.types';
import { formApplicationPacket } from './application-packet.command';
import { documentsByPacket, type PacketRecord, packetById, packetsByApplication } from './packet.record';
import {
  RuMfoFormApplicationPacketInput,
  RuMfoPacket,
  RuMfoPacketDocument,
  RuMfoPacketPayload,
  RuMfoSignPacketInput,
  RuMfoTickPacketInput,
} from './packet.types';
import { signPacketByCode } from './sign-packet.command';
import { tickPacket } from './tick-packet.command';

/** Global ids of code entries, as `requestCode` answers them. */
const CEREMONY = 'Ceremony';

@Resolver(() => RuMfoApplication)
export class RuMfoApplicationPacketsResolver {
  @FieldResolver(() => [RuMfoPacket], { description: 'Packets of documents, in the order in which they were formed.' })
  @Scoped('documents:read')
  async packets(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoPacket[]> {
    return (await context.loaders.list(packetsByApplication, own.applicationRowId)).map(toPacket);
  }

  @Mutation(() => RuMfoPacketPayload, {
    description: 'Forms the documents that are signed before the application is sent (пакет заявления).',
  })
  @Scoped('documents:sign')
  async ruMfoFormApplicationPacket(
    @Arg('input', () => RuMfoFormApplicationPacketInput, { description: 'The application.' }) input: RuMfoFormApplicationPacketInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPacketPayload> {
    const command = { applicationId: rowIdOf('Application', input.applicationId) };
    const options = keyOf(input);
    return packetPayload(await context.execute(formApplicationPacket, command, options), context);
  }

  @Mutation(() => RuMfoPacketPayload, {
    description: 'Ticks the boxes of the documents that were read (чек-боксы). Then `requestCode` with SIGN_DOCUMENT and the packet’s id.',
  })
  @Scoped('documents:sign')
  async ruMfoTickPacket(
    @Arg('input', () => RuMfoTickPacketInput, { description: 'The boxes.' }) input: RuMfoTickPacketInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPacketPayload> {
    const documents = input.documents.map(({ documentId, sha256 }) => ({ documentId: rowIdOf('Document', documentId), sha256 }));
    const command = { packetId: rowIdOf('RuMfoPacket', input.packetId), documents };
    return packetPayload(await context.execute(tickPacket, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoPacketPayload, {
    description:
      'Enters the code for a packet: its documents are signed, and with TERMS they are accepted. A wrong code signs and sends nothing.',
  })
  @Scoped('documents:sign')
  async ruMfoSignPacket(
    @Arg('input', () => RuMfoSignPacketInput, { description: 'The code.' }) input: RuMfoSignPacketInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPacketPayload> {
    const command = {
      packetId: rowIdOf('RuMfoPacket', input.packetId),
      ceremonyId: rowIdOf(CEREMONY, input.ceremonyId),
      code: input.code,
    };
    return packetPayload(await context.execute(signPacketByCode, command, keyOf(input)), context);
  }
}

@Resolver(() => RuMfoPacket)
export class RuMfoPacketResolver {
  @FieldResolver(() => [RuMfoPacketDocument], { description: 'Its documents, in the order in which they are read and signed.' })
  @Scoped('documents:read')
  async documents(@Root() packet: RuMfoPacket, @Ctx() context: GraphContext): Promise<RuMfoPacketDocument[]> {
    const rows = await context.loaders.list(documentsByPacket, packet.rowId);
    return rows.map((row) => ({ ...row, rowId: row.documentId, documentId: toGlobalId('Document', row.documentId) }));
  }
}

@Resolver(() => RuMfoPacketDocument)
export class RuMfoPacketDocumentResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The document itself.' })
  @Scoped('documents:read')
  async document(@Root() part: RuMfoPacketDocument, @Ctx() context: GraphContext): Promise<Document | null> {
    return toDocument(await context.loaders.one(documentById, part.rowId), context.caller);
  }
}

/** A packet's row as the graph shows it. */
export const toPacket = (row: PacketRecord): RuMfoPacket => ({ ...row, rowId: row.id, id: toGlobalId('RuMfoPacket', row.id) });

async function packetPayload(
  result: { packetId?: string; applicationId?: string; contractId?: string; findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoPacketPayload> {
  const packet = result.packetId ? await context.loaders.one(packetById, result.packetId) : null;
  const application = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  const contract = result.contractId ? await context.loaders.one(contractById, result.contractId) : null;
  return {
    packet: packet && toPacket(packet),
    application: application && toApplication(application),
    contract: contract && toContract(contract),
    findings: result.findings ?? [],
  };
}
