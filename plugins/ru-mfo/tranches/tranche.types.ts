import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contract } from '../../../modules/contracts';
import { EventNotice } from '../../../modules/events';
import { MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { connectionOf, DateTimeScalar, Node, Scoped } from '../../../schema/base';
import { MoneyRequestInput, RecalculationCaseEnum, SignRequestInput, TrancheStatusEnum } from '../account-request/request.types';
import type { TrancheStatus } from '../account-request/request-status';
import type { PayoutMethod } from '../application/loan-application.entity';
import { PayoutMethodEnum } from '../ru-mfo.types';
import type { RecalculationCase } from './recalculation';
import type { TrancheRecord } from './tranche.record';

@Scoped('contracts:read')
@ObjectType('RuMfoTranche', { implements: Node, description: 'Money asked for under a credit line (транш).' })
export class RuMfoTranche extends Node {
  readonly __typename = 'RuMfoTranche' as const;
  readonly record!: TrancheRecord;

  @Field(() => TrancheStatusEnum, { description: 'State of the tranche.' })
  status!: TrancheStatus;

  @Field(() => MoneyType, { description: 'The sum that was chosen (сумма транша).' })
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

  @Field(() => RecalculationCaseEnum, { nullable: true, description: 'What it did to the next obligatory payment; null until it is paid.' })
  recalculation!: RecalculationCase | null;

  @Field(() => String, { nullable: true, description: 'Name and version of the formula of that recalculation.' })
  formula!: string | null;
}

export const trancheConnection = connectionOf(RuMfoTranche, 'RuMfoTranche');

@Scoped('parent')
@ObjectType('RuMfoCreditLine', { description: 'How much may be owed at one moment under a contract (лимит кредитования).' })
export class RuMfoCreditLine {
  @Field(() => MoneyType, { description: 'The most that may be owed at one moment.' })
  limit!: MoneyType;

  @Field(() => MoneyType, { description: 'What of it is neither owed nor on its way out (доступный лимит).' })
  available!: MoneyType;
}

@Scoped('parent')
@ObjectType('RuMfoTranchePayload', { description: 'What became of a step of a tranche.' })
export class RuMfoTranchePayload {
  @Field(() => RuMfoTranche, { nullable: true, description: 'The tranche that stands; null when the step was refused.' })
  tranche!: RuMfoTranche | null;

  @Field(() => Contract, { nullable: true, description: 'Its contract.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RuMfoTrancheStatusChange', { description: 'A change of a tranche’s state.' })
export class RuMfoTrancheStatusChange extends EventNotice {
  @Field(() => TrancheStatusEnum, { nullable: true, description: 'State before; null for a new one.' })
  from!: TrancheStatus | null;

  @Field(() => TrancheStatusEnum, { description: 'State after this change; `tranche` shows the present one.' })
  to!: TrancheStatus;

  @Field(() => RuMfoTranche, { nullable: true, description: 'The tranche as it is now.' })
  tranche!: RuMfoTranche | null;
}

@InputType('RuMfoRequestTrancheInput', { description: 'A request for a tranche: «Получить новый транш» (заявление).' })
export class RuMfoRequestTrancheInput extends MoneyRequestInput {}

@InputType('RuMfoSignTrancheInput', { description: 'Signs the application for a tranche by the code that was sent for it.' })
export class RuMfoSignTrancheInput extends SignRequestInput {
  @Field(() => ID, { description: 'Global id of the tranche.' })
  trancheId!: string;
}
