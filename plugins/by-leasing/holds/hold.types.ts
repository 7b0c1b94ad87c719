import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type ClientHoldKind, clientHoldKinds, type SuspensionGround, type SystemHoldKind, systemHoldKinds } from './vocabulary';

export const ClientHoldKindEnum = enumOf(clientHoldKinds);
registerEnumType(ClientHoldKindEnum, {
  name: 'ByLeasingHoldKind',
  description: 'What stands in the way of a client’s operations.',
  valuesConfig: {
    SUSPENSION: { description: 'The use of the cabinet is suspended (приостановление).' },
    INCIDENT: { description: 'Somebody else may have had access (несанкционированный доступ).' },
    DATA_UNRELIABLE: { description: 'The data given are known to be false (недостоверные данные).' },
    CAPACITY_RESTRICTED: { description: 'Legal capacity is restricted (ограничение дееспособности).' },
    PROHIBITION: { description: 'Another case of law or agreement (иной случай).' },
  },
});

const recordable = ['INCIDENT', 'DATA_UNRELIABLE', 'CAPACITY_RESTRICTED', 'PROHIBITION'] as const;
export const RecordableHoldEnum = enumOf(recordable);
registerEnumType(RecordableHoldEnum, {
  name: 'ByLeasingRecordableHold',
  description: 'What an officer records as standing in a client’s way; a suspension has a mutation of its own.',
  valuesConfig: {
    INCIDENT: { description: 'Somebody else may have had access.' },
    DATA_UNRELIABLE: { description: 'The data given are known to be false.' },
    CAPACITY_RESTRICTED: { description: 'Legal capacity is restricted.' },
    PROHIBITION: { description: 'Another case of law or agreement.' },
  },
});

export const SystemHoldKindEnum = enumOf(systemHoldKinds);
registerEnumType(SystemHoldKindEnum, {
  name: 'ByLeasingSystemHoldKind',
  description: 'What stands in everybody’s way.',
  valuesConfig: {
    MAINTENANCE: { description: 'Work on equipment or software (технические работы).' },
    INCIDENT: { description: 'Unauthorised access to the system.' },
    SDO_DISCONTINUED: { description: 'A decision to stop remote service.' },
    CABINET_DISCONTINUED: { description: 'A decision to stop the cabinet.' },
  },
});

@Scoped('parent')
@ObjectType('ByLeasingHold', { description: 'Something that stands, or stood, in the way of a client’s operations (ограничение).' })
export class ByLeasingHold {
  @Field(() => ID, { description: 'Id of the restriction.' })
  id!: string;

  @Field(() => ClientHoldKindEnum, { description: 'What it is.' })
  kind!: ClientHoldKind;

  @Field(() => String, { nullable: true, description: 'Ground of a suspension: BREACH or SUSPECTED_THIRD_PARTY_USE.' })
  ground!: SuspensionGround | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When an officer lifted it; one for a breach ends with the breach.' })
  endedAt!: Date | null;
}

@InputType('ByLeasingSuspendAccountInput', { description: 'A suspension.' })
export class ByLeasingSuspendAccountInput {
  @Field(() => ID, { description: 'Whose account.' })
  clientId!: string;

  @Field(() => String, { description: 'BREACH or SUSPECTED_THIRD_PARTY_USE; work on the system is `byLeasingOpenSystemHold`.' })
  ground!: string;

  @Field(() => String, { description: 'What it is about.' })
  note!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingRecordHoldInput', { description: 'What stands in a client’s way.' })
export class ByLeasingRecordHoldInput {
  @Field(() => ID, { description: 'Whose.' })
  clientId!: string;

  @Field(() => RecordableHoldEnum, { description: 'What it is.' })
  kind!: (typeof recordable)[number];

  @Field(() => String, { description: 'The ground, in words.' })
  note!: string;

  @Field(() => String, { nullable: true, description: 'Where it is known from, or the provision of law.' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingLiftHoldInput', { description: 'The end of what stood in the way.' })
export class ByLeasingLiftHoldInput {
  @Field(() => ID, { description: 'Which.' })
  holdId!: string;

  @Field(() => String, { nullable: true, description: 'What was found out or done; of an incident its cause, such as `INTERCEPTION`.' })
  outcome?: string | null;
}

@InputType('ByLeasingOpenSystemHoldInput', { description: 'Something that concerns everybody.' })
export class ByLeasingOpenSystemHoldInput {
  @Field(() => SystemHoldKindEnum, { description: 'What it is.' })
  kind!: SystemHoldKind;

  @Field(() => String, { description: 'Number of the work, the incident or the decision.' })
  number!: string;

  @Field(() => String, { description: 'What it is about.' })
  note!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when; now unless said.' })
  effectiveFrom?: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingHoldPayload', { description: 'What became of it.' })
export class ByLeasingHoldPayload {
  @Field(() => ID, { nullable: true, description: 'The restriction; null when refused.' })
  holdId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingRefusal', { description: 'An operation that was refused; nothing else happened (отказ в операции).' })
export class ByLeasingRefusal {
  @Field(() => String, { description: 'What was refused.' })
  operation!: string;

  @Field(() => [String], { description: 'Codes of the grounds.' })
  grounds!: readonly string[];

  @Field(() => [String], { description: 'Clauses by which it was refused.' })
  clauses!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When.' })
  refusedAt!: Date;
}
