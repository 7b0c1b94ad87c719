import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Contract, ContractTermsType } from '../../../modules/contracts';
import { EventNotice } from '../../../modules/events';
import { MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { connectionOf, DateTimeScalar, KEY_DESCRIPTION, LocalDateScalar, Node, Scoped } from '../../../schema/base';
import { ProlongationActionEnum, ProlongationStatusEnum } from '../account-request/request.types';
import type { ProlongationAction, ProlongationStatus } from '../account-request/request-status';
import type { ProlongationRecord } from './prolongation.record';

@Scoped('contracts:read')
@ObjectType('RuMfoProlongation', { implements: Node, description: 'A change of the term of a running contract (пролонгация).' })
export class RuMfoProlongation extends Node {
  readonly __typename = 'RuMfoProlongation' as const;
  readonly record!: ProlongationRecord;

  @Field(() => ProlongationStatusEnum, { description: 'State of the prolongation.' })
  status!: ProlongationStatus;

  @Field(() => ProlongationActionEnum, { description: 'The button that began it.' })
  action!: ProlongationAction;

  @Field(() => Int, { description: 'Days by which the last day of the contract moves.' })
  days!: number;

  @Field(() => LocalDateScalar, { description: 'Last day of the contract before (прежний срок возврата).' })
  fromDueOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the contract by the offer (новый срок возврата).' })
  toDueOn!: string;

  @Field(() => MoneyType, {
    description:
      'What is to be paid before acceptance: the interest counted up to the request, where the rules ask for it (начисленные проценты).',
  })
  interestToPay!: MoneyType;

  @Field(() => ContractTermsType, { description: 'The terms that are offered, with their schedule.' })
  terms!: ContractTermsType;

  @Field(() => DateTimeScalar, { description: 'When it was asked for and offered.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the offer was accepted; null until then (акцепт).' })
  acceptedAt!: Date | null;
}

export const prolongationConnection = connectionOf(RuMfoProlongation, 'RuMfoProlongation');

@Scoped('parent')
@ObjectType('RuMfoProlongationPayload', { description: 'What became of a step of a prolongation.' })
export class RuMfoProlongationPayload {
  @Field(() => RuMfoProlongation, { nullable: true, description: 'The prolongation that stands; null when the step was refused.' })
  prolongation!: RuMfoProlongation | null;

  @Field(() => Contract, { nullable: true, description: 'Its contract.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RuMfoProlongationStatusChange', { description: 'A change of a prolongation’s state.' })
export class RuMfoProlongationStatusChange extends EventNotice {
  @Field(() => ProlongationStatusEnum, { nullable: true, description: 'State before; null for a new one.' })
  from!: ProlongationStatus | null;

  @Field(() => ProlongationStatusEnum, { description: 'State after this change; `prolongation` shows the present one.' })
  to!: ProlongationStatus;

  @Field(() => RuMfoProlongation, { nullable: true, description: 'The prolongation as it is now.' })
  prolongation!: RuMfoProlongation | null;
}

@InputType('RuMfoRequestProlongationInput', { description: 'A request to prolong a running contract (заявка на пролонгацию).' })
export class RuMfoRequestProlongationInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => ProlongationActionEnum, { description: 'The button that was pressed.' })
  action!: ProlongationAction;

  @Field(() => Int, { description: 'By how many days, from the last day of the contract or, where that has passed, from today.' })
  days!: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoSignProlongationInput', {
  description: 'Accepts the offer by the code that was sent for its packet of documents, once the boxes are ticked (акцепт).',
})
export class RuMfoSignProlongationInput {
  @Field(() => ID, { description: 'Global id of the prolongation.' })
  prolongationId!: string;

  @Field(() => ID, { description: 'Id of the ceremony that `requestCode` answered for the packet.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code from the message (код).' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
