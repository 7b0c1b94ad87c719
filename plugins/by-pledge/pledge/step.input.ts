import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION } from '../../../schema/base';

@InputType('ByPledgeKeyedInput', { description: 'What every step may carry.' })
export abstract class KeyedInput {
  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByPledgePledgeStepInput', { description: 'What every step on a pledge carries.' })
export abstract class PledgeStepInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;
}
