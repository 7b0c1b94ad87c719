import { Field, InputType } from 'type-graphql';
import { PledgeStepInput } from './step.input';

@InputType('ByPledgeEndInput', { description: 'Ends a pledge: by performance, or on another ground of law (прекращение залога).' })
export class ByPledgeEndInput extends PledgeStepInput {
  @Field(() => String, { description: 'OBLIGATIONS_PERFORMED, or another ground.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: 'Provision of law of another ground.' })
  basis?: string | null;
}
