import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import {
  type Confirmation,
  confirmations,
  type ExplanationChannel,
  type ExplanationStatus,
  explanationChannels,
  explanationStatuses,
  type ResponsiblePost,
  responsiblePosts,
} from './explanation-kind';

export const ExplanationChannelEnum = enumOf(explanationChannels);
registerEnumType(ExplanationChannelEnum, {
  name: 'RuMfoExplanationChannel',
  description: 'By which way an explanation is asked for and given.',
  valuesConfig: {
    SMS: { description: 'Short message (СМС).' },
    PHONE: { description: 'By phone (по телефону).' },
    ONLINE_CHAT: { description: 'Online consultant on the site (онлайн-консультант).' },
    POST: { description: 'Letter (письменное обращение).' },
  },
});

export const ExplanationStatusEnum = enumOf(explanationStatuses);
registerEnumType(ExplanationStatusEnum, {
  name: 'RuMfoExplanationStatus',
  description: 'Whether a request for an explanation was answered.',
  valuesConfig: { OPEN: { description: 'Waits for an answer.' }, ANSWERED: { description: 'Answered.' } },
});

export const ConfirmationEnum = enumOf(confirmations);
registerEnumType(ConfirmationEnum, {
  name: 'RuMfoExplanationConfirmation',
  description: 'What whoever answers confirms of the answer.',
  valuesConfig: {
    TERMS_EXPLAINED: { description: 'Special terms are explained plainly.' },
    PLAIN_LANGUAGE: { description: 'It can be understood without knowledge of finance.' },
    NOT_MISLEADING: { description: 'Nothing is distorted or ambiguous.' },
  },
});

export const ResponsiblePostEnum = enumOf(responsiblePosts);
registerEnumType(ResponsiblePostEnum, {
  name: 'RuMfoResponsiblePost',
  description: 'Who answers for an explanation.',
  valuesConfig: {
    DIRECTOR_GENERAL: { description: 'The director general (генеральный директор).' },
    EMPLOYEE: { description: 'The authorised employee who consults (уполномоченный сотрудник).' },
  },
});

@Scoped('clients:personal')
@ObjectType('RuMfoExplanation', { description: 'A request to explain a contract or a document, and its answer (разъяснение).' })
export class RuMfoExplanation {
  @Field(() => ID, { description: 'Id to answer it by.' })
  id!: string;

  @Field(() => ExplanationChannelEnum, { description: 'By which way.' })
  channel!: ExplanationChannel;

  @Field(() => ExplanationStatusEnum, { description: 'Whether it was answered.' })
  status!: ExplanationStatus;

  @Field(() => Boolean, { description: 'Whether it is a question of law.' })
  ofLaw!: boolean;

  @Field(() => String, { description: 'What is asked.' })
  question!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The answer.' })
  answer!: string | null;

  @Field(() => [String], { description: 'Acts and articles on which an answer of law rests.' })
  grounds!: readonly string[];

  @Field(() => ResponsiblePostEnum, { nullable: true, description: 'Who answers for it.' })
  responsiblePost!: ResponsiblePost | null;

  @Field(() => [ConfirmationEnum], { description: 'What is confirmed of the answer.' })
  confirmed!: readonly Confirmation[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;
}

@InputType('RuMfoAskExplanationInput', { description: 'Asks for an explanation.' })
export class RuMfoAskExplanationInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the client; a client’s own session needs none.' })
  clientId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the application that it is about.' })
  applicationId?: string | null;

  @Field(() => ExplanationChannelEnum, { description: 'By which way it is asked and answered.' })
  channel!: ExplanationChannel;

  @Field(() => String, { description: 'The question, at most 10 000 characters.' })
  question!: string;

  @Field(() => Boolean, { description: 'Whether it is on the application of law to the contract.' })
  ofLaw!: boolean;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAnswerExplanationInput', { description: 'Answers a request for an explanation.' })
export class RuMfoAnswerExplanationInput {
  @Field(() => ID, { description: 'Global id of the request.' })
  explanationId!: string;

  @Field(() => String, { description: 'The answer; at most 1 000 characters by SMS.' })
  answer!: string;

  @Field(() => String, { description: 'Language of the answer, ISO 639-1.' })
  language!: string;

  @Field(() => [ConfirmationEnum], { description: 'What is confirmed of it.' })
  confirmed!: Confirmation[];

  @Field(() => ResponsiblePostEnum, { nullable: true, description: 'Who answers for it.' })
  responsiblePost?: ResponsiblePost | null;

  @Field(() => String, { nullable: true, description: 'Account of that person.' })
  responsiblePerson?: string | null;

  @Field(() => [String], { nullable: true, description: 'Acts and articles, for a question of law.' })
  grounds?: string[] | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoExplanationPayload', { description: 'What became of a request for an explanation.' })
export class RuMfoExplanationPayload {
  @Field(() => RuMfoExplanation, { nullable: true, description: 'The request; null when refused.' })
  explanation!: RuMfoExplanation | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
