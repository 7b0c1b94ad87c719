import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { MoneyType } from '../money';
import { type PaymentStatus, paymentStatuses } from './payment.entity';
import type { PaymentRecord } from './payment.record';

export const PaymentStatusEnum = Object.fromEntries(paymentStatuses.map((status) => [status, status])) as { [S in PaymentStatus]: S };

registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'State of money that came in.',
  valuesConfig: {
    BOOKED: { description: 'It counts in the ledger.' },
    REVERSED: { description: 'It turned out not to have been a payment; the ledger was recalculated without it.' },
  },
});

@Scoped('contracts:read')
@ObjectType('Payment', {
  implements: Node,
  description: 'Money that came in under a contract (платёж). How it was split stands in the ledger.',
})
export class Payment extends Node {
  readonly __typename = 'Payment' as const;
  readonly contractRowId!: string;

  @Field(() => PaymentStatusEnum, { description: 'Whether it counts.' })
  status!: PaymentStatus;

  @Field(() => MoneyType, { description: 'The sum that came in.' })
  amount!: MoneyType;

  @Field(() => LocalDateScalar, { description: 'The lender’s calendar day from which it counts (дата зачисления).' })
  paidOn!: string;

  @Field(() => String, { description: 'Where it comes from: `CLIENT`, or a code of the plugin’s own.' })
  source!: string;

  @Field(() => String, { description: 'The id that the payer’s side gave it.' })
  externalId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null unless it was.' })
  reversedAt!: Date | null;
}

export const paymentConnection = connectionOf(Payment, 'Payment');

/** The GraphQL object of a row. */
export function toPayment({ id, contractId, amount, currency, clientId: _, reversalReason: __, ...shown }: PaymentRecord): Payment {
  return { ...shown, __typename: 'Payment', id: toGlobalId('Payment', id), contractRowId: contractId, amount: { amount, currency } };
}
