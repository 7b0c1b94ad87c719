import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CursorScalar, connectionOf, DateTimeScalar, enumOf, Node, Scoped, toGlobalId } from '../../schema/base';
import { type DeliveryKind, type DeliveryStatus, deliveryKinds, deliveryStatuses } from './webhook-delivery.entity';
import type { DeliveryRecord } from './webhook-delivery.record';

export const DeliveryStatusEnum = enumOf(deliveryStatuses);
registerEnumType(DeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: 'State of a delivery.',
  valuesConfig: {
    WAITING: { description: 'Behind an earlier delivery of its application.' },
    DUE: { description: 'Being sent, or tried again at `nextAttemptAt`.' },
    DELIVERED: { description: 'The endpoint answered 2xx.' },
    DEAD_LETTER: { description: 'Given up after three days; `resendWebhookDeliveries` sends it again.' },
  },
});

export const DeliveryKindEnum = enumOf(deliveryKinds);
registerEnumType(DeliveryKindEnum, {
  name: 'WebhookDeliveryKind',
  description: 'Why something was delivered.',
  valuesConfig: {
    LIVE: { description: 'The event happened.' },
    REPLAY: { description: 'A replay asked for it once more.' },
    TEST: { description: 'A test: there is no event behind it.' },
  },
});

@Scoped('parent')
@ObjectType('WebhookHeader', { description: 'A header of a request or an answer.' })
export class WebhookHeaderType {
  @Field(() => String, { description: 'Name of the header in lower case.' })
  header!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@Scoped('parent')
@ObjectType('WebhookAttempt', { description: 'One attempt to deliver (попытка доставки).' })
export class WebhookAttemptType {
  @Field(() => Int, { description: 'From 1; a number is missing where a process ended before it knew what came of the attempt.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  at!: Date;

  @Field(() => Int, { description: 'Milliseconds that it took.' })
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the answer; null when none came.' })
  responseStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed: `TIMEOUT`, `UNREACHABLE`, `CERTIFICATE_REFUSED`, `REDIRECT`, `STATUS_…`, `HOST_UNKNOWN`, `ADDRESS_REFUSED`, `URL_INVALID`; null: delivered.',
  })
  failure!: string | null;

  @Field(() => [WebhookHeaderType], {
    nullable: true,
    description: 'Headers that were sent; null when they are no longer kept or you may not see them.',
  })
  requestHeaders!: readonly WebhookHeaderType[] | null;

  @Field(() => [WebhookHeaderType], { nullable: true, description: 'Headers of the answer; null as above.' })
  responseHeaders!: readonly WebhookHeaderType[] | null;

  @Field(() => String, { nullable: true, description: 'The answer’s first 64 KiB; null as above.' })
  responseBody!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer went on after that.' })
  responseBodyCut!: boolean | null;
}

@Scoped('webhooks:read')
@ObjectType('WebhookDelivery', {
  implements: Node,
  description: 'One event for one endpoint: what was sent and what came back (доставка).',
})
export class WebhookDelivery extends Node {
  readonly __typename = 'WebhookDelivery' as const;
  readonly record!: DeliveryRecord;

  @Field(() => String, { description: '`webhook-id` of every attempt: the event’s id, or this delivery’s for a test.' })
  messageId!: string;

  @Field(() => DeliveryKindEnum, { description: 'Why it is delivered.' })
  kind!: DeliveryKind;

  @Field(() => DeliveryStatusEnum, { description: 'State of the delivery.' })
  status!: DeliveryStatus;

  @Field(() => String, { description: 'Type of the event.' })
  type!: string;

  @Field(() => ID, { nullable: true, description: 'The event, for `node(id)`; null for a test.' })
  eventId!: string | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Place of the event in the log; null for a test.' })
  cursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the last failure; see `WebhookAttempt.failure`.' })
  failure!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was queued.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried next; null unless it is due.' })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered or given up.' })
  finishedAt!: Date | null;
}

export const deliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery');

/** The GraphQL object of a row. */
export function toDelivery(record: DeliveryRecord): WebhookDelivery {
  const { messageId, kind, status, type, cursor, failure, createdAt, finishedAt, eventId, nextAttemptAt } = record;
  return {
    __typename: 'WebhookDelivery',
    id: toGlobalId('WebhookDelivery', record.id),
    record,
    messageId,
    kind,
    status,
    type,
    eventId: eventId && toGlobalId('Event', eventId),
    cursor,
    failure,
    createdAt,
    nextAttemptAt: status === 'DUE' ? nextAttemptAt : null,
    finishedAt,
  };
}
