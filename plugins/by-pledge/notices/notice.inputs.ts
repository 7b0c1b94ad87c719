import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar } from '../../../schema/base';
import { KeyedInput, PledgeStepInput } from '../pledge/step.input';
import { NoticeKindEnum, NoticeWayEnum, ParticipantEnum } from './notice.enums';

@InputType('ByPledgeSendNoticeInput', { description: 'Records a notice of one party to the other (уведомление).' })
export class ByPledgeSendNoticeInput extends PledgeStepInput {
  @Field(() => NoticeKindEnum, { description: 'Kind of the notice.' })
  kind!: keyof typeof NoticeKindEnum;

  @Field(() => ParticipantEnum, { description: 'Who sends it: PLEDGOR or PLEDGEE.' })
  sender!: keyof typeof ParticipantEnum;

  @Field(() => [NoticeWayEnum], { description: 'Ways by which it goes.' })
  ways!: (keyof typeof NoticeWayEnum)[];

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of sending; today unless said.' })
  sentOn?: Temporal.PlainDate | null;
}

@InputType('ByPledgeRecordReceiptInput', { description: 'Records what became of a delivery (вручение).' })
export class ByPledgeRecordReceiptInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the notice.' })
  noticeId!: string;

  @Field(() => NoticeWayEnum, { description: 'Which delivery.' })
  way!: keyof typeof NoticeWayEnum;

  @Field(() => ID, { nullable: true, description: 'Whose delivery: global id of the client, where several co-pledgors were sent one.' })
  partyId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the first attempt.' })
  firstAttemptOn?: Temporal.PlainDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of delivery.' })
  deliveredOn?: Temporal.PlainDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Moment of the signature in the office.' })
  signedAt?: Temporal.Instant | null;
}

@InputType('ByPledgeAnswerClaimInput', { description: 'Records the answer to a claim (ответ на претензию).' })
export class ByPledgeAnswerClaimInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the notice.' })
  noticeId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the answer.' })
  on!: Temporal.PlainDate;
}
