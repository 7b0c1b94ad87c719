import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../../../modules/applications';
import { Contract } from '../../../modules/contracts';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type PacketKind, type PacketStatus, packetKinds, packetStatuses } from './packet-kind';

export const PacketKindEnum = enumOf(packetKinds);
registerEnumType(PacketKindEnum, {
  name: 'RuMfoPacketKind',
  description: 'What a packet of documents is signed for.',
  valuesConfig: {
    APPLICATION: { description: 'Application and consents, before it is sent (заявление и согласия).' },
    TERMS: { description: 'Individual terms and what goes with them (индивидуальные условия).' },
    ADDENDUM: { description: 'A later change of the contract (дополнительное соглашение).' },
  },
});

export const PacketStatusEnum = enumOf(packetStatuses);
registerEnumType(PacketStatusEnum, {
  name: 'RuMfoPacketStatus',
  description: 'State of a packet of documents.',
  valuesConfig: {
    OPEN: { description: 'Waits for ticks and the code.' },
    SIGNED: { description: 'Signed by a code.' },
    VOID: { description: 'Another one stands in its place, or its time is over.' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoPacketDocument', { description: 'One document of a packet and its box.' })
export class RuMfoPacketDocument {
  readonly rowId!: string;

  @Field(() => ID, { description: 'Id of the document, to tick it by.' })
  documentId!: string;

  @Field(() => String, { description: 'What the document is.' })
  kind!: string;

  @Field(() => String, { description: 'SHA-256 of its text, hexadecimal: what is read and ticked.' })
  sha256!: string;

  @Field(() => Boolean, { description: 'Whether the packet cannot be signed without it.' })
  required!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the box was ticked (чек-бокс); never set beforehand.' })
  tickedAt!: Date | null;
}

@Scoped('documents:read')
@ObjectType('RuMfoPacket', { description: 'Documents that one code signs at once (пакет документов).' })
export class RuMfoPacket {
  readonly rowId!: string;

  @Field(() => ID, { description: 'Global id; `operationId` of `requestCode` with SIGN_DOCUMENT.' })
  id!: string;

  @Field(() => PacketKindEnum, { description: 'What it is signed for.' })
  kind!: PacketKind;

  @Field(() => PacketStatusEnum, { description: 'State of the packet.' })
  status!: PacketStatus;

  @Field(() => DateTimeScalar, { description: 'When it was formed.' })
  formedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the right code was entered (подписание).' })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Identifier of the code’s entry; the code itself is kept nowhere (идентификатор).' })
  identifier!: string | null;
}

@InputType('RuMfoFormApplicationPacketInput', { description: 'Which application’s documents are to be formed.' })
export class RuMfoFormApplicationPacketInput {
  @Field(() => ID, { description: 'The application, still a draft.' })
  applicationId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoTickedDocumentInput', { description: 'A document that was read and ticked.' })
export class RuMfoTickedDocumentInput {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => String, { description: 'SHA-256 of the text that was read, hexadecimal.' })
  sha256!: string;
}

@InputType('RuMfoTickPacketInput', { description: 'The boxes of a packet as the client left them.' })
export class RuMfoTickPacketInput {
  @Field(() => ID, { description: 'The packet.' })
  packetId!: string;

  @Field(() => [RuMfoTickedDocumentInput], { description: 'All documents that are ticked; the others are not.' })
  documents!: RuMfoTickedDocumentInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoSignPacketInput', { description: 'The code that was sent for a packet.' })
export class RuMfoSignPacketInput {
  @Field(() => ID, { description: 'The packet.' })
  packetId!: string;

  @Field(() => ID, { description: 'As answered by `requestCode`.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The digits that were received (код из СМС).' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoPacketPayload', { description: 'What became of a step with a packet of documents.' })
export class RuMfoPacketPayload {
  @Field(() => RuMfoPacket, { nullable: true, description: 'The packet; null when the step was refused.' })
  packet!: RuMfoPacket | null;

  @Field(() => Application, { nullable: true, description: 'The application, once its packet is signed.' })
  application!: Application | null;

  @Field(() => Contract, { nullable: true, description: 'The contract that waits for its money, once the terms are signed.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
