import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contract } from '../../../modules/contracts';
import { MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { connectionOf, DateTimeScalar, KEY_DESCRIPTION, Node, Scoped } from '../../../schema/base';
import { MoneyRequestInput, SignRequestInput, TopUpStatusEnum } from '../account-request/request.types';
import type { TopUpStatus } from '../account-request/request-status';
import type { PayoutMethod } from '../application/loan-application.entity';
import { PayoutMethodEnum } from '../ru-mfo.types';
import type { TopUpRecord } from './top-up.record';

@Scoped('contracts:read')
@ObjectType('RuMfoTopUp', { implements: Node, description: 'An additional sum on a running contract (дополнительная сумма займа).' })
export class RuMfoTopUp extends Node {
  readonly __typename = 'RuMfoTopUp' as const;
  readonly record!: TopUpRecord;

  @Field(() => TopUpStatusEnum, { description: 'State of the request.' })
  status!: TopUpStatus;

  @Field(() => MoneyType, { description: 'The sum that was chosen.' })
  amount!: MoneyType;

  @Field(() => PayoutMethodEnum, { description: 'How the money is wanted (способ получения).' })
  payoutMethod!: PayoutMethod;

  @Scoped('clients:personal')
  @Field(() => String, { description: 'Where to, the last four digits.' })
  payoutMask!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its application was signed; null until then.' })
  signedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the money was provided; null until then.' })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Code of the settlement partner’s reason; null unless it failed.' })
  failure!: string | null;
}

export const topUpConnection = connectionOf(RuMfoTopUp, 'RuMfoTopUp');

@Scoped('parent')
@ObjectType('RuMfoTopUpPayload', { description: 'What became of a step of an additional sum.' })
export class RuMfoTopUpPayload {
  @Field(() => RuMfoTopUp, { nullable: true, description: 'The request that stands; null when the step was refused.' })
  topUp!: RuMfoTopUp | null;

  @Field(() => Contract, { nullable: true, description: 'Its contract.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@InputType('RuMfoRequestTopUpInput', { description: 'A request for an additional sum: «Получить дополнительную сумму» (заявление).' })
export class RuMfoRequestTopUpInput extends MoneyRequestInput {}

@InputType('RuMfoSignTopUpInput', {
  description: 'Signs and sends the application for an additional sum by the code that was sent for it.',
})
export class RuMfoSignTopUpInput extends SignRequestInput {
  @Field(() => ID, { description: 'Global id of the additional sum.' })
  topUpId!: string;
}

@InputType('RuMfoPayTopUpInput', { description: 'Orders the money of a signed application.' })
export class RuMfoPayTopUpInput {
  @Field(() => ID, { description: 'Global id of the additional sum.' })
  topUpId!: string;

  @Field(() => PayoutMethodEnum, { nullable: true, description: 'The way by which it is ordered; the application’s unless said.' })
  payoutMethod?: PayoutMethod | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoRefuseTopUpInput', { description: 'Refuses a signed application.' })
export class RuMfoRefuseTopUpInput {
  @Field(() => ID, { description: 'Global id of the additional sum.' })
  topUpId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
