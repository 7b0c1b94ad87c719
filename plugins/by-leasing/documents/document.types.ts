import { Field, ID, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import type { ParticipantRecord } from '../participants/participant.record';
import type { LeasingSignatureRecord } from '../signing/signature.record';
import {
  ActionEnum,
  FlowEnum,
  KindEnum,
  OriginEnum,
  ParticipantRoleEnum,
  RoleEnum,
  SignatureFormEnum,
  SignatureToolEnum,
  SignatureVerifierEnum,
  SignerEnum,
  StateEnum,
} from './document.enums';
import type { LeasingDocumentRecord } from './document.record';
import {
  type ClientAction,
  type DealRole,
  type DocumentFlow,
  type DocumentKind,
  type DocumentState,
  type FieldOrigin,
  kindRules,
  type SignatureForm,
} from './kinds';

@Scoped('parent')
@ObjectType('ByLeasingFingerprint', { description: 'By which a text is told from any other (хэш).' })
export class ByLeasingFingerprint {
  @Field(() => String, { description: 'Name of the algorithm: `SHA-256`.' })
  algorithm!: string;

  @Field(() => String, { description: '64 hexadecimal digits.' })
  value!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingField', { description: 'One value of a document.' })
export class ByLeasingField {
  @Field(() => String, { description: 'Name of the field.' })
  name!: string;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => String, { description: 'TEXT, MONEY (two places), WHOLE, DATE (ISO 8601) or CHOICE.' })
  type!: string;

  @Field(() => Boolean, { description: 'Whether the document cannot be formed without it.' })
  required!: boolean;

  @Field(() => [String], { description: 'Codes of a CHOICE.' })
  options!: readonly string[];

  @Field(() => String, { nullable: true, description: 'What stands there; null while nothing does.' })
  value!: string | null;

  @Field(() => OriginEnum, { nullable: true, description: 'Who put it there.' })
  origin!: FieldOrigin | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client marked a value that was filled in for it as current.' })
  confirmedAt!: Date | null;
}

@Scoped('parent')
@ObjectType('ByLeasingLeasePayment', { description: 'A lease payment of the schedule (лизинговый платёж).' })
export class ByLeasingLeasePayment {
  @Field(() => LocalDateScalar, { description: 'Day on which it is due.' })
  dueOn!: string;

  @Field(() => MoneyType, { description: 'Part that pays back the price.' })
  principal!: Money;

  @Field(() => MoneyType, { description: 'The lessor’s reward (вознаграждение).' })
  reward!: Money;
}

@Scoped('parent')
@ObjectType('ByLeasingExchange', { description: 'A hand-over through the remote-service system (обмен через СДО).' })
export class ByLeasingExchange {
  @Field(() => String, { description: 'CLIENT_TO_LENDER or LENDER_TO_CLIENT.' })
  direction!: string;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;
}

@Scoped('parent')
@ObjectType('ByLeasingSignatureItem', {
  description: 'One of the six items that a document signed in electronic form carries (реквизит подписания).',
})
export class ByLeasingSignatureItem {
  @Field(() => String, { description: 'LOGIN_PHONE, PASSWORD, OTP, AUTHORISED_AT_UTC, SIGNED_AT_UTC or CODE_WORD.' })
  item!: string;

  @Field(() => String, { description: 'A moment in UTC, or `••••` for what is kept as a keyed digest only.' })
  value!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingSignature', { description: 'A signature with its form and evidence (подпись).' })
export class ByLeasingSignature {
  readonly record!: LeasingSignatureRecord;

  @Field(() => SignatureFormEnum, { description: 'Its form; each signature of a document has its own.' })
  form!: SignatureForm;

  @Field(() => SignerEnum, { description: 'Who signed.' })
  signer!: LeasingSignatureRecord['signerKind'];

  @Field(() => String, { description: 'Symbols that stand for it on paper.' })
  identifier!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given, by the server’s clock, UTC.' })
  signedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the session began in which the client gave it (авторизация), UTC.' })
  authorisedAt!: Date | null;

  @Field(() => [ByLeasingSignatureItem], { description: 'The six items of a signature in electronic form; none of a digital signature.' })
  items!: readonly ByLeasingSignatureItem[];

  @Field(() => String, { nullable: true, description: 'Serial number of the signer’s certificate, hexadecimal.' })
  certificateSerial!: string | null;

  @Field(() => String, { nullable: true, description: 'belt-hash of the signed text, hexadecimal (СТБ 34.101.31).' })
  signedHash!: string | null;

  @Field(() => SignatureToolEnum, { nullable: true, description: 'Tool that made a digital signature (средство ЭЦП).' })
  madeBy!: LeasingSignatureRecord['madeBy'];

  @Field(() => SignatureVerifierEnum, { nullable: true, description: 'Who verified a digital signature.' })
  verifier!: LeasingSignatureRecord['verifiedBy'];
}

@Scoped('documents:read')
@ObjectType('ByLeasingDocument', { implements: Node, description: 'A document on its way through the cabinet (документ в СДО).' })
export class ByLeasingDocument extends Node {
  readonly __typename = 'ByLeasingDocument' as const;
  readonly record!: LeasingDocumentRecord;

  @Field(() => KindEnum, { description: 'What it is.' })
  kind!: DocumentKind;

  @Field(() => FlowEnum, { description: 'Who writes it.' })
  flow!: DocumentFlow;

  @Field(() => RoleEnum, { description: 'In what part the client signs it.' })
  role!: DealRole;

  @Field(() => StateEnum, { description: 'How far it has come.' })
  state!: DocumentState;

  @Field(() => ActionEnum, { description: 'What the client is asked to do with it.' })
  action!: ClientAction;

  @Field(() => ByLeasingFingerprint, { nullable: true, description: 'Of its text; null while that is not formed.' })
  fingerprint!: ByLeasingFingerprint | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its text was fixed.' })
  formedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the lender signed and showed it.' })
  offeredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client opened it for reading.' })
  reviewedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client confirmed the summary of its values.' })
  summaryConfirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client signed it.' })
  signedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client sent or returned it.' })
  sentAt!: Date | null;
}

export function toLeasingDocument(record: LeasingDocumentRecord): ByLeasingDocument {
  const { kind, flow, role, state, createdAt, formedAt, offeredAt, reviewedAt, summaryConfirmedAt, signedAt, sentAt, sha256 } = record;
  return {
    __typename: 'ByLeasingDocument',
    record,
    id: toGlobalId('ByLeasingDocument', record.id),
    ...{ kind, flow, role, state, createdAt, formedAt, offeredAt, reviewedAt, summaryConfirmedAt, signedAt, sentAt },
    action: kindRules[kind].action,
    fingerprint: sha256 === null ? null : { algorithm: 'SHA-256', value: sha256 },
  };
}

const HIDDEN = '••••';

export function toLeasingSignature(record: LeasingSignatureRecord): ByLeasingSignature {
  const { form, identifier, signedAt, authorisedAt, certificateSerial, signedHash, madeBy, verifiedBy, complete } = record;
  const secrets = ['LOGIN_PHONE', 'PASSWORD', 'OTP', 'CODE_WORD'].map((item) => ({ item, value: HIDDEN }));
  const moments = [
    { item: 'AUTHORISED_AT_UTC', value: authorisedAt?.toISOString() ?? '' },
    { item: 'SIGNED_AT_UTC', value: signedAt.toISOString() },
  ];
  return {
    record,
    ...{ form, identifier, signedAt, authorisedAt, certificateSerial, signedHash, madeBy },
    signer: record.signerKind,
    items: form === 'ELECTRONIC_FORM' && complete ? [...secrets, ...moments] : [],
    verifier: verifiedBy,
  };
}

@Scoped('applications:read')
@ObjectType('ByLeasingParticipant', {
  implements: Node,
  description: 'Somebody who takes part in another client’s deal (участник сделки).',
})
export class ByLeasingParticipant extends Node {
  readonly __typename = 'ByLeasingParticipant' as const;
  readonly record!: ParticipantRecord;

  @Field(() => ParticipantRoleEnum, { description: 'In what part.' })
  role!: ParticipantRecord['role'];

  @Field(() => String, { description: 'Number of the application.' })
  applicationNumber!: string;

  @Field(() => ID, { description: 'Global id of the application, to write documents for it.' })
  applicationId!: string;

  @Field(() => DateTimeScalar, { description: 'When the lender invited the participant.' })
  invitedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the participant was identified for this deal; null before (идентификация).',
  })
  identifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the part ended; null while it stands.' })
  endedAt!: Date | null;
}

export function toParticipant(record: ParticipantRecord): ByLeasingParticipant {
  const { role, applicationNumber, invitedAt, identifiedAt, endedAt } = record;
  return {
    __typename: 'ByLeasingParticipant',
    record,
    id: toGlobalId('ByLeasingParticipant', record.id),
    applicationId: toGlobalId('Application', record.applicationId),
    ...{ role, applicationNumber, invitedAt, identifiedAt, endedAt },
  };
}

@Scoped('parent')
@ObjectType('ByLeasingChecklistItem', { description: 'A paper that a deal asks for, and by what it is there.' })
export class ByLeasingChecklistItem {
  @Field(() => String, { description: 'E.g. `LEASING_CONTRACT_ORIGINAL`.' })
  item!: string;

  @Field(() => Boolean, { description: 'Whether it is there. A digitally signed document is an original like a paper one (7.8).' })
  satisfied!: boolean;

  @Field(() => ID, { nullable: true, description: 'Global id of the document that satisfies it.' })
  documentId!: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingCreditReport', { description: 'A request for a credit report (запрос кредитного отчёта).' })
export class ByLeasingCreditReport {
  @Field(() => ID, { description: 'Global id of the request.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  requestedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Number of the report; null while it is awaited.' })
  reportNumber!: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingApplication', { description: 'What the leasing agreement adds to an application (заявка на лизинг).' })
export class ByLeasingApplication {
  readonly applicationId!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingDocumentPayload', { description: 'The document that was worked on.' })
export class ByLeasingDocumentPayload {
  @Field(() => ByLeasingDocument, { nullable: true, description: 'The document as it is now.' })
  document!: ByLeasingDocument | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingParticipantPayload', { description: 'The participant that was invited.' })
export class ByLeasingParticipantPayload {
  @Field(() => ByLeasingParticipant, { nullable: true, description: 'The participant as it is now.' })
  participant!: ByLeasingParticipant | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingRecordPayload', { description: 'What an officer recorded.' })
export class ByLeasingRecordPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the record.' })
  id!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
