import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { MoneyType } from '../money';
import { type TransferStatus, transferStatuses } from './transfer.entity';
import type { TransferRecord } from './transfer.record';

export const TransferStatusEnum = Object.fromEntries(transferStatuses.map((status) => [status, status])) as { [S in TransferStatus]: S };

registerEnumType(TransferStatusEnum, {
  name: 'TransferStatus',
  description: 'State of money that is paid out.',
  valuesConfig: {
    ORDERED: { description: 'Given to the partner; not yet known to have arrived.' },
    SETTLED: { description: 'The partner has paid it out.' },
    FAILED: { description: 'The partner refused it; another one may be ordered.' },
  },
});

@Scoped('contracts:read')
@ObjectType('Transfer', {
  implements: Node,
  description: 'Money paid out to the client: the loan’s sum, a further sum, a refund (перечисление).',
})
export class Transfer extends Node {
  readonly __typename = 'Transfer' as const;
  readonly contractRowId!: string | null;

  @Field(() => TransferStatusEnum, { description: 'State of the payment.' })
  status!: TransferStatus;

  @Field(() => String, { description: 'What it is for: `LOAN`, `REFUND`, or a purpose of the plugin’s own (назначение).' })
  purpose!: string;

  @Field(() => MoneyType, { description: 'The sum that is paid out.' })
  amount!: MoneyType;

  @Field(() => String, { description: 'Code of the way that the client chose, such as `BANK_ACCOUNT` (способ получения).' })
  method!: string;

  @Field(() => String, { nullable: true, description: 'Code of the partner that paid it out; null until then.' })
  partner!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the partner’s reason; null unless it failed.' })
  failure!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  orderedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the money was provided; null until then.' })
  settledAt!: Date | null;
}

/** The GraphQL object of a row. */
export function toTransfer({ id, contractId, amount, currency, ...shown }: TransferRecord): Transfer {
  return { ...shown, __typename: 'Transfer', id: toGlobalId('Transfer', id), contractRowId: contractId, amount: { amount, currency } };
}
