import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../schema/base';

@InputType('ByPledgeRegisterInput', { description: 'The questionnaire of a person who wants a microloan (анкета).' })
export class ByPledgeRegisterInput {
  @Field(() => String, { description: 'Phone, to which codes are sent.' })
  phone!: string;

  @Field(() => String, { description: 'Mailbox, to which notices are sent.' })
  email!: string;

  @Field(() => String, { description: 'Family name (фамилия).' })
  familyName!: string;

  @Field(() => String, { description: 'Given name (имя).' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic (отчество).' })
  patronymic?: string | null;

  @Field(() => LocalDateScalar, { description: 'Day of birth.' })
  birthDate!: Temporal.PlainDate;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  citizenship!: string;

  @Field(() => String, { description: 'Registered residence, to which letters that count are sent (адрес регистрации).' })
  registeredAddress!: string;
}
