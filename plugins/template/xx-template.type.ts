import { Field, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../modules/money';
import { Scoped } from '../../schema/base';
import { XxTemplateVisit } from './visits/visit.type';

@Scoped('parent')
@ObjectType('XxTemplateApplication', { description: 'What the plugin knows of an application.' })
export class XxTemplateApplication {
  /** For the fields that are read only when asked for. */
  readonly applicationRowId!: string;

  @Field(() => String, { description: 'Edition of the rules in force today.' })
  edition!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Highest loan by these rules; null where they are silent (предельная сумма).' })
  loanMax!: Money | null;

  @Field(() => [XxTemplateVisit], { description: 'Visits to the client, the earliest first.' })
  visits?: readonly XxTemplateVisit[];
}
