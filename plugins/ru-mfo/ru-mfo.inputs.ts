import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { StartApplicationInput } from '../../modules/applications';
import { type AddressKind, AddressKindEnum } from '../../modules/clients';
import { MoneyInput } from '../../modules/money';
import { KEY_DESCRIPTION, LocalDateScalar } from '../../schema/base';
import type { InsuranceChoice, PayoutMethod } from './application/loan-application.entity';
import type { AnswerChannel, DemandKind, DemandStatus } from './demands/demand-kind';
import { AnswerChannelEnum, DemandKindEnum, DemandStatusEnum, InsuranceChoiceEnum, PayoutMethodEnum } from './ru-mfo.types';
import { RuMfoSolvencyInput } from './solvency/solvency.types';

@InputType('RuMfoStartApplicationInput', { description: 'Where the money is to go (способ получения займа).' })
export class RuMfoStartApplicationInput {
  @Field(() => PayoutMethodEnum, { description: 'How the money is wanted.' })
  payoutMethod!: PayoutMethod | 'CASH';

  @Field(() => String, { nullable: true, description: 'Own account, 20 digits; with BANK_ACCOUNT (счёт).' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of its bank, 9 digits; with BANK_ACCOUNT (БИК).' })
  bankCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Token of the card at the settlement partner; with PAYMENT_CARD. The card’s number is never taken.',
  })
  cardToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Last four digits of the card; with PAYMENT_CARD.' })
  cardLastDigits?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the applicant wishes to join an insurance contract; no unless said.' })
  insuranceWanted?: boolean | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The most to be owed at one moment, in roubles; with a credit line (лимит кредитования).',
  })
  creditLimit?: MoneyInput | null;

  @Field(() => [String], { nullable: true, description: 'Codes of other paid services that the applicant wishes to be offered.' })
  addons?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Edition of the rules that was shown before the first step, its id (редакция правил).',
  })
  rulesShown?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Warnings that were read: FALSE_DATA_RISK, CRIMINAL_LIABILITY (предупреждения о недостоверных сведениях).',
  })
  acknowledged?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Declared purpose, e.g. NON_BUSINESS (цель займа).' })
  purpose?: string | null;

  @Field(() => [String], { nullable: true, description: 'Security that would be given: PLEDGE, GUARANTOR, OTHER (обеспечение).' })
  security?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Version of the application form that was filled in (установленный образец).' })
  formVersion?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the kind of loan in the published information (вид займа).' })
  loanKind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the agreement on the signature by code that is joined with the application (соглашение об АСП).',
  })
  signatureAgreementVersion?: string | null;
}

// The plugin's one field on a core input.
Field(() => RuMfoStartApplicationInput, { nullable: true, description: 'For products of Russian microfinance lenders.' })(
  StartApplicationInput.prototype,
  'ruMfo',
);

@InputType('RuMfoRegisterInput', { description: 'A person registers with a lender (регистрация).' })
export class RuMfoRegisterInput {
  @Field(() => String, { nullable: true, description: 'Mobile number; a phone or an e-mail address is needed (телефон).' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (электронная почта).' })
  email?: string | null;

  @Field(() => String, { description: 'A password of the person’s own choice, 8 to 128 characters (пароль).' })
  password!: string;

  @Field(() => Boolean, { description: 'The person confirms to meet the lender’s requirements (подтверждение соответствия требованиям).' })
  requirementsConfirmed!: boolean;

  @Field(() => String, { description: 'Version of the requirements that was shown.' })
  requirementsVersion!: string;

  @Field(() => [String], { description: 'Consents given: PERSONAL_DATA, CREDIT_BUREAU_TRANSFER (согласия).' })
  consents!: string[];

  @Field(() => String, { description: 'Version of the general terms that was shown (общие условия).' })
  generalTermsVersion!: string;

  @Field(() => String, { description: 'Version of the agreement on the simple electronic signature that is joined (соглашение об АСП).' })
  signatureAgreementVersion!: string;
}

@InputType('RuMfoPassportInput', { description: 'Passport of a citizen of the Russian Federation (паспорт).' })
export class RuMfoPassportInput {
  @Field(() => String, { description: 'Four digits (серия).' })
  series!: string;

  @Field(() => String, { description: 'Six digits (номер).' })
  number!: string;

  @Field(() => LocalDateScalar, { description: 'Day of issue (дата выдачи).' })
  issuedOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Code of the issuing unit, `000-000` (код подразделения).' })
  unitCode!: string;
}

@InputType('RuMfoAddressInput', { description: 'An address of a person (адрес).' })
export class RuMfoAddressInput {
  @Field(() => AddressKindEnum, { description: 'What it stands for.' })
  kind!: AddressKind;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Postcode (почтовый индекс).' })
  postcode?: string | null;

  @Field(() => String, { description: 'The rest, on one line.' })
  text!: string;
}

@InputType('RuMfoCompleteProfileInput', { description: 'The questionnaire (анкета).' })
export class RuMfoCompleteProfileInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a client’s own token leaves it out.' })
  clientId?: string | null;

  @Field(() => String, { description: 'Family name (фамилия).' })
  familyName!: string;

  @Field(() => String, { description: 'Given name (имя).' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic (отчество).' })
  patronymic?: string | null;

  @Field(() => LocalDateScalar, { description: 'Date of birth (дата рождения).' })
  birthDate!: Temporal.PlainDate;

  @Field(() => String, { description: 'Citizenship, ISO 3166-1 alpha-2 (гражданство).' })
  citizenship!: string;

  @Field(() => [RuMfoAddressInput], { description: 'Registered and other addresses (адреса).' })
  addresses!: RuMfoAddressInput[];

  @Field(() => RuMfoPassportInput, { description: 'Passport (паспорт).' })
  passport!: RuMfoPassportInput;

  @Field(() => String, { nullable: true, description: 'Taxpayer number, 12 digits (ИНН).' })
  taxpayerNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Pension insurance number (СНИЛС).' })
  insuranceNumber?: string | null;

  @Field(() => [String], { description: 'Own ways to take money: BANK_ACCOUNT_RU, PAYMENT_CARD.' })
  payoutKinds!: string[];

  @Field(() => Boolean, { description: 'Full legal capacity (полная дееспособность).' })
  fullCapacity!: boolean;

  @Field(() => Boolean, { description: 'Acts in the own name and interest (нет выгодоприобретателя).' })
  ownInterest!: boolean;

  @Field(() => [String], {
    description:
      'Ties to a foreign public official: SELF, SPOUSE, PARENT, CHILD, GRANDPARENT, GRANDCHILD, SIBLING, HALF_SIBLING, ADOPTER, ADOPTEE; none for no ties (ИПДЛ).',
  })
  officialTies!: string[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAssessInput', { description: 'What an assessment of solvency found (оценка платёжеспособности).' })
export class RuMfoAssessInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => [String], { description: 'Sources used: CLIENT_DATA, CREDIT_BUREAU and others.' })
  sources!: string[];

  @Field(() => [String], { description: 'How the client was identified: DOCUMENT_PHOTOS, CERTIFIED_COPIES, INFORMATION_SYSTEMS.' })
  identificationMethods!: string[];

  @Field(() => Boolean, { description: 'Whether the credit history meets the lender’s policy.' })
  creditHistoryMeetsPolicy!: boolean;

  @Field(() => Boolean, { description: 'Whether what the client stated proved true.' })
  dataReliable!: boolean;

  @Field(() => RuMfoSolvencyInput, { nullable: true, description: 'Criteria of solvency; needed where the lender’s rules name them.' })
  solvency?: RuMfoSolvencyInput | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoOpenDemandInput', { description: 'Something to ask of the applicant (требование).' })
export class RuMfoOpenDemandInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => DemandKindEnum, { description: 'What is asked.' })
  kind!: DemandKind;

  @Field(() => String, { nullable: true, description: 'What exactly; needed with OTHER.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoCloseDemandInput', { description: 'How a demand ended.' })
export class RuMfoCloseDemandInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => ID, { description: 'Id of the demand.' })
  demandId!: string;

  @Field(() => DemandStatusEnum, { description: 'MET or WAIVED.' })
  status!: Exclude<DemandStatus, 'OPEN'>;

  @Field(() => String, { nullable: true, description: 'Kind of the document that answers it.' })
  document?: string | null;

  @Field(() => AnswerChannelEnum, { nullable: true, description: 'By which way the answer came.' })
  channel?: AnswerChannel | null;

  @Field(() => String, { nullable: true, description: 'How it ended, in words.' })
  outcome?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAcceptIndividualTermsInput', { description: 'The client accepts the individual terms (акцепт).' })
export class RuMfoAcceptIndividualTermsInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => String, { description: 'SHA-256 of the terms that were read, as the document shows it.' })
  documentSha256!: string;

  @Field(() => InsuranceChoiceEnum, { description: 'The button that was pressed.' })
  choice!: InsuranceChoice;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
