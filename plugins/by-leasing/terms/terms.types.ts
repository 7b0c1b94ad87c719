import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../../schema/base';
import { type AcceptanceMode, acceptanceModes } from './acceptance.entity';
import { type TermsKind, termsKinds } from './terms-version.entity';

export const TermsKindEnum = enumOf(termsKinds);
registerEnumType(TermsKindEnum, {
  name: 'ByLeasingTermsKind',
  description: 'What the lender publishes for everybody to read.',
  valuesConfig: {
    AGREEMENT: { description: 'The agreement on the use of the cabinet (соглашение).' },
    PERSONAL_DATA_POLICY: { description: 'The policy of personal data (политика обработки персональных данных).' },
  },
});

export const AcceptanceModeEnum = enumOf(acceptanceModes);
registerEnumType(AcceptanceModeEnum, {
  name: 'ByLeasingAcceptanceMode',
  description: 'How a client answered the agreement.',
  valuesConfig: {
    EXPLICIT: { description: 'By its own mark (отметка о согласии).' },
    IMPLIED_BY_USE: { description: 'By using the cabinet on, under a new version.' },
    DECLINED: { description: 'It does not agree.' },
  },
});

@Scoped('public')
@ObjectType('ByLeasingTermsPoint', { description: 'A point that the agreement fixes; accepted with it.' })
export class ByLeasingTermsPoint {
  @Field(() => String, { description: 'Short name, such as `TERRITORY`.' })
  code!: string;

  @Field(() => String, { description: 'Clause that says it.' })
  clause!: string;
}

@Scoped('public')
@ObjectType('ByLeasingTermsVersion', { description: 'A version of a published document (редакция).' })
export class ByLeasingTermsVersion {
  @Field(() => TermsKindEnum, { description: 'What it is.' })
  kind!: TermsKind;

  @Field(() => String, { description: 'Its version, by order and day of approval.' })
  version!: string;

  @Field(() => String, { description: 'Number of the order that approved it (номер приказа).' })
  orderNumber!: string;

  @Field(() => LocalDateScalar, { description: 'Day of approval.' })
  approvedOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Who offers it to everybody (оператор).' })
  operator!: string;

  @Field(() => String, { description: 'Its title in the language of the document.' })
  title!: string;

  @Field(() => String, { description: 'Where it stands on the lender’s site.' })
  url!: string;

  @Field(() => String, { description: 'Its text; where the lender’s own is not held, the place where it stands.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether the lender’s own text is held here.' })
  isHeld!: boolean;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the text.' })
  sha256!: string;

  @Field(() => String, { description: 'What is new in it.' })
  changes!: string;

  @Field(() => DateTimeScalar, { description: 'In force from this moment, that of its publication.' })
  validFrom!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a later version took its place; null: it has no end.' })
  validTo!: Date | null;

  @Field(() => String, { description: 'Where the right of use holds: country by ISO 3166-1 (территория).' })
  territory!: string;

  @Field(() => String, { description: 'Whose law governs it: country by ISO 3166-1.' })
  governingLaw!: string;

  @Field(() => String, { description: 'Where disputes go.' })
  forum!: string;

  @Field(() => [ByLeasingTermsPoint], { description: 'What it fixes, by clause; none of a policy.' })
  points!: readonly ByLeasingTermsPoint[];
}

@Scoped('parent')
@ObjectType('ByLeasingAcceptance', { description: 'What a client said to a version of the agreement (акцепт).' })
export class ByLeasingAcceptance {
  @Field(() => String, { description: 'The version.' })
  termsVersion!: string;

  @Field(() => String, { nullable: true, description: 'Version of the policy of personal data that was in force; null without one.' })
  policyVersion!: string | null;

  @Field(() => AcceptanceModeEnum, { description: 'How it was said.' })
  mode!: AcceptanceMode;

  @Field(() => String, { description: 'Form of the contract that it concludes: SIMPLE_WRITTEN.' })
  contractForm!: string;

  @Field(() => Boolean, { description: 'Whether the client set the mark by itself.' })
  hasConsentMark!: boolean;

  @Field(() => Boolean, { description: 'Whether the password of a message was checked with it.' })
  isPasswordChecked!: boolean;

  @Field(() => [String], { description: 'What the client declared by it, such as `FULL_CONSENT`.' })
  declarations!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  madeAt!: Date;
}

@InputType('ByLeasingPublishTermsInput', { description: 'A version to publish.' })
export class ByLeasingPublishTermsInput {
  @Field(() => TermsKindEnum, { description: 'What it is.' })
  kind!: TermsKind;

  @Field(() => String, { description: 'Its version, unique among those of the kind.' })
  version!: string;

  @Field(() => String, { description: 'Number of the order that approved it.' })
  orderNumber!: string;

  @Field(() => LocalDateScalar, { description: 'Day of approval.' })
  approvedOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Where it stands on the lender’s site, an address of https.' })
  url!: string;

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What is new in it.' })
  changes?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingAnswerTermsInput', { description: 'What a client says to the agreement in force.' })
export class ByLeasingAnswerTermsInput {
  @Field(() => Boolean, { description: 'False: it disagrees, and does nothing more in the cabinet until it agrees or leaves.' })
  accepted!: boolean;

  @Field(() => String, { description: 'The version that it read.' })
  termsVersion!: string;
}

@InputType('ByLeasingSetMarketingConsentInput', { description: 'The box of advertising.' })
export class ByLeasingSetMarketingConsentInput {
  @Field(() => Boolean, { description: 'Whether advertising may come by Viber and SMS.' })
  value!: boolean;
}

@InputType('ByLeasingSendAdvertisingInput', { description: 'A message of advertising.' })
export class ByLeasingSendAdvertisingInput {
  @Field(() => ID, { description: 'Global id of the client.' })
  clientId!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingTermsPayload', { description: 'What became of it.' })
export class ByLeasingTermsPayload {
  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
