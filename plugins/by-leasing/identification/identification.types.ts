import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EventNotice } from '../../../modules/events';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { type MsiMethod, msiMethods } from '../msi';
import { type IdentificationWay, identificationWays } from './begin.command';
import type { NextStep } from './gate';
import type { IdentificationRow } from './identification.record';
import {
  type IdentificationSource,
  type IdentificationStatus,
  type IdentifiedSubject,
  identificationSources,
  identificationStatuses,
  identifiedSubjects,
} from './identification-status';

export const IdentificationStatusEnum = enumOf(identificationStatuses);
registerEnumType(IdentificationStatusEnum, {
  name: 'ByLeasingIdentificationStatus',
  description: 'How far an identification is (состояние идентификации).',
  valuesConfig: {
    AT_MSI: { description: 'The browser was sent to MSI (клиент в МСИ).' },
    TAKEN: { description: 'An answer came and is being checked.' },
    IDENTIFIED: { description: 'The data are confirmed (идентифицирован).' },
    OFFICE_ONLY: { description: 'MSI has no data: only an office identifies this client (только в офисе).' },
    DECLINED: { description: 'The person gave up at MSI.' },
    REFUSED: { description: 'The answer did not hold, or the data are another’s or untrue (отказано).' },
    EXPIRED: { description: 'No answer came, or it was begun anew.' },
  },
});

export const MsiMethodEnum = enumOf(msiMethods);
registerEnumType(MsiMethodEnum, {
  name: 'ByLeasingMsiMethod',
  description: 'How a person proves at MSI who it is.',
  valuesConfig: {
    PERSONAL_DATA: { description: 'By personal data (по персональным данным).' },
    CERTIFICATE: { description: 'By a certificate of the state system of public keys (по сертификату ГосСУОК).' },
  },
});

export const IdentificationWayEnum = enumOf(identificationWays);
registerEnumType(IdentificationWayEnum, {
  name: 'ByLeasingIdentificationWay',
  description: 'Ways to be identified that clients ask for; only those through MSI are open.',
  valuesConfig: {
    PERSONAL_DATA: { description: 'Through MSI by personal data (МСИ, по персональным данным).' },
    CERTIFICATE: { description: 'Through MSI by certificate (МСИ, по сертификату ГосСУОК).' },
    VIDEO: { description: 'By video; not done (удалённая идентификация не проводится).' },
    PHOTO: { description: 'By a photograph; not done.' },
    DOCUMENT_SCAN: { description: 'By an image of a document; not done.' },
  },
});

export const IdentificationSourceEnum = enumOf(identificationSources);
registerEnumType(IdentificationSourceEnum, {
  name: 'ByLeasingIdentifiedThrough',
  description: 'Where a client’s data were confirmed.',
  valuesConfig: {
    MSI: { description: 'By the interbank identification system (МСИ).' },
    OFFICE: { description: 'In an office, by an identity document (офис).' },
  },
});

export const IdentifiedSubjectEnum = enumOf(identifiedSubjects);
registerEnumType(IdentifiedSubjectEnum, {
  name: 'ByLeasingIdentifiedSubject',
  description: 'Whose data were confirmed.',
  valuesConfig: {
    CLIENT: { description: 'The client’s own.' },
    REPRESENTATIVE: { description: 'Of the person who acts for the client (представитель).' },
  },
});

export const IdentificationStepEnum = enumOf<NextStep>(['MSI', 'OFFICE', 'CREATE_CODE_WORD', 'SDO']);
registerEnumType(IdentificationStepEnum, {
  name: 'ByLeasingIdentificationStep',
  description: 'What the cabinet leads the client to (следующий шаг).',
  valuesConfig: {
    MSI: { description: 'To be identified through MSI.' },
    OFFICE: { description: 'To be identified in an office, for MSI has no data.' },
    CREATE_CODE_WORD: { description: 'To make up a code word (кодовое слово).' },
    SDO: { description: 'The remote service is open (СДО).' },
  },
});

@Scoped('clients:personal')
@ObjectType('ByLeasingIdentificationRecord', {
  description: 'What an identification found; kept for good and never changed (сведения об идентификации).',
})
export class ByLeasingIdentificationRecord {
  @Field(() => DateTimeScalar, { description: 'When the data were confirmed (время идентификации).' })
  identifiedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When MSI answered.' })
  respondedAt!: Date;

  @Field(() => IdentifiedSubjectEnum, { description: 'Whose data.' })
  subject!: IdentifiedSubject;

  @Field(() => String, { nullable: true, description: 'Officer who identified, as kind and name.' })
  officer!: string | null;

  @Field(() => String, { nullable: true, description: 'Office in which it was done (офис).' })
  office!: string | null;

  @Field(() => String, { description: 'The record as XML, with the data that were confirmed.' })
  xml!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the XML.' })
  xmlSha256!: string;
}

@Scoped('clients:read')
@ObjectType('ByLeasingIdentification', { implements: Node, description: 'A client’s way through an identification (идентификация).' })
export class ByLeasingIdentification extends Node {
  readonly rowId!: string;

  @Field(() => IdentificationStatusEnum, { description: 'State.' })
  status!: IdentificationStatus;

  @Field(() => IdentificationSourceEnum, { description: 'Where.' })
  source!: IdentificationSource;

  @Field(() => MsiMethodEnum, { nullable: true, description: 'How at MSI; null in an office.' })
  method!: MsiMethod | null;

  @Field(() => String, { nullable: true, description: 'Code of the refusal.' })
  refusal!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the exchange at MSI (номер запроса МСИ).' })
  msiRequestId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when an answer of MSI is taken.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
}

export const toIdentification = ({ id, status, source, method, refusal, msiRequestId, openedAt, expiresAt, endedAt }: IdentificationRow) =>
  Object.assign(new ByLeasingIdentification(), {
    rowId: id,
    id: toGlobalId('ByLeasingIdentification', id),
    status,
    source,
    method,
    refusal,
    msiRequestId,
    openedAt,
    expiresAt,
    endedAt,
  });

@Scoped('clients:read')
@ObjectType('ByLeasingSdoConsent', {
  description: 'Consent to the remote service, given by an identification through MSI (согласие на СДО).',
})
export class ByLeasingSdoConsent {
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => String, { description: 'Number of the exchange at MSI that gave it.' })
  msiRequestId!: string;
}

@Scoped('clients:read')
@ObjectType('ByLeasingDataVersion', { description: 'A version of a client’s confirmed data (версия данных).' })
export class ByLeasingDataVersion {
  @Field(() => Int, { description: 'Number, from 1.' })
  no!: number;

  @Field(() => IdentificationSourceEnum, { description: 'Where they were confirmed.' })
  source!: IdentificationSource;

  @Field(() => [String], { description: 'Names of the fields that differ from the version before.' })
  fields!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'When the data changed, where that is known (дата изменения).' })
  changedOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the lender was told (дата извещения).' })
  notifiedAt!: Date;

  @Field(() => Boolean, { description: 'Whether that counts as written notice (письменное извещение).' })
  writtenNotice!: boolean;
}

@Scoped('clients:personal')
@ObjectType('ByLeasingOperationEvidence', {
  description: 'Proof of one operation: identification, authentication and what was done, as XML (данные об операции).',
})
export class ByLeasingOperationEvidence {
  @Field(() => ID, { description: 'Id of what was done to.' })
  operationId!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'The record.' })
  xml!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the record.' })
  xmlSha256!: string;

  @Field(() => [String], {
    description:
      'Clauses by which the operation is held to be the client’s own; `by-leasing/11.7` among them where the rules of safe use were broken at that time (презумпция подлинности действий).',
  })
  attributedBy!: readonly string[];
}

@InputType('ByLeasingBeginIdentificationInput', { description: 'A client goes to be identified.' })
export class ByLeasingBeginIdentificationInput {
  @Field(() => IdentificationWayEnum, { description: 'How.' })
  way!: IdentificationWay;
}

@Scoped('parent')
@ObjectType('ByLeasingBeginIdentificationPayload', { description: 'Where to send the browser.' })
export class ByLeasingBeginIdentificationPayload {
  @Field(() => ByLeasingIdentification, { nullable: true, description: 'The identification; null when it was refused.' })
  identification!: ByLeasingIdentification | null;

  @Field(() => String, { nullable: true, description: 'Page of MSI to which the browser is sent (страница МСИ).' })
  redirectUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Keep it in the browser before sending it there, as cookie `by-leasing-msi` for path `/by-leasing/msi/` with SameSite=Lax: MSI’s answer is taken from that browser alone.',
  })
  browserKey!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or what is worth knowing.' })
  findings!: readonly Finding[];
}

@InputType('ByLeasingIdentityDocumentInput', { description: 'An identity document (документ, удостоверяющий личность).' })
export class ByLeasingIdentityDocumentInput {
  @Field(() => String, { description: 'Kind, such as `PASSPORT`.' })
  type!: string;

  @Field(() => String, { description: 'Series and number.' })
  number!: string;

  @Field(() => String, { description: 'Who issued it.' })
  issuedBy!: string;

  @Field(() => LocalDateScalar, { description: 'When it was issued.' })
  issuedOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when it is valid.' })
  validTo?: Temporal.PlainDate | null;
}

@InputType('ByLeasingIdentifyInOfficeInput', { description: 'A client was identified in an office.' })
export class ByLeasingIdentifyInOfficeInput {
  @Field(() => ID, { description: 'Whom.' })
  clientId!: string;

  @Field(() => String, { description: 'Which office (офис).' })
  office!: string;

  @Field(() => String, { description: 'Identification number (идентификационный номер).' })
  personalNumber!: string;

  @Field(() => String, { description: 'Surname (фамилия).' })
  familyName!: string;

  @Field(() => String, { description: 'First name (имя).' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic (отчество).' })
  patronymic?: string | null;

  @Field(() => LocalDateScalar, { description: 'Day of birth (дата рождения).' })
  birthDate!: Temporal.PlainDate;

  @Field(() => String, { description: 'Citizenship, ISO 3166-1 alpha-2 (гражданство).' })
  citizenship!: string;

  @Field(() => ByLeasingIdentityDocumentInput, { description: 'The document that was produced.' })
  document!: ByLeasingIdentityDocumentInput;

  @Field(() => String, { description: 'Registered place (адрес регистрации).' })
  address!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingIdentificationPayload', { description: 'What became of an identification.' })
export class ByLeasingIdentificationPayload {
  @Field(() => ByLeasingIdentification, { nullable: true, description: 'The identification; null when it was refused.' })
  identification!: ByLeasingIdentification | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or what is worth knowing.' })
  findings!: readonly Finding[];
}

const signers = ['CLIENT', 'AUTHORISED_PERSON'] as const;
export const HandSignerEnum = enumOf(signers);
registerEnumType(HandSignerEnum, {
  name: 'ByLeasingHandSigner',
  description: 'Who signed by hand before an employee.',
  valuesConfig: {
    CLIENT: { description: 'The client.' },
    AUTHORISED_PERSON: { description: 'A person authorised by it (уполномоченное лицо).' },
  },
});

@InputType('ByLeasingCompareSignatureInput', { description: 'What an employee saw who compared a signature with an identity document.' })
export class ByLeasingCompareSignatureInput {
  @Field(() => ID, { description: 'Whose.' })
  clientId!: string;

  @Field(() => HandSignerEnum, { description: 'Who signed.' })
  signer!: (typeof signers)[number];

  @Field(() => String, { description: 'Number of what was signed.' })
  reference!: string;

  @Field(() => Boolean, { description: 'Whether the signatures are alike (результат сличения).' })
  matches!: boolean;
}

@Scoped('parent')
@ObjectType('ByLeasingCompareSignaturePayload', { description: 'What was recorded of a comparison.' })
export class ByLeasingCompareSignaturePayload {
  @Field(() => Boolean, { description: 'Whether the result was kept.' })
  recorded!: boolean;

  @Field(() => [FindingType], { description: 'Why the operation may not go on.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingIdentificationStatusChange', { description: 'A change of an identification’s state.' })
export class ByLeasingIdentificationStatusChange extends EventNotice {
  @Field(() => IdentificationStatusEnum, { nullable: true, description: 'State before; null for a new one.' })
  from!: IdentificationStatus | null;

  @Field(() => IdentificationStatusEnum, { description: 'State after this change; `identification` shows the present one.' })
  to!: IdentificationStatus;

  @Field(() => ByLeasingIdentification, { nullable: true, description: 'The identification as it is now.' })
  identification!: ByLeasingIdentification | null;
}
