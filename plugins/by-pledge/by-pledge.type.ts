import { Field, Int, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../modules/money';
import { Scoped } from '../../schema/base';

@Scoped('parent')
@ObjectType('ByPledgeTerms', { description: 'What the pledge agreement fixes today for a loan secured by a vehicle (договор залога).' })
export class ByPledgeTerms {
  readonly applicationRowId!: string;

  @Field(() => String, { description: 'Edition of the agreement in force today.' })
  edition!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Base value of today; null while none is published (базовая величина).' })
  baseValue!: Money | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'Highest valuation at which the lender may sell without a court (порог самостоятельной реализации).',
  })
  selfSaleLimit!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Fine for one violation of the pledgor’s duties (штраф).' })
  violationFine!: Money | null;

  @Field(() => Int, { nullable: true, description: 'Calendar months after the due day in which nothing is foreclosed (льготный срок).' })
  gracePeriodMonths!: number | null;

  @Field(() => [String], { description: 'Clauses that fix these values.' })
  clauses!: readonly string[];
}
