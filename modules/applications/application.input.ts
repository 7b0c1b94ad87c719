import { Field, ID, InputType, Int } from 'type-graphql';
import { KEY_DESCRIPTION } from '../../schema/base';
import { MoneyInput } from '../money';

@InputType('StartApplicationInput', { description: 'A new application. A plugin may add one field of its own, named for itself.' })
export class StartApplicationInput {
  @Field(() => ID, { nullable: true, description: 'Client for whom it is made; a client’s own token leaves it out.' })
  clientId?: string | null;

  @Field(() => String, { description: 'Code of a product, from `products`.' })
  product!: string;

  @Field(() => MoneyInput, { description: 'The sum asked for, in the lender’s currency.' })
  amount!: MoneyInput;

  @Field(() => Int, { description: 'The term asked for, in calendar days.' })
  termDays!: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ApplicationStepInput', { description: 'Names the application that a step is taken on.' })
export class ApplicationStepInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
