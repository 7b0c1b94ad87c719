import { Field, ID, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { connectionOf, DateTimeScalar, Node, Scoped } from '../../../schema/base';

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
