import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EventNotice } from '../../../modules/events';
import { type Money, MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { byn } from '../command-support/sums';
import { ParticipantEnum } from '../notices/notice.enums';
import type { PledgeRecord } from './pledge.record';
import { type PledgeStatus, pledgeStatuses } from './pledge-status';

export const PledgeStatusEnum = enumOf(pledgeStatuses);
registerEnumType(PledgeStatusEnum, {
  name: 'ByPledgeStatus',
  description: 'State of a pledge (статус залога).',
  valuesConfig: {
    DRAFT: { description: 'Inventory, valuation and declarations are gathered.' },
    FORMED: { description: 'The agreement and its annexes wait for the signatures of both parties.' },
    ACTIVE: { description: 'Both signed: the right of pledge exists (залог действует).' },
    FORECLOSURE: { description: 'A case of foreclosure is open (обращение взыскания).' },
    REALISED: { description: 'The item was sold; the money is being settled.' },
    ENDED: { description: 'Nothing is secured any more (залог прекращён).' },
    CANCELLED: { description: 'No loan came about.' },
  },
});

@Scoped('contracts:read')
@ObjectType('ByPledgePledge', { implements: Node, description: 'A pledge of a vehicle that secures a microloan (залог).' })
export class ByPledgePledge extends Node {
  readonly __typename = 'ByPledgePledge' as const;
  readonly record!: PledgeRecord;

  @Field(() => PledgeStatusEnum, { description: 'State of the pledge.' })
  status!: PledgeStatus;

  @Field(() => String, { nullable: true, description: 'Number of the loan as the agreement names it (договор микрозайма).' })
  loanNumber!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the loan as the agreement names it.' })
  loanOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Sum of the loan as the agreement names it.' })
  loanAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Value that the parties agreed, row 6 of the inventory (залоговая стоимость).' })
  pledgeValue!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The agreed value on the day of the loan contract; it never changes.' })
  valuationAtLoan!: Money | null;

  @Field(() => Int, { description: 'Newest version of the inventory; 0 while there is none.' })
  inventoryVersion!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the lender demanded insurance; null while it did not.' })
  insuranceDemandedAt!: Date | null;

  @Field(() => ParticipantEnum, { description: 'Who holds the item (владение).' })
  possession!: PledgeRecord['possession'];

  @Field(() => ParticipantEnum, { description: 'Who bears the risk of accidental loss (риск случайной гибели).' })
  riskBearer!: PledgeRecord['riskBearer'];

  @Field(() => String, { nullable: true, description: 'Version of the Microloan Rules by which terms are read (правила).' })
  rulesVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the pledgor signed.' })
  pledgorSignedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the second party signed: the right of pledge exists from then on.' })
  concludedAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it ended (дата прекращения).' })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended.' })
  endGround!: string | null;
}

/** The GraphQL object of a row. */
export function toPledge(record: PledgeRecord): ByPledgePledge {
  const { loanAmount, pledgeValue, valuationAtLoan } = record;
  return {
    ...record,
    __typename: 'ByPledgePledge',
    id: toGlobalId('ByPledgePledge', record.id),
    record,
    loanAmount: byn(loanAmount),
    pledgeValue: byn(pledgeValue),
    valuationAtLoan: byn(valuationAtLoan),
  };
}

@Scoped('parent')
@ObjectType('ByPledgePayload', { description: 'What became of a step on a pledge.' })
export class ByPledgePayload {
  @Field(() => ByPledgePledge, { nullable: true, description: 'The pledge; null when the step was refused.' })
  pledge!: ByPledgePledge | null;

  @Field(() => ID, { nullable: true, description: 'What was made by the step: a consent, a policy, an addendum.' })
  createdId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByPledgeStatusChange', { description: 'A change of a pledge’s state.' })
export class ByPledgeStatusChange extends EventNotice {
  @Field(() => PledgeStatusEnum, { nullable: true, description: 'State before; null for a new pledge.' })
  from!: PledgeStatus | null;

  @Field(() => PledgeStatusEnum, { description: 'State after this change; `pledge` shows the present one.' })
  to!: PledgeStatus;

  @Field(() => ByPledgePledge, { nullable: true, description: 'The pledge as it is now.' })
  pledge!: ByPledgePledge | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeSupposition', { description: 'What would come of a payment on another date; nothing is booked (расчёт на дату).' })
export class ByPledgeSupposition {
  @Field(() => MoneyType, { description: 'Owed on the day before the payment.' })
  owedBefore!: Money;

  @Field(() => MoneyType, { description: 'What would be paid.' })
  paid!: Money;

  @Field(() => MoneyType, { description: 'Owed after it.' })
  owedAfter!: Money;

  @Field(() => MoneyType, { description: 'All interest of the loan to its last payment.' })
  totalInterest!: Money;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the last payment; null where the schedule has none left.' })
  closedOn!: string | null;
}

@Scoped('parent')
@ObjectType('ByPledgeSettingPayload', { description: 'What became of a setting of the lender.' })
export class ByPledgeSettingPayload {
  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
