import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, KEY_DESCRIPTION, LocalDateScalar, Scoped } from '../../schema/base';
import { Contract } from '../contracts';
import { MoneyInput } from '../money';
import { type Finding, FindingType } from '../rules';
import { Payment } from './payment.type';

@InputType('RegisterPaymentInput', { description: 'Money that came in under a contract.' })
export class RegisterPaymentInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => MoneyInput, { description: 'The sum; more than zero, in the contract’s currency.' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The lender’s calendar day from which it counts, today at the latest; today without it (дата зачисления).',
  })
  paidOn?: Temporal.PlainDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment instead of the day, where that is what is known.' })
  paidAt?: Temporal.Instant | null;

  @Field(() => String, {
    description: 'The id that the payer’s side gave it: the same money is booked once. Up to 128 visible ASCII characters.',
  })
  externalId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ReversePaymentInput', { description: 'A payment that turned out not to have been one.' })
export class ReversePaymentInput {
  @Field(() => ID, { description: 'Global id of the payment.' })
  paymentId!: string;

  @Field(() => String, { description: 'Why; up to 200 characters, nothing personal.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RefundSurplusInput', { description: 'Names the contract whose surplus is to be given back.' })
export class RefundSurplusInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('PaymentPayload', { description: 'What became of a payment.' })
export class PaymentPayload {
  @Field(() => Payment, { nullable: true, description: 'The payment; null when it was refused.' })
  payment!: Payment | null;

  @Field(() => Contract, { nullable: true, description: 'The contract with its debt after it; null when it was refused.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
