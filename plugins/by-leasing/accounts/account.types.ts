import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { SessionTokensType } from '../../../modules/access';
import { type ClientKind, ClientKindEnum } from '../../../modules/clients';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../../schema/base';
import { type Factor, type FactorClass, type FactorSource, type FactorVerdict } from '../factors/vocabulary';
import { IdentificationSourceEnum } from '../identification/identification.types';
import type { NextStep } from './sign-in.commands';
import { type AccountStatus, accountStatuses, type IdentificationSource, type Path, paths } from './vocabulary';

export const AccountStatusEnum = enumOf(accountStatuses);
registerEnumType(AccountStatusEnum, {
  name: 'ByLeasingAccountStatus',
  description: 'How an account stands.',
  valuesConfig: {
    ACTIVE: { description: 'The agreement is in force with its client.' },
    TERMINATED: { description: 'The agreement ended, and the access with it.' },
    DELETED: { description: 'The cabinet was deleted for good.' },
  },
});

export const PathEnum = enumOf(paths);
registerEnumType(PathEnum, {
  name: 'ByLeasingPath',
  description: 'How a client is authenticated and signs.',
  valuesConfig: {
    PERSONAL_DATA: { description: 'By personal data, code word and code (по персональным данным).' },
    CERTIFICATE: { description: 'By a certificate of ГосСУОК (по сертификату).' },
  },
});

@Scoped('parent')
@ObjectType('ByLeasingAccount', { description: 'A client’s account in the cabinet (учётная запись).' })
export class ByLeasingAccount {
  /** For the fields that are read apart. */
  readonly clientId!: string;

  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  @Field(() => ClientKindEnum, { description: 'Kind of client.' })
  kind!: ClientKind;

  @Field(() => AccountStatusEnum, { description: 'How it stands.' })
  status!: AccountStatus;

  @Field(() => PathEnum, { nullable: true, description: 'The client’s path; null: a sole proprietor has not chosen.' })
  path!: Path | null;

  @Field(() => String, { description: 'Version of the procedure that it was registered under (порядок регистрации).' })
  procedureVersion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the policy of personal data in force at registration; null without one.',
  })
  policyVersion!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client was last identified; null before the first time.' })
  identifiedAt!: Date | null;

  @Field(() => PathEnum, { nullable: true, description: 'How it was identified then.' })
  identifiedBy!: Path | null;

  @Field(() => IdentificationSourceEnum, { nullable: true, description: 'Where it was identified then.' })
  identifiedThrough!: IdentificationSource | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the agreement ended or the cabinet was deleted.' })
  endedAt!: Date | null;
}

@Scoped('parent')
@ObjectType('ByLeasingFactor', {
  description: 'One comparison of what a client presented with what was on record (фактор аутентификации).',
})
export class ByLeasingFactor {
  @Field(() => String, { description: 'Kind of factor, such as `CODE_WORD` or `OTP`.' })
  factor!: Factor;

  @Field(() => String, { description: 'KNOWLEDGE or POSSESSION.' })
  factorClass!: FactorClass;

  @Field(() => String, { description: 'MATCH or MISMATCH.' })
  result!: FactorVerdict;

  @Field(() => String, { description: 'Who compared: SDO, MSI or OFFICE.' })
  source!: FactorSource;

  @Field(() => String, { description: 'What it was presented for.' })
  operation!: string;

  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  checkedAt!: Date;
}

@Scoped('parent')
@ObjectType('ByLeasingAuthorisation', { description: 'The client was let into the cabinet (авторизация).' })
export class ByLeasingAuthorisation {
  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  authorisedAt!: Date;
}

@InputType('ByLeasingStartRegistrationInput', { description: 'The form of registration (форма регистрации).' })
export class ByLeasingStartRegistrationInput {
  @Field(() => String, { nullable: true, description: 'Who registers: INDIVIDUAL, SOLE_PROPRIETOR or LEGAL_ENTITY; it fixes the fields.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Surname, of a natural person.' })
  surname?: string | null;

  @Field(() => String, { nullable: true, description: 'First name, of a natural person.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Patronymic, if there is one.' })
  patronymic?: string | null;

  @Field(() => String, { nullable: true, description: 'УНП, of all but natural persons.' })
  unp?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the organisation.' })
  organisationName?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number of a Belarusian operator; it becomes the login.' })
  phone?: string | null;

  @Field(() => Boolean, { description: 'The client’s own mark that it has read the agreement and agrees; never preset.' })
  termsAccepted!: boolean;

  @Field(() => String, { description: 'The version of the agreement that it read.' })
  termsVersion!: string;

  @Field(() => String, { nullable: true, description: 'Anything it wants otherwise; an acceptance with it is none.' })
  reservation?: string | null;

  @Field(() => Boolean, { description: 'The box of advertising by Viber and SMS; nothing hangs on it.' })
  marketingConsent!: boolean;
}

@Scoped('parent')
@ObjectType('ByLeasingStartRegistrationPayload', { description: 'What became of the form.' })
export class ByLeasingStartRegistrationPayload {
  @Field(() => ID, { nullable: true, description: 'Names this form when the password is entered; null when refused.' })
  registrationId!: string | null;

  @Field(() => [FindingType], { description: 'What is wrong with it.' })
  findings!: readonly Finding[];
}

@InputType('ByLeasingConfirmRegistrationInput', { description: 'The password of the message (пароль из СМС).' })
export class ByLeasingConfirmRegistrationInput {
  @Field(() => ID, { description: 'As answered by `byLeasingStartRegistration`.' })
  registrationId!: string;

  @Field(() => String, { description: 'As it came.' })
  password!: string;
}

@InputType('ByLeasingRequestSignInInput', { description: 'Who wants to come in.' })
export class ByLeasingRequestSignInInput {
  @Field(() => String, { description: 'The login: the mobile number of the registration (логин).' })
  phone!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingRequestSignInPayload', { description: 'A code (individuals) or password (others) went to the number.' })
export class ByLeasingRequestSignInPayload {
  @Field(() => ID, { nullable: true, description: 'Names it when it is entered; null when none was sent.' })
  ceremonyId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is good.' })
  expiresAt!: Date | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@InputType('ByLeasingSignInInput', { description: 'All factors of coming in.' })
export class ByLeasingSignInInput {
  @Field(() => String, { description: 'The login.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'УНП, of all but individuals.' })
  unp?: string | null;

  @Field(() => ID, { nullable: true, description: 'As answered by `byLeasingRequestSignIn`.' })
  ceremonyId?: string | null;

  @Field(() => String, { nullable: true, description: 'The code or password of the message.' })
  secret?: string | null;
}

const steps = ['CHOOSE_PATH', 'IDENTIFY', 'CREATE_CODE_WORD', 'SDO'] as const;
export const NextStepEnum = enumOf(steps);
registerEnumType(NextStepEnum, {
  name: 'ByLeasingSignInStep',
  description: 'What the client does first in the cabinet.',
  valuesConfig: {
    CHOOSE_PATH: { description: 'A sole proprietor chooses how it is authenticated.' },
    IDENTIFY: { description: 'It confirms who it is through МСИ or at an office.' },
    CREATE_CODE_WORD: { description: 'It makes a code word (кодовое слово).' },
    SDO: { description: 'Remote service is open (СДО).' },
  },
});

@Scoped('parent')
@ObjectType('ByLeasingSignInPayload', { description: 'What became of the sign-in.' })
export class ByLeasingSignInPayload {
  @Field(() => SessionTokensType, { nullable: true, description: 'The tokens; null when refused.' })
  session!: SessionTokensType | null;

  @Field(() => NextStepEnum, { nullable: true, description: 'What comes next; null when refused.' })
  nextStep!: NextStep | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@InputType('ByLeasingCreateCodeWordInput', { description: 'The word.' })
export class ByLeasingCreateCodeWordInput {
  @Field(() => String, { description: '4 to 50 Cyrillic letters, capitals or not; it is never shown again.' })
  codeWord!: string;
}

@InputType('ByLeasingChoosePathInput', { description: 'The choice of a sole proprietor.' })
export class ByLeasingChoosePathInput {
  @Field(() => PathEnum, { description: 'Which path.' })
  path!: Path;
}

@InputType('ByLeasingRecordContactInput', { description: 'The contact number of a deal.' })
export class ByLeasingRecordContactInput {
  @Field(() => ClientKindEnum, { description: 'Kind of the deal’s party.' })
  kind!: ClientKind;

  @Field(() => String, { nullable: true, description: 'УНП of the party, if it has one.' })
  unp?: string | null;

  @Field(() => String, { nullable: true, description: 'Surname of a natural person.' })
  surname?: string | null;

  @Field(() => String, { nullable: true, description: 'First name of a natural person.' })
  firstName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Personal number of a natural person: the deal is found by it whatever the name is by then (идентификационный номер).',
  })
  personalNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the deal; null: the number is another person’s of the same name.' })
  dealNumber?: string | null;

  @Field(() => String, { description: 'The contact number.' })
  phone!: string;
}

@InputType('ByLeasingChangePhoneInput', { description: 'Another number, on the client’s application (смена номера).' })
export class ByLeasingChangePhoneInput {
  @Field(() => ID, { description: 'Whose number.' })
  clientId!: string;

  @Field(() => String, { description: 'The new number.' })
  phone!: string;

  @Field(() => String, { description: 'Number of the application at the office.' })
  applicationNumber!: string;

  @Field(() => LocalDateScalar, { description: 'Day from which the client has it.' })
  changedOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingConfirmHolderInput', { description: 'Whose an account is.' })
export class ByLeasingConfirmHolderInput {
  @Field(() => ID, { description: 'The account’s client.' })
  clientId!: string;

  @Field(() => ID, { description: 'The client that it is to be of: the same one.' })
  toClientId!: string;

  @Field(() => String, { nullable: true, description: 'УНП of the holder, if it has one.' })
  unp?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingAccountPayload', { description: 'What became of it.' })
export class ByLeasingAccountPayload {
  @Field(() => ID, { nullable: true, description: 'The client; null when refused.' })
  clientId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
