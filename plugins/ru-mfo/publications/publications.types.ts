import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../../schema/base';
import { type PublicationKind, publicationKinds } from './publication-kind';

export const PublicationKindEnum = enumOf(publicationKinds);
registerEnumType(PublicationKindEnum, {
  name: 'RuMfoPublicationKind',
  description: 'What a lender publishes for everybody to read.',
  valuesConfig: {
    RULES: { description: 'Rules of providing loans (правила предоставления займов).' },
    INFORMATION: { description: 'Information on terms of providing, use and repayment (информация об условиях).' },
    GENERAL_TERMS: { description: 'General terms of the contract (общие условия).' },
    SIGNATURE_AGREEMENT: { description: 'Agreement on the simple electronic signature (соглашение об АСП).' },
    PERSONAL_DATA_POLICY: { description: 'Policy of personal data (политика обработки персональных данных).' },
    TARIFFS: { description: 'Tariffs (тарифы).' },
  },
});

@Scoped('public')
@ObjectType('RuMfoPublication', { description: 'A version of a document that the lender publishes (размещённый документ).' })
export class RuMfoPublication {
  @Field(() => PublicationKindEnum, { description: 'What it is.' })
  kind!: PublicationKind;

  @Field(() => String, { description: 'Its version (редакция).' })
  version!: string;

  @Field(() => String, { description: 'Its title in the language of the document.' })
  title!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it is in force.' })
  effectiveFrom!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Edition of the lender’s rules that it makes known.' })
  edition!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands on the lender’s site.' })
  url!: string | null;

  @Field(() => String, { description: 'Its text; where the lender’s own is not held, the place where it stands.' })
  text!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the text.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was placed on the site.' })
  publishedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the lender’s own text is held here.' })
  held!: boolean;
}

@InputType('RuMfoPublishDocumentInput', { description: 'A version of a document to publish.' })
export class RuMfoPublishDocumentInput {
  @Field(() => PublicationKindEnum, { description: 'What it is.' })
  kind!: PublicationKind;

  @Field(() => String, { description: 'Its version, unique among those of the kind.' })
  version!: string;

  @Field(() => String, { description: 'Its title in the language of the document.' })
  title!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it is in force.' })
  effectiveFrom!: Temporal.PlainDate;

  @Field(() => String, { description: 'Where it stands on the lender’s site, an address of https.' })
  url!: string;

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoPublishDocumentPayload', { description: 'What became of a publication.' })
export class RuMfoPublishDocumentPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the published version; null when refused.' })
  publicationId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
