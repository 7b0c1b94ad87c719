import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Document } from '../../../modules/documents';
import { MoneyType } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, LocalDateScalar, Scoped } from '../../../schema/base';

@Scoped('contracts:read')
@ObjectType('ByLeasingLeasedContract', { description: 'A leasing contract as the lender’s accounts have it (договор лизинга).' })
export class ByLeasingLeasedContract {
  /** Row id of the last statement. */
  readonly statementId!: string | null;

  @Field(() => ID, { description: 'Id of the contract here.' })
  id!: string;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was concluded.' })
  concludedOn!: string;

  @Field(() => Boolean, { description: 'Whether it is in force.' })
  active!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the next lease payment (дата платежа).' })
  nextPaymentOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The next lease payment (сумма платежа).' })
  nextPayment!: MoneyType | null;

  @Field(() => MoneyType, { description: 'The debt (задолженность).' })
  debt!: MoneyType;

  @Field(() => DateTimeScalar, { description: 'When the accounts stood so.' })
  asOf!: Date;
}

@InputType('ByLeasingRequestReconciliationInput', { description: 'A reconciliation statement (акт сверки).' })
export class ByLeasingRequestReconciliationInput {
  @Field(() => ID, { description: 'Of which contract.' })
  contractId!: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Last day; not after today.' })
  to!: Temporal.PlainDate;
}

@Scoped('parent')
@ObjectType('ByLeasingContractsPayload', { description: 'What the lender’s accounts answered.' })
export class ByLeasingContractsPayload {
  @Field(() => [ByLeasingLeasedContract], { nullable: true, description: 'The contracts; null when they could not be asked for.' })
  contracts!: ByLeasingLeasedContract[] | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ByLeasingReconciliationPayload', { description: 'A reconciliation statement that was made.' })
export class ByLeasingReconciliationPayload {
  @Field(() => Document, { nullable: true, description: 'The statement; null when there is none.' })
  statement!: Document | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
