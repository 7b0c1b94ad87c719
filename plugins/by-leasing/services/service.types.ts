import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type ClientKind, ClientKindEnum } from '../../../modules/clients';
import { MoneyInput } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type CabinetChangeKind, cabinetChangeKinds } from './cabinet-change.entity';

export const CabinetChangeKindEnum = enumOf(cabinetChangeKinds);
registerEnumType(CabinetChangeKindEnum, {
  name: 'ByLeasingCabinetChangeKind',
  description: 'What changed about the cabinet.',
  valuesConfig: {
    RELEASE: { description: 'Its software, look or texts (выпуск).' },
    REGISTRATION_PROCEDURE: { description: 'How clients register (порядок регистрации).' },
  },
});

@Scoped('signed-in')
@ObjectType('ByLeasingService', { description: 'A service of the cabinet (услуга кабинета).' })
export class ByLeasingService {
  @Field(() => String, { description: 'Short name, such as `PETITION`.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it is offered now.' })
  isOffered!: boolean;

  @Field(() => Boolean, { description: 'Whether it needs identification and an authentication of its own (СДО).' })
  isRemoteService!: boolean;

  @Field(() => [ClientKindEnum], { description: 'For whom it is.' })
  kinds!: readonly ClientKind[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when it is as it is now; null: from the beginning.' })
  effectiveFrom!: Date | null;
}

@Scoped('parent')
@ObjectType('ByLeasingCabinetChange', { description: 'A release of the cabinet, or a procedure of registration.' })
export class ByLeasingCabinetChange {
  @Field(() => CabinetChangeKindEnum, { description: 'What changed.' })
  kind!: CabinetChangeKind;

  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => String, { description: 'What it is about.' })
  note!: string;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  effectiveFrom!: Date;
}

@InputType('ByLeasingSetServiceInput', { description: 'What the cabinet offers.' })
export class ByLeasingSetServiceInput {
  @Field(() => String, { description: 'Which service.' })
  service!: string;

  @Field(() => Boolean, { description: 'Whether it is offered.' })
  enabled!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when; now unless said.' })
  effectiveFrom?: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingRecordReleaseInput', { description: 'A release that was put into use.' })
export class ByLeasingRecordReleaseInput {
  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => String, { description: 'What it is about.' })
  note!: string;
}

@InputType('ByLeasingSetRegistrationProcedureInput', { description: 'Another procedure of registration.' })
export class ByLeasingSetRegistrationProcedureInput {
  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => String, { description: 'What it is about.' })
  note!: string;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  effectiveFrom!: Temporal.Instant;

  @Field(() => MoneyInput, { nullable: true, description: 'What registering costs; nothing unless said, and nothing else is taken.' })
  fee?: MoneyInput | null;

  @Field(() => [String], { description: 'Marks without which nobody registers, such as `TERMS`; never advertising.' })
  requiredMarks!: string[];
}

@Scoped('parent')
@ObjectType('ByLeasingServiceListPayload', { description: 'What became of it.' })
export class ByLeasingServiceListPayload {
  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
