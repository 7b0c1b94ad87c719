import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { PledgeStepInput } from '../pledge/step.input';

@InputType('ByPledgeAddClaimItemInput', { description: 'Adds costs or losses to what the pledge secures (обеспеченное требование).' })
export class ByPledgeAddClaimItemInput extends PledgeStepInput {
  @Field(() => String, { description: 'LOSSES, PENALTY, INTEREST_ON_MONEY_USE, COURT_COSTS or FORECLOSURE_COSTS.' })
  kind!: string;

  @Field(() => MoneyInput, { description: 'In BYN.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'Names the very thing; added once.' })
  reference!: string;
}
