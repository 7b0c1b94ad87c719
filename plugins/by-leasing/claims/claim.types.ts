import { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, LocalDateScalar, Node, Scoped } from '../../../schema/base';
import type { ClaimRecord } from './claim.record';
import {
  type ClaimAnswer,
  type ClaimSender,
  type ClaimState,
  claimAnswers,
  claimSenders,
  claimStates,
  type DisputeState,
  disputeStates,
} from './claim-state';

export const ClaimSenderEnum = enumOf(claimSenders);
registerEnumType(ClaimSenderEnum, {
  name: 'ByLeasingClaimSender',
  description: 'Who sends a claim.',
  valuesConfig: { CLIENT: { description: 'The client.' }, LENDER: { description: 'The lender.' } },
});
export const ClaimStateEnum = enumOf(claimStates);
registerEnumType(ClaimStateEnum, {
  name: 'ByLeasingClaimState',
  description: 'Where a claim stands.',
  valuesConfig: {
    RECEIVED: { description: 'The other party has it (получена).' },
    ANSWERED: { description: 'It was answered in time (дан ответ).' },
    DEEMED_ACCEPTED: { description: 'No answer came in time, which counts as agreement (признана молчанием).' },
  },
});
export const ClaimAnswerEnum = enumOf(claimAnswers);
registerEnumType(ClaimAnswerEnum, {
  name: 'ByLeasingClaimAnswer',
  description: 'What the other party says.',
  valuesConfig: {
    ACCEPTED: { description: 'It agrees (удовлетворена).' },
    PARTLY: { description: 'It agrees in part (частично).' },
    REJECTED: { description: 'It objects (отклонена).' },
  },
});
export const DisputeStateEnum = enumOf(disputeStates);
registerEnumType(DisputeStateEnum, {
  name: 'ByLeasingDisputeState',
  description: 'Where a dispute stands.',
  valuesConfig: {
    PRE_TRIAL: { description: 'Between the parties (досудебный порядок).' },
    COURT: { description: 'Taken to court (суд).' },
    SETTLED: { description: 'Settled (урегулирован).' },
  },
});
export const DisputeStepEnum = { COURT: 'COURT', SETTLED: 'SETTLED' } as const;
registerEnumType(DisputeStepEnum, {
  name: 'ByLeasingDisputeStep',
  description: 'Where a dispute is taken.',
  valuesConfig: { COURT: { description: 'To court.' }, SETTLED: { description: 'It is settled.' } },
});

@Scoped('clients:read')
@ObjectType('ByLeasingClaim', { implements: Node, description: 'A claim of one party against the other (претензия).' })
export class ByLeasingClaim extends Node {
  readonly __typename = 'ByLeasingClaim' as const;

  /** The row, for the fields that open what is encrypted. */
  readonly record!: ClaimRecord;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => ClaimSenderEnum, { description: 'Who sends it.' })
  sender!: ClaimSender;

  @Field(() => String, { nullable: true, description: 'Number of the contract that it is about.' })
  contractNumber!: string | null;

  @Field(() => ClaimStateEnum, { description: 'Where it stands.' })
  state!: ClaimState;

  @Field(() => LocalDateScalar, { description: 'Day of its receipt.' })
  receivedOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'The last day for an answer.' })
  answerDueOn!: Temporal.PlainDate;

  @Field(() => ClaimAnswerEnum, { nullable: true, description: 'What the other party said.' })
  answer!: ClaimAnswer | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field(() => [ID], { description: 'Files that came with it.' })
  fileIds!: readonly string[];
}

@Scoped('clients:read')
@ObjectType('ByLeasingDispute', { description: 'What the parties disagree on (спор).' })
export class ByLeasingDispute {
  @Field(() => ID, { description: 'Id of the dispute.' })
  id!: string;

  @Field(() => DisputeStateEnum, { description: 'Where it stands.' })
  state!: DisputeState;

  @Field(() => ID, { nullable: true, description: 'The claim that goes before the court.' })
  claimId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => String, { description: 'Where such disputes go (подсудность).' })
  forum!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken to court.' })
  courtAt!: Date | null;
}

@InputType('ByLeasingFileClaimInput', { description: 'A claim.' })
export class ByLeasingFileClaimInput {
  @Field(() => ID, { nullable: true, description: 'The client; a client’s own session needs none.' })
  clientId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For officers: true when it is the client’s and came on paper. Left out, an officer sends the lender’s own.',
  })
  fromClient?: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For officers: the day on which a claim on paper was received.' })
  receivedOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Number of the contract that it is about.' })
  contractNumber?: string | null;

  @Field(() => String, { description: 'Demands and circumstances, at most 4 000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Uploaded files that were checked and found clean.' })
  fileIds?: string[] | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingAnswerClaimInput', { description: 'An answer to a claim.' })
export class ByLeasingAnswerClaimInput {
  @Field(() => ID, { description: 'Which claim.' })
  claimId!: string;

  @Field(() => ClaimAnswerEnum, { description: 'Whether it is accepted.' })
  answer!: ClaimAnswer;

  @Field(() => String, { nullable: true, description: 'Reasons; asked of what is not accepted.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingOpenDisputeInput', { description: 'A dispute.' })
export class ByLeasingOpenDisputeInput {
  @Field(() => ID, { description: 'With which client.' })
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'The claim that went before.' })
  claimId?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingMoveDisputeInput', { description: 'Where a dispute is taken.' })
export class ByLeasingMoveDisputeInput {
  @Field(() => ID, { description: 'Which dispute.' })
  disputeId!: string;

  @Field(() => DisputeStepEnum, { description: 'Where to.' })
  to!: keyof typeof DisputeStepEnum;

  @Field(() => ID, { nullable: true, description: 'The claim that went before, where none is linked yet.' })
  claimId?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingClaimPayload', { description: 'What became of a claim.' })
export class ByLeasingClaimPayload {
  @Field(() => ByLeasingClaim, { nullable: true, description: 'The claim; null when refused.' })
  claim!: ByLeasingClaim | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingDisputePayload', { description: 'What became of a dispute.' })
export class ByLeasingDisputePayload {
  @Field(() => ID, { nullable: true, description: 'The dispute; null when refused.' })
  disputeId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

export function toClaim(record: ClaimRecord, globalId: (type: string, id: string) => string): ByLeasingClaim {
  const { id, number, sender, contractNumber, state, receivedOn, answerDueOn, answer, answeredAt, fileIds } = record;
  return {
    __typename: 'ByLeasingClaim',
    id: globalId('ByLeasingClaim', id),
    record,
    number,
    sender,
    contractNumber,
    state,
    receivedOn: Temporal.PlainDate.from(receivedOn),
    answerDueOn: Temporal.PlainDate.from(answerDueOn),
    answer,
    answeredAt,
    fileIds: fileIds.map((file) => globalId('File', file)),
  };
}
