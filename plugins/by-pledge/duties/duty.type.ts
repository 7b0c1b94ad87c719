import { Field, ObjectType } from 'type-graphql';
import { EventNotice } from '../../../modules/events';
import { type Money, MoneyType } from '../../../modules/money';
import { connectionOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { byn } from '../command-support/sums';
import { DutyKindEnum, DutyStatusEnum } from './duty.enums';
import type { DutyRecord } from './duty.record';
import { type DutyKind, type DutyStatus, dutyRules } from './duty-kinds';

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

export const dutyConnection = connectionOf(ByPledgeDuty, 'ByPledgeDuty');

export const toDuty = (row: DutyRecord): ByPledgeDuty => ({
  ...row,
  __typename: 'ByPledgeDuty',
  id: toGlobalId('ByPledgeDuty', row.id),
  amount: byn(row.amount),
  clause: dutyRules[row.kind].clause.clause,
});

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
