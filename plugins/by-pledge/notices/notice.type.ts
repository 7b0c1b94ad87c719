import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { NoticeKindEnum, NoticeWayEnum, ParticipantEnum } from './notice.enums';
import type { NoticeRecord } from './notice.record';
import type { NoticeKind, NoticeWay } from './notice-table';

@Scoped('contracts:read')
@ObjectType('ByPledgeDelivery', { description: 'One way in which a notice went (доставка).' })
export class ByPledgeDelivery {
  @Field(() => NoticeWayEnum, { description: 'By which way.' })
  way!: NoticeWay;

  @Field(() => ID, { description: 'To whom of the pledgor’s side it went, or who sent it: global id of the client.' })
  partyId!: string;

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

export const noticeConnection = connectionOf(ByPledgeNotice, 'ByPledgeNotice');

export const toNotice = (row: NoticeRecord): ByPledgeNotice => ({
  ...row,
  __typename: 'ByPledgeNotice',
  rowId: row.id,
  id: toGlobalId('ByPledgeNotice', row.id),
});
