import { Field, ID, InputType } from 'type-graphql';
import { PledgeStepInput } from '../pledge/step.input';

@InputType('ByPledgeRecordRegisterOperationInput', { description: 'Records that the register was changed (действие в Реестре).' })
export class ByPledgeRecordRegisterOperationInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The operation.' })
  taskId!: string;

  @Field(() => String, { nullable: true, description: 'Number that the register gave; with the first entry.' })
  number?: string | null;

  @Field(() => Boolean, { description: 'Whether its cost is charged to the pledgor: it cannot be.' })
  chargePledgor!: boolean;
}

@InputType('ByPledgeDiscloseRegisterInput', {
  description: 'Gives out the register’s data, with both consents on record (выдача сведений).',
})
export class ByPledgeDiscloseRegisterInput extends PledgeStepInput {
  @Field(() => String, { description: 'Kind of the recipient, in capitals.' })
  recipient!: string;
}
