import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Decimal, DecimalScalar, KEY_DESCRIPTION, LocalDateScalar } from '../../../schema/base';
import type { educations, employments, maritalStatuses, relations, sexes } from './step-data';
import { EducationEnum, EmploymentEnum, MaritalStatusEnum, RelationEnum, SexEnum } from './steps.enums';

const WHOSE = 'Whose; a client’s own token leaves it out.';

@InputType('RuMfoDeclarationInput', { description: 'A check-box as the person left it (чек-бокс).' })
export class RuMfoDeclarationInput {
  @Field(() => String, {
    description:
      'What it stands for: RULES_ACCEPTED, REMOTE_AGREEMENT_ACCEPTED, PERSONAL_DATA, CREDIT_REPORT, ADVERTISING, NOT_PEP, NOT_PEP_RELATIVE, NO_BENEFICIARY, NO_BENEFICIAL_OWNER, NO_REPRESENTATIVE.',
  })
  code!: string;

  @Field(() => String, { description: 'Version of the text that was shown beside it.' })
  version!: string;

  @Field(() => Boolean, { description: 'Whether it is ticked. Never set it beforehand.' })
  value!: boolean;
}

@InputType('RuMfoStartRegistrationInput', {
  description: 'The first step: wished sum and term, contacts and check-boxes (контактная информация).',
})
export class RuMfoStartRegistrationInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is wished for, roubles (желаемая сумма).' })
  desiredAmount?: Decimal | null;

  @Field(() => Int, { nullable: true, description: 'For how many days (желаемый срок).' })
  desiredTermDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Family name (фамилия).' })
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Given name (имя).' })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'Patronymic (отчество).' })
  patronymic?: string | null;

  @Field(() => String, { nullable: true, description: 'Mailbox; it becomes the registered one as it is stated (электронная почта).' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number; a code confirms it (мобильный телефон).' })
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The passport names no patronymic.' })
  noPatronymic?: boolean | null;

  @Field(() => [RuMfoDeclarationInput], { description: 'All check-boxes that were shown.' })
  declarations!: RuMfoDeclarationInput[];
}

@InputType('RuMfoConfirmContactInfoInput', { description: 'The code that came to the stated phone (код из СМС).' })
export class RuMfoConfirmContactInfoInput {
  @Field(() => ID, { description: 'Names the code, as `requestCode` answered it.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoPassportDataInput', {
  description: 'The second step (паспортные данные). A field that is asked for and missing is told by name.',
})
export class RuMfoPassportDataInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Four digits (серия паспорта).' })
  passportSeries?: string | null;

  @Field(() => String, { nullable: true, description: 'Six digits (номер паспорта).' })
  passportNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of issue (дата выдачи).' })
  passportIssuedOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Code of the issuing unit, `000-000` (код подразделения).' })
  passportUnitCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it (кем выдан).' })
  passportIssuedBy?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth (дата рождения).' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Place of birth (место рождения).' })
  birthPlace?: string | null;

  @Field(() => String, { nullable: true, description: 'Fixed-line number (городской телефон).' })
  landlinePhone?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'Sex as in the passport (пол).' })
  sex?: (typeof sexes)[number] | null;

  @Field(() => String, { nullable: true, description: 'Registered address (адрес регистрации).' })
  registeredAddress?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person lives elsewhere.' })
  actualAddressDiffers?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where the person lives, if elsewhere (фактический адрес).' })
  actualAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Pension insurance number (СНИЛС).' })
  insuranceNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Taxpayer number, 12 digits (ИНН).' })
  taxpayerNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask for, full name (контактное лицо).' })
  contactPersonName?: string | null;

  @Field(() => String, { nullable: true, description: 'That person’s phone.' })
  contactPersonPhone?: string | null;

  @Field(() => RelationEnum, { nullable: true, description: 'Who that is to the client (кем приходится).' })
  contactPersonRelation?: (typeof relations)[number] | null;

  @Field(() => Boolean, { nullable: true, description: 'The contact person agreed that these data are given.' })
  thirdPartyConsentConfirmed?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAdditionalInfoInput', { description: 'The third step (дополнительная информация).' })
export class RuMfoAdditionalInfoInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => EmploymentEnum, { nullable: true, description: 'Employment (занятость).' })
  employment?: (typeof employments)[number] | null;

  @Field(() => String, { nullable: true, description: 'Profession (профессия).' })
  profession?: string | null;

  @Field(() => String, { nullable: true, description: 'Employer (работодатель).' })
  employerName?: string | null;

  @Field(() => Int, { nullable: true, description: 'Months at the last place of work (стаж).' })
  jobTenureMonths?: number | null;

  @Field(() => String, { nullable: true, description: 'Address of the employer.' })
  employerAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Line of business of the employer (вид деятельности).' })
  employerIndustry?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people work there (численность персонала).' })
  employerHeadcount?: number | null;

  @Field(() => String, { nullable: true, description: 'Phone of the employer.' })
  employerPhone?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Main income, roubles a month (основной доход).' })
  incomeMain?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Additional income, roubles a month; zero for none (дополнительный доход).' })
  incomeAdditional?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Income of the family, roubles a month; zero for none (доход семьи).' })
  incomeFamily?: Decimal | null;

  @Field(() => String, { nullable: true, description: 'Obligations to pay (финансовые обязательства).' })
  financialObligations?: string | null;

  @Field(() => String, { nullable: true, description: 'What the client says of the credit history (кредитная история).' })
  creditHistoryStatement?: string | null;

  @Field(() => EducationEnum, { nullable: true, description: 'Education (образование).' })
  education?: (typeof educations)[number] | null;

  @Field(() => MaritalStatusEnum, { nullable: true, description: 'Marital status (семейное положение).' })
  maritalStatus?: (typeof maritalStatuses)[number] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a car (движимое имущество).' })
  ownsCar?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoMoneyReceiptInput', { description: 'The fourth step: where money is to go (получение денег).' })
export class RuMfoMoneyReceiptInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => String, { description: 'BANK_ACCOUNT or PAYMENT_CARD (способ получения).' })
  method!: string;

  @Field(() => String, { nullable: true, description: 'Own account, 20 digits; with BANK_ACCOUNT (счёт).' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of its bank, 9 digits; with BANK_ACCOUNT (БИК).' })
  bankCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose account it is, as the bank has it; with BANK_ACCOUNT (владелец счёта).' })
  accountHolder?: string | null;

  @Field(() => ID, { nullable: true, description: 'A verified card; with PAYMENT_CARD. Its number is never taken.' })
  cardId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Own ways to take money beside it: BANK_ACCOUNT_RU, PAYMENT_CARD.' })
  ownWays?: string[] | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoIdentifyInput', { description: 'The last step: the client confirms to have sent the photographs (идентификация).' })
export class RuMfoIdentifyInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => [String], { description: 'Boxes that were ticked: ID_SENT, SELFIE_SENT, CARD_SENT.' })
  confirmations!: string[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoConfirmDataInput', { description: 'Whether the data on file hold (подтверждение актуальности сведений).' })
export class RuMfoConfirmDataInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For which application; left out for the yearly confirmation.' })
  applicationId?: string | null;

  @Field(() => Boolean, { description: 'Whether anything has changed; then change it in its step first.' })
  changed!: boolean;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoChangeEmailInput', { description: 'Another registered mailbox.' })
export class RuMfoChangeEmailInput {
  @Field(() => ID, { nullable: true, description: WHOSE })
  clientId?: string | null;

  @Field(() => String, { description: 'The new address; it needs no code.' })
  email!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
