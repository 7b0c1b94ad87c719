import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../../../modules/applications';
import { type Finding, FindingType } from '../../../modules/rules';
import { KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../../schema/base';
import type { VisitPlace } from './visit-place';

export const VisitPlaceEnum: { readonly [P in VisitPlace]: P } = { HOME: 'HOME', WORK: 'WORK' };

registerEnumType(VisitPlaceEnum, {
  name: 'XxTemplateVisitPlace',
  description: 'Where a client was visited.',
  valuesConfig: {
    HOME: { description: 'Where the client lives.' },
    WORK: { description: 'Where the client works.' },
  },
});

@Scoped('parent')
@ObjectType('XxTemplateVisit', { description: 'A visit to the client (визит).' })
export class XxTemplateVisit {
  @Field(() => LocalDateScalar, { description: 'The day of the visit.' })
  visitedOn!: string;

  @Field(() => VisitPlaceEnum, { description: 'Where it was.' })
  place!: VisitPlace;
}

@InputType('XxTemplateRecordVisitInput', { description: 'A visit that was made.' })
export class XxTemplateRecordVisitInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the visit, not after today.' })
  visitedOn!: Temporal.PlainDate;

  @Field(() => VisitPlaceEnum, { description: 'Where it was.' })
  place!: VisitPlace;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('XxTemplateRecordVisitPayload', { description: 'What became of the record.' })
export class XxTemplateRecordVisitPayload {
  @Field(() => Application, { nullable: true, description: 'The application; null when the record was refused.' })
  application!: Application | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
