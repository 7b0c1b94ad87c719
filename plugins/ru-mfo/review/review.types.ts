import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type ContactChannel, type ContactResult, contactChannels, contactResults } from './data-check.entity';

export const ContactChannelEnum = enumOf(contactChannels);
registerEnumType(ContactChannelEnum, {
  name: 'RuMfoContactChannel',
  description: 'By which way somebody was asked to confirm what an application says.',
  valuesConfig: {
    PHONE: { description: 'A call (телефон).' },
    EMAIL: { description: 'E-mail (электронная почта).' },
    CHAT: { description: 'Online chat (онлайн-чат).' },
    OTHER: { description: 'Another way (иная связь).' },
  },
});

export const ContactResultEnum = enumOf(contactResults);
registerEnumType(ContactResultEnum, {
  name: 'RuMfoContactResult',
  description: 'How a contact ended.',
  valuesConfig: {
    CONFIRMED: { description: 'The data hold (подтверждено).' },
    NOT_CONFIRMED: { description: 'They do not, or nobody could say (не подтверждено).' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoDataCheck', { description: 'A finished check of an application’s data and documents (проверка сведений).' })
export class RuMfoDataCheck {
  @Field(() => [String], { description: 'Names of the data that proved false; empty when all held.' })
  falseData!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was finished.' })
  checkedAt!: Date;
}

@Scoped('parent')
@ObjectType('RuMfoVerificationContact', { description: 'A call or message by which data were confirmed or not.' })
export class RuMfoVerificationContact {
  @Field(() => ContactChannelEnum, { description: 'By which way.' })
  channel!: ContactChannel;

  @Field(() => String, { description: 'Name of the data that were asked about.' })
  subject!: string;

  @Field(() => ContactResultEnum, { description: 'How it ended.' })
  result!: ContactResult;

  @Field(() => DateTimeScalar, { description: 'When it was held.' })
  heldAt!: Date;
}

@Scoped('parent')
@ObjectType('RuMfoApplicationStart', { description: 'How an application was begun.' })
export class RuMfoApplicationStart {
  @Field(() => String, {
    nullable: true,
    description: 'Edition of the rules in force then; beginning the application accepts it (акцепт действием).',
  })
  editionId!: string | null;

  @Field(() => String, { description: 'How that edition was accepted: IMPLIED, by beginning the application.' })
  editionAcceptance!: 'IMPLIED';

  @Field(() => String, { nullable: true, description: 'Edition that the account showed before the first step.' })
  shownEditionId!: string | null;

  @Field(() => [String], { description: 'Warnings that were acknowledged: FALSE_DATA_RISK, CRIMINAL_LIABILITY.' })
  acknowledged!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  begunAt!: Date;
}

@InputType('RuMfoCheckDataInput', { description: 'What the check of an application’s data found.' })
export class RuMfoCheckDataInput {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;

  @Field(() => [String], { description: 'Names of the data that proved false, codes such as PASSPORT or EMPLOYER; empty when all held.' })
  falseData!: string[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoRecordVerificationContactInput', { description: 'A call or message about what an application says.' })
export class RuMfoRecordVerificationContactInput {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;

  @Field(() => ContactChannelEnum, { description: 'By which way.' })
  channel!: ContactChannel;

  @Field(() => String, { description: 'Name of the data that were asked about, a code such as EMPLOYER.' })
  subject!: string;

  @Field(() => ContactResultEnum, { description: 'How it ended.' })
  result!: ContactResult;

  @Field(() => DateTimeScalar, { description: 'When it was held.' })
  heldAt!: Temporal.Instant;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoRevokeConsentInput', { description: 'A consent that is taken back.' })
export class RuMfoRevokeConsentInput {
  @Field(() => ID, { nullable: true, description: 'The client; the session’s own unless given.' })
  clientId?: string | null;

  @Field(() => String, { description: 'Code of the consent, such as PERSONAL_DATA (согласие).' })
  consent!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
