import { Field, ID, ObjectType } from 'type-graphql';
import { EventNotice } from '../../../modules/events';
import { type Money, MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { connectionOf, DateTimeScalar, Decimal, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import type { DutyRecord } from '../duties/duty.record';
import { type DutyKind, type DutyStatus, dutyRules } from '../duties/duty-kinds';
import type { ForeclosureRecord } from '../foreclosure/foreclosure.record';
import type { ForeclosureRoute, ForeclosureState } from '../foreclosure/machine';
import type { NoticeRecord } from '../notices/notice.record';
import type { NoticeKind, NoticeWay } from '../notices/notice-table';
import { ByPledgePledge } from '../pledge/pledge.type';
import type { ViolationRecord } from '../violations/violation.record';
import {
  DutyKindEnum,
  DutyStatusEnum,
  ForeclosureBasisEnum,
  ForeclosureRouteEnum,
  ForeclosureStateEnum,
  NoticeKindEnum,
  NoticeWayEnum,
  ParticipantEnum,
} from './enforcement.enums';

/** A sum of a row as the graph shows it. */
export const byn = (amount: string | null): Money | null => (amount === null ? null : { amount: new Decimal(amount), currency: 'BYN' });

@Scoped('contracts:read')
@ObjectType('ByPledgeDuty', {
  implements: Node,
  description: 'Something that the pledgor has to do, with its clock (обязанность залогодателя).',
})
export class ByPledgeDuty extends Node {
  readonly __typename = 'ByPledgeDuty' as const;

  @Field(() => DutyKindEnum, { description: 'What is to be done.' })
  kind!: DutyKind;

  @Field(() => DutyStatusEnum, { description: 'State of the duty.' })
  status!: DutyStatus;

  @Field(() => String, { description: 'Why it is asked for.' })
  ground!: string;

  @Field(() => MoneyType, { nullable: true, description: 'The sum that it is about; null where it is about none.' })
  amount!: Money | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day from which its term counts; null while it waits.' })
  startedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null without one (срок).' })
  dueOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it was done.' })
  metOn!: string | null;

  @Field(() => String, { nullable: true, description: 'How it was done.' })
  outcome!: string | null;

  @Field(() => String, { description: 'Clause of the agreement that it rests on.' })
  clause!: string;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeDelivery', { description: 'One way in which a notice went (доставка).' })
export class ByPledgeDelivery {
  @Field(() => NoticeWayEnum, { description: 'By which way.' })
  way!: NoticeWay;

  @Field(() => Boolean, { description: 'Whether it counts; a courtesy copy does not.' })
  counts!: boolean;

  @Field(() => LocalDateScalar, { description: 'Day of sending.' })
  sentOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day from which it is deemed received; null while it is not.' })
  receivedOn!: string | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeNotice', { implements: Node, description: 'A notice between the parties (уведомление).' })
export class ByPledgeNotice extends Node {
  readonly __typename = 'ByPledgeNotice' as const;
  readonly rowId!: string;

  @Field(() => NoticeKindEnum, { description: 'Kind of the notice.' })
  kind!: NoticeKind;

  @Field(() => ParticipantEnum, { description: 'Who sent it.' })
  sender!: 'PLEDGOR' | 'PLEDGEE';

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it was received.' })
  receivedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the answer to a claim.' })
  answeredOn!: string | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeViolation', { implements: Node, description: 'One recorded fact of a violation (нарушение).' })
export class ByPledgeViolation extends Node {
  readonly __typename = 'ByPledgeViolation' as const;

  @Field(() => String, { description: 'Clause that was violated.' })
  clause!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the violation.' })
  committedOn!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Estimated loss.' })
  estimatedLoss!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Loss that was claimed (убытки).' })
  loss!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Fine that was charged (штраф).' })
  fine!: Money | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeForeclosure', { implements: Node, description: 'A case of foreclosure (обращение взыскания).' })
export class ByPledgeForeclosure extends Node {
  readonly __typename = 'ByPledgeForeclosure' as const;

  @Field(() => ForeclosureRouteEnum, { description: 'By a court or not.' })
  route!: ForeclosureRoute;

  @Field(() => ForeclosureBasisEnum, { description: 'On what it rests.' })
  basis!: 'DEFAULT' | 'EARLY';

  @Field(() => ForeclosureStateEnum, { description: 'State of the case.' })
  state!: ForeclosureState;

  @Field(() => LocalDateScalar, { description: 'Day on which a payment was missed; of an early case, the day of its opening.' })
  missedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the grace period (льготный срок).' })
  graceEndsOn!: string;

  @Field(() => String, { nullable: true, description: 'The court.' })
  forum!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Starting price (начальная цена).' })
  startPrice!: Money | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the sale.' })
  soldOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What the sale brought.' })
  proceeds!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'All that was secured at the sale.' })
  securedClaim!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What goes back to the pledgor (излишек).' })
  surplus!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What stays due (недостающая сумма).' })
  deficit!: Money | null;
}

export const dutyConnection = connectionOf(ByPledgeDuty, 'ByPledgeDuty');
export const noticeConnection = connectionOf(ByPledgeNotice, 'ByPledgeNotice');
export const violationConnection = connectionOf(ByPledgeViolation, 'ByPledgeViolation');
export const foreclosureConnection = connectionOf(ByPledgeForeclosure, 'ByPledgeForeclosure');

export const toDuty = (row: DutyRecord): ByPledgeDuty => ({
  ...row,
  __typename: 'ByPledgeDuty',
  id: toGlobalId('ByPledgeDuty', row.id),
  amount: byn(row.amount),
  clause: dutyRules[row.kind].clause.clause,
});

export const toNotice = (row: NoticeRecord): ByPledgeNotice => ({
  ...row,
  __typename: 'ByPledgeNotice',
  rowId: row.id,
  id: toGlobalId('ByPledgeNotice', row.id),
});

export const toViolation = (row: ViolationRecord): ByPledgeViolation => ({
  ...row,
  __typename: 'ByPledgeViolation',
  id: toGlobalId('ByPledgeViolation', row.id),
  estimatedLoss: byn(row.estimatedLoss),
  loss: byn(row.loss),
  fine: byn(row.fine),
});

export const toForeclosure = (row: ForeclosureRecord): ByPledgeForeclosure => ({
  ...row,
  __typename: 'ByPledgeForeclosure',
  id: toGlobalId('ByPledgeForeclosure', row.id),
  startPrice: byn(row.startPrice),
  proceeds: byn(row.proceeds),
  securedClaim: byn(row.securedClaim),
  surplus: byn(row.surplus),
  deficit: byn(row.deficit),
});

@Scoped('parent')
@ObjectType('ByPledgeEnforcementPayload', { description: 'What became of a step in the course of a pledge.' })
export class ByPledgeEnforcementPayload {
  @Field(() => ByPledgePledge, { nullable: true, description: 'The pledge; null when the step was refused.' })
  pledge!: ByPledgePledge | null;

  @Field(() => ByPledgeDuty, { nullable: true, description: 'The duty that was opened or done.' })
  duty!: ByPledgeDuty | null;

  @Field(() => ByPledgeNotice, { nullable: true, description: 'The notice that was sent, received or answered.' })
  notice!: ByPledgeNotice | null;

  @Field(() => ByPledgeForeclosure, { nullable: true, description: 'The case that was opened or went on.' })
  foreclosure!: ByPledgeForeclosure | null;

  @Field(() => [ID], { description: 'Global ids of the violations that were recorded, fined or claimed; also beside a refusal.' })
  violationIds!: readonly string[];

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByPledgeDutyStatusChange', { description: 'A change of a duty’s state.' })
export class ByPledgeDutyStatusChange extends EventNotice {
  @Field(() => DutyStatusEnum, { nullable: true, description: 'State before; null for a new duty.' })
  from!: DutyStatus | null;

  @Field(() => DutyStatusEnum, { description: 'State after this change; `duty` shows the present one.' })
  to!: DutyStatus;

  @Field(() => ByPledgeDuty, { nullable: true, description: 'The duty as it is now.' })
  duty!: ByPledgeDuty | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeTimelineEntry', {
  implements: Node,
  description: 'One moment in the life of a pledge: an event of it, its notices, duties and violations, or a line of its loan’s ledger.',
})
export class ByPledgeTimelineEntry extends Node {
  readonly __typename = 'ByPledgeTimelineEntry' as const;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: Date;

  @Field(() => String, { description: 'Type of the event, or POSTING with its cause.' })
  what!: string;

  @Field(() => String, { nullable: true, description: 'What it was about: a state, a kind, or the component of the ledger.' })
  detail!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The sum, where there is one.' })
  amount!: Money | null;

  @Field(() => String, { nullable: true, description: 'The clause that it rests on.' })
  clause!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of what changed, for events.' })
  subjectId!: string | null;
}

export const timelineConnection = connectionOf(ByPledgeTimelineEntry, 'ByPledgeTimelineEntry');
