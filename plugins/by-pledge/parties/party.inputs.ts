import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../schema/base';
import { PledgeStepInput } from '../pledge/step.input';
import { ChangeKind, ChangeKindEnum } from './party.enums';

@InputType('ByPledgeRegisterHeirsInput', { description: 'Heirs become joint co-pledgors (солидарные созалогодатели).' })
export class ByPledgeRegisterHeirsInput extends PledgeStepInput {
  @Field(() => [ID], { description: 'Clients who became owners.' })
  heirIds!: readonly string[];

  @Field(() => String, { description: 'The document of succession.' })
  basis!: string;
}

@InputType('ByPledgeTransferDebtInput', { description: 'The debt passes to somebody else with the lender’s consent (перевод долга).' })
export class ByPledgeTransferDebtInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The new debtor.' })
  debtorId!: string;

  @Field(() => ID, { nullable: true, description: 'The lender’s written consent.' })
  consentId?: string | null;
}

@InputType('ByPledgeNotifyChangeInput', {
  description: 'A party tells that its address or something else changed (уведомление об изменениях).',
})
export class ByPledgeNotifyChangeInput extends PledgeStepInput {
  @Field(() => ChangeKindEnum, { description: 'What changed.' })
  what!: ChangeKind;

  @Field(() => LocalDateScalar, { description: 'When.' })
  changedOn!: Temporal.PlainDate;
}
