import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { LocalDateScalar } from '../../../schema/base';
import { NoticeWayEnum } from '../notices/notice.enums';
import { KeyedInput, PledgeStepInput } from '../pledge/step.input';
import { DutyKindEnum, ItemEventEnum } from './duty.enums';

@InputType('ByPledgeDemandDutyInput', {
  description: 'Asks the pledgor for something by a notice; its clock begins as the agreement says (требование).',
})
export class ByPledgeDemandDutyInput extends PledgeStepInput {
  @Field(() => DutyKindEnum, {
    description: 'What is asked: INFORMATION, INSPECTION, THREAT_REPLACEMENT, VALUATION or DEFECT_REIMBURSEMENT.',
  })
  kind!: keyof typeof DutyKindEnum;

  @Field(() => String, { description: 'Why: MARKET_CHANGE or OTHER_VALUE_FACT for a valuation, the threat for a replacement.' })
  ground!: string;

  @Field(() => [NoticeWayEnum], { description: 'Ways of the notice.' })
  ways!: (keyof typeof NoticeWayEnum)[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day, where the lender sets it.' })
  dueOn?: Temporal.PlainDate | null;

  @Field(() => MoneyInput, { nullable: true, description: 'In BYN; for DEFECT_REIMBURSEMENT.' })
  amount?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether copies of the expense documents go with it.' })
  withCopies?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the inspection is at another place than the lender’s.' })
  elsewhere?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the pledgor agreed to that place.' })
  agreedByPledgor?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the lender agreed to it.' })
  agreedByPledgee?: boolean | null;
}

@InputType('ByPledgeReportItemEventInput', { description: 'Records what happened to the item; restoration is owed from that day.' })
export class ByPledgeReportItemEventInput extends PledgeStepInput {
  @Field(() => ItemEventEnum, { description: 'What happened.' })
  event!: keyof typeof ItemEventEnum;

  @Field(() => LocalDateScalar, { description: 'Day of the event.' })
  on!: Temporal.PlainDate;

  @Field(() => MoneyInput, { nullable: true, description: 'By how much the value fell, in BYN.' })
  valueDecrease?: MoneyInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when that part may be repaid instead.' })
  repayUntil?: Temporal.PlainDate | null;
}

@InputType('ByPledgeMeetDutyInput', { description: 'Records that a duty was done (исполнение обязанности).' })
export class ByPledgeMeetDutyInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the duty.' })
  dutyId!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was done.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'By which of the ways that the clause leaves open.' })
  outcome?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the document that proves it.' })
  document?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'In BYN: of a valuation or a repayment.' })
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Who valued the item.' })
  valuer?: string | null;
}
