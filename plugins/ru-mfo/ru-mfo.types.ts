import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, LocalDateScalar, Scoped } from '../../schema/base';
import { type InsuranceChoice, insuranceChoices, type PayoutMethod, payoutMethods } from './application/loan-application.entity';
import { type AnswerChannel, answerChannels, type DemandKind, type DemandStatus, demandKinds, demandStatuses } from './demands/demand-kind';
import type { EditionBasis } from './editions';

export const PayoutMethodEnum = enumOf([...payoutMethods, 'CASH']);
registerEnumType(PayoutMethodEnum, {
  name: 'RuMfoPayoutMethod',
  description: 'How the borrower wants the money (способ получения).',
  valuesConfig: {
    BANK_ACCOUNT: { description: 'To an own bank account in Russia (на банковский счёт).' },
    PAYMENT_CARD: { description: 'To an own payment card (на платёжную карту).' },
    CASH: { description: 'In cash (наличными); never provided, refused when it is asked for.' },
  },
});

export const InsuranceChoiceEnum = enumOf(insuranceChoices);
registerEnumType(InsuranceChoiceEnum, {
  name: 'RuMfoInsuranceChoice',
  description: 'The button that accepts the terms.',
  valuesConfig: {
    WITH_INSURANCE: { description: '«Продолжить со страховкой».' },
    WITHOUT_INSURANCE: { description: '«Продолжить без страховки».' },
  },
});

export const DemandKindEnum = enumOf(demandKinds);
registerEnumType(DemandKindEnum, {
  name: 'RuMfoDemandKind',
  description: 'What a lender may demand before it decides (требование).',
  valuesConfig: {
    SELFIE_PASSPORT: { description: 'A photograph of the passport beside the face (селфи с паспортом).' },
    EXTRA_DOCUMENT: { description: 'One more document (дополнительный документ).' },
    INCOME_PROOF: { description: 'A proof of income (справка о доходах).' },
    QUESTIONS: { description: 'Answers to questions (ответы на вопросы).' },
    OTHER: { description: 'Something else, described (иные действия).' },
  },
});

export const DemandStatusEnum = enumOf(demandStatuses);
registerEnumType(DemandStatusEnum, {
  name: 'RuMfoDemandStatus',
  description: 'State of a demand.',
  valuesConfig: {
    OPEN: { description: 'Waits for the applicant.' },
    MET: { description: 'Met by the applicant.' },
    WAIVED: { description: 'No longer asked.' },
  },
});

export const AnswerChannelEnum = enumOf(answerChannels);
registerEnumType(AnswerChannelEnum, {
  name: 'RuMfoAnswerChannel',
  description: 'By which way an answer came.',
  valuesConfig: {
    SITE: { description: 'On the site (сайт).' },
    EMAIL: { description: 'By e-mail (электронная почта).' },
    PHONE: { description: 'By phone (телефон).' },
  },
});

export const ClientStandingEnum = { POTENTIAL_CLIENT: 'POTENTIAL_CLIENT', CLIENT: 'CLIENT' } as const;
registerEnumType(ClientStandingEnum, {
  name: 'RuMfoClientStanding',
  description: 'Whether the lender serves a person yet.',
  valuesConfig: {
    POTENTIAL_CLIENT: { description: 'Registered, no loan provided yet (потенциальный клиент).' },
    CLIENT: { description: 'A loan was provided (клиент).' },
  },
});

export const EditionBasisEnum = { TABLE_PERIOD: 'TABLE_PERIOD', OFFICER: 'OFFICER' } as const;
registerEnumType(EditionBasisEnum, {
  name: 'RuMfoEditionBasis',
  description: 'Why an edition governs.',
  valuesConfig: {
    TABLE_PERIOD: { description: 'The lender’s own table of periods.' },
    OFFICER: { description: 'An officer’s choice in a gap of that table.' },
  },
});

@Scoped('clients:read')
@ObjectType('RuMfoClient', { description: 'What a Russian microfinance lender keeps on a person (регистрация и профиль).' })
export class RuMfoClient {
  readonly clientId!: string;

  @Field(() => ClientStandingEnum, { description: 'Whether the lender serves the person yet.' })
  standing!: keyof typeof ClientStandingEnum;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first loan was provided.' })
  servedSince!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the requirements that the person confirmed to meet; null where the lender asks for no such confirmation.',
  })
  requirementsVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person confirmed to meet them.' })
  requirementsConfirmedAt!: Date | null;

  @Field(() => [String], { description: 'Consents given (согласия).' })
  consents!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When the consents were given.' })
  consentedAt!: Date;

  @Field(() => String, { description: 'Version of the general terms by which the person registered (общие условия).' })
  generalTermsVersion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the agreement on the simple electronic signature (соглашение об АСП); null where it is joined later.',
  })
  signatureAgreementVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person joined that agreement.' })
  signatureAgreementJoinedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the questionnaire was last filled in; null: not yet (анкета).' })
  profileUpdatedAt!: Date | null;
}

@Scoped('applications:decide')
@ObjectType('RuMfoAssessment', { description: 'What an assessment of solvency found (оценка платёжеспособности).' })
export class RuMfoAssessment {
  @Field(() => [String], { description: 'Sources used.' })
  sources!: readonly string[];

  @Field(() => [String], { description: 'How the client was identified (идентификация).' })
  identificationMethods!: readonly string[];

  @Field(() => Boolean, { description: 'Whether the credit history meets the lender’s policy.' })
  creditHistoryMeetsPolicy!: boolean;

  @Field(() => Boolean, { description: 'Whether what the client stated proved true.' })
  dataReliable!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  assessedAt!: Date;
}

@Scoped('parent')
@ObjectType('RuMfoDemand', { description: 'Something asked of the applicant before the decision (требование).' })
export class RuMfoDemand {
  @Field(() => ID, { description: 'Id to close it by.' })
  id!: string;

  @Field(() => DemandKindEnum, { description: 'What is asked.' })
  kind!: DemandKind;

  // People's own words may name anything; partners read applications too.
  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'What exactly, where the kind alone does not say it.' })
  description!: string | null;

  @Field(() => DemandStatusEnum, { description: 'State of the demand.' })
  status!: DemandStatus;

  @Field(() => String, { nullable: true, description: 'Kind of the document that answered it.' })
  document!: string | null;

  @Field(() => AnswerChannelEnum, { nullable: true, description: 'By which way the answer came.' })
  channel!: AnswerChannel | null;

  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'How it ended, in words.' })
  outcome!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;
}

@Scoped('applications:read')
@ObjectType('RuMfoApplication', { description: 'What a Russian microfinance lender keeps on an application.' })
export class RuMfoApplication {
  readonly applicationRowId!: string;

  @Field(() => PayoutMethodEnum, { nullable: true, description: 'How the money is wanted (способ получения).' })
  payoutMethod!: PayoutMethod | null;

  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'Where to, the last four digits.' })
  payoutMask!: string | null;

  @Field(() => Boolean, { description: 'Whether the applicant wished to join an insurance contract.' })
  insuranceWanted!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Consent to a credit report for this application (согласие на запрос кредитного отчёта).',
  })
  bureauConsentAt!: Date | null;

  @Field(() => InsuranceChoiceEnum, { nullable: true, description: 'The button that accepted the terms.' })
  insuranceChoice!: InsuranceChoice | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the button was pressed (акцепт).' })
  acceptedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identifier of the simple electronic signature printed in the terms (идентификатор АСП).',
  })
  signatureIdentifier!: string | null;
}

@Scoped('contracts:read')
@ObjectType('RuMfoContract', { description: 'Which edition of the lender’s rules governs a contract (редакция правил).' })
export class RuMfoContract {
  readonly applicationRowId!: string;
  readonly contractRowId!: string;

  @Field(() => String, { nullable: true, description: 'Id of the edition; null before the conclusion.' })
  edition!: string | null;

  @Field(() => EditionBasisEnum, { nullable: true, description: 'Why this edition governs.' })
  basis!: EditionBasis | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which the edition was in force.' })
  inForceFrom!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it was in force; null while it is.' })
  inForceTo!: string | null;
}
