import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { KEY_DESCRIPTION, LocalDateScalar } from '../../../schema/base';
import type { ParticipantRole } from '../participants/participant.entity';
import type { AuthorityBasis } from '../signing/authority.entity';
import { AuthorityBasisEnum, KindEnum, ParticipantRoleEnum } from './document.enums';
import type { DocumentKind } from './kinds';

@InputType('ByLeasingKeyedInput', { description: 'What every input of this folder has.' })
class Keyed {
  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingRequestInput', { description: 'What a questionnaire asks for.' })
export class ByLeasingRequestInput {
  @Field(() => MoneyInput, { description: 'Sum of the financing.' })
  amount!: MoneyInput;

  @Field(() => Int, { description: 'Calendar days.' })
  termDays!: number;
}

@InputType('ByLeasingCreateDocumentInput', { description: 'A new document of the client.' })
export class ByLeasingCreateDocumentInput extends Keyed {
  @Field(() => KindEnum, { description: 'What it is.' })
  kind!: DocumentKind;

  @Field(() => ID, { nullable: true, description: 'Global id of the application; a questionnaire without one opens it.' })
  applicationId?: string | null;

  @Field(() => ByLeasingRequestInput, { nullable: true, description: 'With a questionnaire that opens an application.' })
  request?: ByLeasingRequestInput | null;
}

@InputType('ByLeasingFieldInput', { description: 'A value of a document.' })
export class ByLeasingFieldInput {
  @Field(() => String, { description: 'Name of the field, from `ByLeasingDocument.fields`.' })
  name!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}

@InputType('ByLeasingFillDocumentInput', { description: 'Values of the client’s document.' })
export class ByLeasingFillDocumentInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the document.' })
  documentId!: string;

  @Field(() => [ByLeasingFieldInput], { description: 'Values that the client types or chooses.' })
  fields!: ByLeasingFieldInput[];

  @Field(() => [String], { description: 'Names of values that were filled in for the client and that it marks as current.' })
  confirmed!: string[];
}

@InputType('ByLeasingDocumentInput', { description: 'Names a document.' })
export class ByLeasingDocumentInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the document.' })
  documentId!: string;
}

@InputType('ByLeasingShownDocumentInput', { description: 'Names a document and the text that was shown.' })
export class ByLeasingShownDocumentInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the document.' })
  documentId!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the text that the client was shown.' })
  sha256!: string;
}

@InputType('ByLeasingFactorInput', { description: 'A factor that is presented (аутентификационный фактор).' })
export class ByLeasingFactorInput {
  @Field(() => String, { description: '`CODE_WORD` or `OTP`.' })
  factor!: string;

  @Field(() => String, { description: 'The word or the code; kept as a keyed digest only.' })
  value!: string;
}

@InputType('ByLeasingSignDocumentInput', { description: 'A signature by code word and confirmation code.' })
export class ByLeasingSignDocumentInput extends ByLeasingShownDocumentInput {
  @Field(() => ID, { nullable: true, description: '`ceremonyId` of `requestCode` for this document.' })
  ceremonyId?: string | null;

  @Field(() => [ByLeasingFactorInput], { description: 'Both factors.' })
  factors!: ByLeasingFactorInput[];
}

@InputType('ByLeasingLeasePaymentInput', { description: 'A lease payment of the schedule (лизинговый платёж).' })
export class ByLeasingLeasePaymentInput {
  @Field(() => LocalDateScalar, { description: 'Day on which it is due.' })
  dueOn!: Temporal.PlainDate;

  @Field(() => MoneyInput, { description: 'Part that pays back the price.' })
  principal!: MoneyInput;

  @Field(() => MoneyInput, { description: 'The lessor’s reward (вознаграждение).' })
  reward!: MoneyInput;
}

@InputType('ByLeasingFormLenderDocumentInput', { description: 'A document of the lender.' })
export class ByLeasingFormLenderDocumentInput extends Keyed {
  @Field(() => KindEnum, { description: 'What it is.' })
  kind!: DocumentKind;

  @Field(() => ID, { nullable: true, description: 'Global id of the application, before a contract.' })
  applicationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the contract, for documents under it.' })
  contractId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the client who signs it; the applicant unless said.' })
  clientId?: string | null;

  @Field(() => [ByLeasingFieldInput], { description: 'Its values.' })
  fields!: ByLeasingFieldInput[];

  @Field(() => [ByLeasingLeasePaymentInput], { nullable: true, description: 'Lease payments, with main terms and contract.' })
  payments?: ByLeasingLeasePaymentInput[] | null;
}

@InputType('ByLeasingSignAsLenderInput', { description: 'A digital signature that an officer made outside (ЭЦП).' })
export class ByLeasingSignAsLenderInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the document.' })
  documentId!: string;

  @Field(() => String, { description: 'Detached CMS over `ByLeasingDocument.signingText` in UTF-8, in base64; at most 64 KiB.' })
  signature!: string;
}

@InputType('ByLeasingInviteParticipantInput', { description: 'Somebody who is to take part in a deal.' })
export class ByLeasingInviteParticipantInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => ID, { description: 'Global id of the client of the cabinet.' })
  clientId!: string;

  @Field(() => ParticipantRoleEnum, { description: 'In what part.' })
  role!: ParticipantRole;
}

@InputType('ByLeasingSigningAuthorityInput', { description: 'Who may put a digital signature, for whom, how long.' })
export class ByLeasingSigningAuthorityInput extends Keyed {
  @Field(() => String, { nullable: true, description: 'Subject of the officer’s token, to sign for the lender.' })
  officer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the client, to sign for a client.' })
  clientId?: string | null;

  @Field(() => String, { description: 'Name of the person, as printed.' })
  name!: string;

  @Field(() => String, { description: 'Identification number, as the person’s certificate carries it (идентификационный номер).' })
  personalNumber!: string;

  @Field(() => String, { description: 'Position (должность).' })
  position!: string;

  @Field(() => AuthorityBasisEnum, { description: 'On what it rests.' })
  basis!: AuthorityBasis;

  @Field(() => String, { nullable: true, description: 'Number of the power of attorney or order.' })
  basisNumber?: string | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Kinds of documents; all unless said.' })
  scope?: DocumentKind[] | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' })
  validTo?: Temporal.PlainDate | null;
}

@InputType('ByLeasingEndAuthorityInput', { description: 'Names an authority that is withdrawn.' })
export class ByLeasingEndAuthorityInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the authority.' })
  authorityId!: string;
}

@InputType('ByLeasingRequestCreditReportInput', { description: 'Whose credit report is asked for.' })
export class ByLeasingRequestCreditReportInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of a guarantor; the applicant unless said.' })
  clientId?: string | null;
}

@InputType('ByLeasingRecordCreditReportInput', { description: 'A credit report that came.' })
export class ByLeasingRecordCreditReportInput extends Keyed {
  @Field(() => ID, { description: 'Global id of the request.' })
  creditReportId!: string;

  @Field(() => String, { description: 'Number of the report.' })
  number!: string;
}
