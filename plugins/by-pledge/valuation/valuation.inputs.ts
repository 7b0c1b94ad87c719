import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { PledgeStepInput } from '../pledge/step.input';

@InputType('ByPledgeRecordValuationInput', { description: 'A valuation by photographs (оценка).' })
export class ByPledgeRecordValuationInput extends PledgeStepInput {
  @Field(() => MoneyInput, { description: 'What the item is worth, in BYN.' })
  value!: MoneyInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether the vehicle analytics module is asked too.' })
  askAnalytics?: boolean | null;
}
