import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { LocalDateScalar } from '../../../schema/base';
import { PledgeStepInput } from '../pledge/step.input';
import { EarlyGroundEnum, LossMeasureEnum } from './penalty.enums';

@InputType('ByPledgeChargeFineInput', { description: 'Charges the fine for one violation (штраф).' })
export class ByPledgeChargeFineInput extends PledgeStepInput {
  @Field(() => ID, { description: 'Global id of the violation.' })
  violationId!: string;
}

@InputType('ByPledgeClaimLossInput', { description: 'Claims the loss of a violation (убытки).' })
export class ByPledgeClaimLossInput extends PledgeStepInput {
  @Field(() => ID, { description: 'Global id of the violation.' })
  violationId!: string;

  @Field(() => LossMeasureEnum, { description: 'What it is measured by.' })
  measure!: keyof typeof LossMeasureEnum;

  @Field(() => MoneyInput, { description: 'The loss, in BYN.' })
  amount!: MoneyInput;

  @Field(() => MoneyInput, { nullable: true, description: 'Value of the damaged item, in BYN.' })
  valueAfter?: MoneyInput | null;
}

@InputType('ByPledgeDemandEarlyRepaymentInput', { description: 'Demands all of the loan before its time (досрочный возврат).' })
export class ByPledgeDemandEarlyRepaymentInput extends PledgeStepInput {
  @Field(() => EarlyGroundEnum, { description: 'On what ground.' })
  ground!: keyof typeof EarlyGroundEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the violation that it rests on.' })
  violationId?: string | null;

  @Field(() => LocalDateScalar, { description: 'Until when.' })
  dueOn!: Temporal.PlainDate;
}
