import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../../schema/base';
import {
  type RequestPurpose,
  type RequestStatus,
  type RequestSubject,
  requestPurposes,
  requestStatuses,
  requestSubjects,
} from '../data-requests/request-state';
import { type ImageChannel, type ImageKind, imageChannels, imageKinds } from '../images/image-kind';
import { type AccountRequestKind, type AccountRequestStatus, accountRequestKinds, accountRequestStatuses } from './account-request-state';

export const ImageKindEnum = enumOf(imageKinds);
registerEnumType(ImageKindEnum, {
  name: 'RuMfoImageKind',
  description: 'What an image shows.',
  valuesConfig: {
    ID_DOCUMENT: { description: 'The identity document (документ, удостоверяющий личность).' },
    CARD_FACE: { description: 'The face of the card: seen, never kept (лицевая сторона карты).' },
    SELFIE_WITH_ID: { description: 'The client with the document beside the face (селфи).' },
    PASSPORT_P2_P3: { description: 'Pages 2 and 3 of the passport.' },
    SELFIE_WITH_PASSPORT: { description: 'The client with the passport beside the face.' },
    SNILS: { description: 'Pension insurance card (СНИЛС).' },
    DRIVING_LICENCE: { description: 'Driving licence (водительское удостоверение).' },
    FOREIGN_PASSPORT: { description: 'Passport for travel abroad (загранпаспорт).' },
    INN: { description: 'Certificate of the taxpayer number (ИНН).' },
  },
});

export const ImageChannelEnum = enumOf(imageChannels);
registerEnumType(ImageChannelEnum, {
  name: 'RuMfoImageChannel',
  description: 'By which way an image came.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail, from the registered address.' },
    PERSONAL_ACCOUNT: { description: 'Uploaded in the account (личный кабинет).' },
  },
});

export const RequestPurposeEnum = enumOf(requestPurposes);
registerEnumType(RequestPurposeEnum, {
  name: 'RuMfoDataRequestPurpose',
  description: 'Why data are demanded.',
  valuesConfig: {
    VERIFICATION: { description: 'To verify data that were given (процедура проверки сведений).' },
    SERVICE: { description: 'While the client is served (в период обслуживания).' },
    YEARLY: { description: 'That the data still hold (ежегодное подтверждение).' },
  },
});

export const RequestStatusEnum = enumOf(requestStatuses);
registerEnumType(RequestStatusEnum, {
  name: 'RuMfoDataRequestStatus',
  description: 'State of a demand for data.',
  valuesConfig: {
    OPEN: { description: 'Waits for the client.' },
    ANSWERED: { description: 'Answered; the data hold.' },
    FALSE: { description: 'Something proved false.' },
    WITHDRAWN: { description: 'No longer asked.' },
  },
});

export const RequestSubjectEnum = enumOf(requestSubjects);
registerEnumType(RequestSubjectEnum, {
  name: 'RuMfoDataSubject',
  description: 'On whom data are demanded.',
  valuesConfig: {
    CLIENT: { description: 'The client.' },
    REPRESENTATIVE: { description: 'A representative (представитель).' },
    BENEFICIARY: { description: 'Whoever benefits (выгодоприобретатель).' },
    BENEFICIAL_OWNER: { description: 'The beneficial owner (бенефициарный владелец).' },
  },
});

export const AccountRequestKindEnum = enumOf(accountRequestKinds);
registerEnumType(AccountRequestKindEnum, {
  name: 'RuMfoAccountRequestKind',
  description: 'What is asked of an account.',
  valuesConfig: {
    DELETION: { description: 'To delete it (удаление).' },
    RESTORATION: { description: 'To restore it, or access to it (восстановление).' },
  },
});

export const AccountRequestStatusEnum = enumOf(accountRequestStatuses);
registerEnumType(AccountRequestStatusEnum, {
  name: 'RuMfoAccountRequestStatus',
  description: 'State of such a request.',
  valuesConfig: {
    REQUESTED: { description: 'The form of a statement was sent.' },
    STATEMENT_RECEIVED: { description: 'The filled statement came; the term runs.' },
    DONE: { description: 'Done.' },
  },
});

export const ServiceStatusEnum = enumOf(['IN_SERVICE', 'NOT_IN_SERVICE']);
registerEnumType(ServiceStatusEnum, {
  name: 'RuMfoServiceStatus',
  description: 'Whether the lender serves the client now (обслуживание).',
  valuesConfig: {
    IN_SERVICE: { description: 'A contract runs.' },
    NOT_IN_SERVICE: { description: 'No contract runs.' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoServicePeriod', { description: 'The term of one contract.' })
export class RuMfoServicePeriod {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => LocalDateScalar, { description: 'From the day of its conclusion.' })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'To the day of the last repayment; null: it runs.' })
  to!: string | null;
}

@Scoped('clients:read')
@ObjectType('RuMfoService', { description: 'Service of a client, derived from the contracts (принят на обслуживание).' })
export class RuMfoService {
  @Field(() => ServiceStatusEnum, { description: 'Whether the client is served now.' })
  status!: 'IN_SERVICE' | 'NOT_IN_SERVICE';

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since which day; null where no contract runs.' })
  since!: string | null;

  @Field(() => [RuMfoServicePeriod], { description: 'Contracts by which the client is or was served, the latest first.' })
  periods!: RuMfoServicePeriod[];
}

@Scoped('clients:read')
@ObjectType('RuMfoImage', { description: 'An image that identifies (электронный образ документа).' })
export class RuMfoImage {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => ImageKindEnum, { description: 'What it shows.' })
  kind!: ImageKind;

  @Field(() => ImageChannelEnum, { description: 'By which way it came.' })
  channel!: ImageChannel;

  @Field(() => Boolean, { description: 'Whether it counts as a copy certified by the client (надлежаще заверенная копия).' })
  certified!: boolean;

  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'The address that it was sent from.' })
  from!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the file; null where only the fact is kept.' })
  fileId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  receivedAt!: Date;
}

@Scoped('clients:read')
@ObjectType('RuMfoDataRequest', { description: 'Data that were demanded of the client (требование о предоставлении сведений).' })
export class RuMfoDataRequest {
  @Field(() => ID, { description: 'Id to answer and close it by.' })
  id!: string;

  @Field(() => RequestPurposeEnum, { description: 'Why.' })
  purpose!: RequestPurpose;

  @Field(() => [RequestSubjectEnum], { description: 'On whom.' })
  subjects!: readonly RequestSubject[];

  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'What exactly.' })
  description!: string | null;

  @Field(() => RequestStatusEnum, { description: 'State.' })
  status!: RequestStatus;

  @Field(() => DateTimeScalar, { description: 'When the client received it.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last moment for an answer; null where none is set.' })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is open after its moment; then applications are blocked.' })
  overdue!: boolean;

  @Field(() => [String], { description: 'What proved false, as `STEP.field`.' })
  falseFields!: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;
}

@Scoped('parent')
@ObjectType('RuMfoRetained', { description: 'What a deleted account leaves behind, and why.' })
export class RuMfoRetained {
  @Field(() => String, { description: 'What.' })
  what!: string;

  @Field(() => String, { description: 'By which law or clause it stays.' })
  reason!: string;
}

@Scoped('clients:read')
@ObjectType('RuMfoAccountRequest', { description: 'A request to delete or restore the account.' })
export class RuMfoAccountRequest {
  @Field(() => ID, { description: 'Id to go on with.' })
  id!: string;

  @Field(() => AccountRequestKindEnum, { description: 'What is asked.' })
  kind!: AccountRequestKind;

  @Field(() => AccountRequestStatusEnum, { description: 'State.' })
  status!: AccountRequestStatus;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the filled statement came.' })
  statementAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it must be done.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  doneAt!: Date | null;

  @Field(() => [String], { description: 'What was erased.' })
  erased!: readonly string[];

  @Field(() => [RuMfoRetained], { description: 'What stays, with its reason.' })
  retained!: RuMfoRetained[];
}

@InputType('RuMfoRecordImageInput', { description: 'An image that identifies a client.' })
export class RuMfoRecordImageInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a client’s own token leaves it out.' })
  clientId?: string | null;

  @Field(() => ImageKindEnum, { description: 'What it shows.' })
  kind!: ImageKind;

  @Field(() => String, { nullable: true, description: 'The address that it was sent from; by officers.' })
  from?: string | null;

  @Field(() => ID, { nullable: true, description: 'The file, uploaded for RU_MFO_IDENTITY_IMAGE; none for CARD_FACE.' })
  fileId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The demand for data that it answers.' })
  requestId?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoOpenDataRequestInput', { description: 'Data to demand of a client.' })
export class RuMfoOpenDataRequestInput {
  @Field(() => ID, { description: 'Of whom.' })
  clientId!: string;

  @Field(() => RequestPurposeEnum, { description: 'Why.' })
  purpose!: RequestPurpose;

  @Field(() => [RequestSubjectEnum], { description: 'On whom.' })
  subjects!: RequestSubject[];

  @Field(() => String, { description: 'What exactly, and how to answer.' })
  description!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoCloseDataRequestInput', { description: 'How a demand for data ended.' })
export class RuMfoCloseDataRequestInput {
  @Field(() => ID, { description: 'Which.' })
  requestId!: string;

  @Field(() => RequestStatusEnum, { description: 'ANSWERED, FALSE or WITHDRAWN.' })
  status!: Exclude<RequestStatus, 'OPEN'>;

  @Field(() => ImageChannelEnum, { nullable: true, description: 'By which way the answer came.' })
  channel?: ImageChannel | null;

  @Field(() => [String], { nullable: true, description: 'What proved false, as `STEP.field`; with FALSE.' })
  falseFields?: string[] | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoCheckIdentityInput', { description: 'What a caller names (контакт-центр).' })
export class RuMfoCheckIdentityInput {
  @Field(() => ID, { description: 'Whose account it is about.' })
  clientId!: string;

  @Field(() => String, { description: 'Series of the passport.' })
  passportSeries!: string;

  @Field(() => String, { description: 'Its number.' })
  passportNumber!: string;
}

@InputType('RuMfoRequestAccountInput', { description: 'A mailed request on an account.' })
export class RuMfoRequestAccountInput {
  @Field(() => ID, { description: 'Whose account.' })
  clientId!: string;

  @Field(() => AccountRequestKindEnum, { description: 'What is asked.' })
  kind!: AccountRequestKind;

  @Field(() => String, { description: 'The address that it came from.' })
  from!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAccountRequestInput', { description: 'A request on an account to go on with.' })
export class RuMfoAccountRequestInput {
  @Field(() => ID, { description: 'Which.' })
  requestId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoAccountPayload', { description: 'What became of a step in the life of an account.' })
export class RuMfoAccountPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the client.' })
  clientId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of what was made or changed; null when refused.' })
  id!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an identity check was passed; null for other steps.' })
  passed!: boolean | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
