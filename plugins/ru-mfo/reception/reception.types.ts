import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { SessionTokensType } from '../../../modules/access';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import type { PublicationKind } from '../publications';
import { PublicationKindEnum } from '../publications/publications.types';
import { type Register, registers } from './register-reply.entity';

export const RegisterEnum = Object.fromEntries(registers.map((value) => [value, value])) as { [R in Register]: R };
registerEnumType(RegisterEnum, {
  name: 'RuMfoRegister',
  description: 'A register or source that is asked about an applicant.',
  valuesConfig: {
    MILITARY: { description: 'Unified register of military service (единый реестр воинского учёта).' },
    REPUTATION: { description: 'A source on business reputation (деловая репутация).' },
  },
});

export const EntryContactEnum = { PHONE: 'PHONE', EMAIL: 'EMAIL' } as const;
registerEnumType(EntryContactEnum, {
  name: 'RuMfoEntryContact',
  description: 'Where the code that opens an account went.',
  valuesConfig: { PHONE: { description: 'To the phone.' }, EMAIL: { description: 'To the mailbox.' } },
});

@Scoped('parent')
@ObjectType('RuMfoReception', { description: 'How an application was received (приём заявления).' })
export class RuMfoReception {
  @Field(() => String, { nullable: true, description: 'Registration number; null before the application is sent (регистрационный номер).' })
  registrationNo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was registered.' })
  registeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Declared purpose (цель займа).' })
  purpose!: string | null;

  @Field(() => [String], { description: 'Security that the applicant would give, codes (обеспечение).' })
  securityKinds!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Version of the application form.' })
  formVersion!: string | null;

  @Field(() => String, { nullable: true, description: 'Chosen kind of loan (вид займа).' })
  loanKind!: string | null;
}

@Scoped('applications:decide')
@ObjectType('RuMfoAgeException', { description: 'An exception from the highest age (исключение по возрасту).' })
export class RuMfoAgeException {
  @Field(() => ID, { description: 'Id to decide it by.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the specialist proposed it.' })
  proposedAt!: Date;

  @Field(() => Boolean, { nullable: true, description: 'What the management body decided; null while it did not.' })
  approved!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Number of its decision.' })
  decisionNo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was recorded.' })
  decidedAt!: Date | null;
}

@Scoped('applications:decide')
@ObjectType('RuMfoRegisterReply', { description: 'What a register answered about an applicant (ответ реестра).' })
export class RuMfoRegisterReply {
  @Field(() => RegisterEnum, { description: 'Which register.' })
  register!: Register;

  @Field(() => Boolean, { description: 'Whether it speaks against the applicant.' })
  adverse!: boolean;

  @Field(() => String, { description: 'Who answered, and the number of the answer.' })
  source!: string;

  @Field(() => DateTimeScalar, { description: 'When it answered.' })
  repliedAt!: Date;
}

@InputType('RuMfoAgreedDocumentInput', { description: 'A version of a published document that is agreed to.' })
export class RuMfoAgreedDocumentInput {
  @Field(() => PublicationKindEnum, { description: 'Which document.' })
  kind!: PublicationKind;

  @Field(() => String, { description: 'The version that was read.' })
  version!: string;
}

@InputType('RuMfoOpenAccountInput', { description: 'Asks for an account (личный кабинет).' })
export class RuMfoOpenAccountInput {
  @Field(() => String, {
    nullable: true,
    description: 'Mobile number; a phone or an e-mail address is needed. With both, the code goes here.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => [RuMfoAgreedDocumentInput], { description: 'Published documents that the person agrees to.' })
  agreed!: RuMfoAgreedDocumentInput[];
}

@InputType('RuMfoEnterAccountInput', { description: 'The first entry into an account.' })
export class RuMfoEnterAccountInput {
  @Field(() => ID, { description: 'Global id of the code entry, from `ruMfoOpenAccount`.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => EntryContactEnum, { description: 'Where the code went.' })
  contact!: 'PHONE' | 'EMAIL';
}

@Scoped('parent')
@ObjectType('RuMfoOpenAccountPayload', { description: 'What became of the wish for an account.' })
export class RuMfoOpenAccountPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the code entry; null when refused.' })
  ceremonyId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RuMfoEnterAccountPayload', { description: 'What became of the first entry.' })
export class RuMfoEnterAccountPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the client; null when the code was wrong.' })
  clientId!: string | null;

  @Field(() => SessionTokensType, { nullable: true, description: 'The session; null when the code was wrong.' })
  session!: SessionTokensType | null;

  @Field(() => [FindingType], { description: 'What was wrong with the code.' })
  findings!: readonly Finding[];
}

@InputType('RuMfoProposeAgeExceptionInput', { description: 'Proposes an exception from the highest age.' })
export class RuMfoProposeAgeExceptionInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => String, { description: 'The specialist’s reasons.' })
  reasons!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoDecideAgeExceptionInput', { description: 'What the management body decided on a proposed exception.' })
export class RuMfoDecideAgeExceptionInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => ID, { description: 'Id of the proposal.' })
  exceptionId!: string;

  @Field(() => Boolean, { description: 'Whether the exception is made.' })
  approved!: boolean;

  @Field(() => String, { description: 'Number of the decision.' })
  decisionNo!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoRecordRegisterReplyInput', { description: 'What a register answered.' })
export class RuMfoRecordRegisterReplyInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => RegisterEnum, { description: 'Which register.' })
  register!: Register;

  @Field(() => Boolean, { description: 'Temporary measures in force, or adverse information.' })
  adverse!: boolean;

  @Field(() => String, { description: 'Who answered, and the number of the answer.' })
  source!: string;

  @Field(() => DateTimeScalar, { description: 'When it answered; not in the future.' })
  repliedAt!: Temporal.Instant | Date;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
