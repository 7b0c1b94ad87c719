import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../schema/base';
import { PledgeStepInput } from '../pledge/step.input';
import type { AddendumKind } from './addendum.entity';
import { AddendumKindEnum } from './addendum.enums';

@InputType('ByPledgeChangeInput', { description: 'One value that an addendum changes.' })
export class ByPledgeChangeInput {
  @Field(() => String, { description: 'pledgeValue, dailyRate, plate, storageAddress, vin, propertyName or terms.' })
  name!: string;

  @Field(() => String, { description: 'What it is from then on.' })
  value!: string;
}

@InputType('ByPledgeProposeAddendumInput', { description: 'Proposes a change of an agreement in force (дополнительное соглашение).' })
export class ByPledgeProposeAddendumInput extends PledgeStepInput {
  @Field(() => AddendumKindEnum, { description: 'What it changes.' })
  kind!: AddendumKind;

  @Field(() => [ByPledgeChangeInput], { description: 'What changes, by name.' })
  changes!: readonly ByPledgeChangeInput[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  effectiveOn!: Temporal.PlainDate;
}

@InputType('ByPledgeAcceptAddendumInput', { description: 'A party accepts an addendum; with both it takes effect.' })
export class ByPledgeAcceptAddendumInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The addendum.' })
  addendumId!: string;

  @Field(() => String, { nullable: true, description: 'Address that the pledgor’s signed copy came from, where an officer books it.' })
  from?: string | null;
}
