import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { MoneyType } from '../money';
import type { ApplicationRecord } from './application.record';
import { type ApplicationChannel, applicationChannels } from './application-channel';
import { type ApplicationStatus, applicationStatuses } from './application-status';

/** The states as a GraphQL enum. */
export const ApplicationStatusEnum = Object.fromEntries(applicationStatuses.map((status) => [status, status])) as {
  [S in ApplicationStatus]: S;
};

registerEnumType(ApplicationStatusEnum, {
  name: 'ApplicationStatus',
  description: 'State of an application. The set is closed: plugins guard transitions and show stages of their own in their own field.',
  valuesConfig: {
    DRAFT: { description: 'Being filled in by the client.' },
    SUBMITTED: { description: 'Sent to the lender.' },
    IN_REVIEW: { description: 'The lender considers it.' },
    OFFERED: { description: 'Approved; the terms wait for the client’s acceptance.' },
    SIGNED: { description: 'Terms accepted; the money is not yet provided.' },
    CONCLUDED: { description: 'The contract is concluded.' },
    REFUSED: { description: 'Refused by the lender.' },
    EXPIRED: { description: 'A term ran out.' },
    WITHDRAWN: { description: 'Taken back by the client.' },
  },
});

/** The channels as a GraphQL enum. */
export const ApplicationChannelEnum = Object.fromEntries(applicationChannels.map((channel) => [channel, channel])) as {
  [C in ApplicationChannel]: C;
};

registerEnumType(ApplicationChannelEnum, {
  name: 'ApplicationChannel',
  description: 'Where an application came from.',
  valuesConfig: {
    PERSONAL_ACCOUNT: { description: 'The client made it in its own session (личный кабинет).' },
    OFFICE: { description: 'An officer made it for the client (офис).' },
  },
});

@Scoped('applications:read')
@ObjectType('Application', { implements: Node, description: 'What a client asks a lender for (заявка, анкета): a product, a sum, a term.' })
export class Application extends Node {
  readonly __typename = 'Application' as const;
  readonly rowId!: string;
  readonly clientRowId!: string;
  readonly pluginId!: string;

  @Field(() => String, { description: 'Short reference for people; unique for the lender.' })
  number!: string;

  @Field(() => ApplicationStatusEnum, { description: 'State of the application.' })
  status!: ApplicationStatus;

  @Field(() => String, { description: 'Code of the product, e.g. `plugin/product`.' })
  product!: string;

  @Field(() => MoneyType, { description: 'The sum that the client asks for (желаемая сумма).' })
  amount!: MoneyType;

  @Field(() => Int, { description: 'The term that the client asks for, in calendar days (срок).' })
  termDays!: number;

  @Field(() => ApplicationChannelEnum, { description: 'Where it came from.' })
  channel!: ApplicationChannel;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent to the lender.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it came into its present state.' })
  statusChangedAt!: Date;
}

export const applicationConnection = connectionOf(Application, 'Application');

/** The GraphQL object of a row. */
export function toApplication(row: ApplicationRecord): Application {
  return {
    __typename: 'Application',
    id: toGlobalId('Application', row.id),
    rowId: row.id,
    clientRowId: row.clientId,
    pluginId: row.pluginId,
    number: row.number,
    status: row.status,
    product: row.product,
    amount: { amount: row.amount, currency: row.currency },
    termDays: row.termDays,
    channel: row.channel,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    statusChangedAt: row.statusChangedAt,
  };
}
