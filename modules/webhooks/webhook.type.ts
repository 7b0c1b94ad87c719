import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CursorScalar, connectionOf, DateTimeScalar, enumOf, JSONObjectScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { encodeCursor } from '../events';
import { type DisabledReason, disabledReasons, type WebhookStatus, webhookStatuses } from './webhook.entity';
import type { WebhookRecord } from './webhook.record';
import { type ReplayStatus, replayStatuses } from './webhook-replay.entity';

export const WebhookStatusEnum = enumOf(webhookStatuses.filter((status) => status !== 'DELETED'));
registerEnumType(WebhookStatusEnum, {
  name: 'WebhookStatus',
  description: 'State of an endpoint.',
  valuesConfig: {
    ACTIVE: { description: 'Events are delivered.' },
    PAUSED: { description: 'Events wait in the log for `resumeWebhook`.' },
    DISABLED: { description: 'The gateway stopped delivering; events wait in the log for `resumeWebhook`.' },
  },
});

export const DisabledReasonEnum = enumOf(disabledReasons);
registerEnumType(DisabledReasonEnum, {
  name: 'WebhookDisabledReason',
  description: 'Why the gateway stopped delivering to an endpoint.',
  valuesConfig: {
    GONE: { description: 'It answered 410.' },
    FAILING: { description: 'It failed for five days without one success.' },
  },
});

export const ReplayStatusEnum = enumOf(replayStatuses);
registerEnumType(ReplayStatusEnum, {
  name: 'WebhookReplayStatus',
  description: 'State of a replay.',
  valuesConfig: {
    RUNNING: { description: 'Deliveries are being queued.' },
    DONE: { description: 'All deliveries are queued.' },
    FAILED: { description: 'It ended early; `failure` says why.' },
  },
});

@Scoped('parent')
@ObjectType('WebhookProblem', { description: 'Why an endpoint’s events wait.' })
export class WebhookProblemType {
  @Field(() => String, { description: 'Code of the one list of error codes.' })
  code!: string;

  @Field(() => String, { description: 'What to do, in your language.' })
  message!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;
}

@Scoped('parent')
@ObjectType('WebhookKey', { description: 'What deliveries are signed by. Its secret was shown once, when it was made.' })
export class WebhookKeyType {
  @Field(() => String, { description: 'Id of the key, `kid` in the published set.' })
  kid!: string;

  @Field(() => String, { description: 'Public key of `v1a` signatures: `whpk_` and 32 bytes of Ed25519 in base64.' })
  publicKey!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it signs beside its successor; null: it is the present key.' })
  expiresAt!: Date | null;
}

@Scoped('parent')
@ObjectType('WebhookBacklog', { description: 'What an endpoint has still to get.' })
export class WebhookBacklogType {
  @Field(() => Int, { description: 'Deliveries that are being sent or tried again, one of each application at most.' })
  due!: number;

  @Field(() => Int, { description: 'Deliveries behind an earlier one of their application.' })
  waiting!: number;

  @Field(() => Int, { description: 'Deliveries that were given up; `resendWebhookDeliveries` sends them again.' })
  deadLetters!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the oldest open delivery was queued.' })
  oldestAt!: Date | null;

  @Field(() => Int, { description: 'Events of the log, of any kind, after the endpoint’s place.' })
  eventsBehind!: number;
}

@Scoped('parent')
@ObjectType('WebhookReplay', { description: 'A range of the log that an endpoint gets once more (повтор).' })
export class WebhookReplayType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ReplayStatusEnum, { description: 'State of the replay.' })
  status!: ReplayStatus;

  @Field(() => Int, { description: 'Deliveries queued so far.' })
  queued!: number;

  @Field(() => String, { nullable: true, description: 'Code of why it ended early.' })
  failure!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last delivery was queued.' })
  finishedAt!: Date | null;
}

@Scoped('webhooks:read')
@ObjectType('Webhook', {
  implements: Node,
  description: 'A partner’s endpoint that events are delivered to, each as the result of the partner’s own document (точка доставки).',
})
export class Webhook extends Node {
  readonly __typename = 'Webhook' as const;
  readonly row!: WebhookRecord;

  @Field(() => String, { description: 'Where deliveries go.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What the owner says of it.' })
  description!: string | null;

  @Field(() => String, { description: 'Kind and subject of who registered it, such as `PARTNER:acme`.' })
  owner!: string;

  @Field(() => WebhookStatusEnum, { description: 'State of the endpoint.' })
  status!: Exclude<WebhookStatus, 'DELETED'>;

  @Field(() => DisabledReasonEnum, { nullable: true, description: 'Why the gateway stopped delivering.' })
  disabledReason!: DisabledReason | null;

  @Field(() => String, { description: 'Subscription that each event is run through.' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Which operation of the document.' })
  operationName!: string | null;

  @Field(() => JSONObjectScalar, { description: 'Variables of the document.' })
  variables!: Readonly<Record<string, unknown>>;

  @Field(() => [String], { nullable: true, description: 'Only events of these types; null: whatever the document asks for.' })
  eventTypes!: readonly string[] | null;

  @Field(() => String, { description: 'Version of the API that it was registered for.' })
  apiVersion!: string;

  @Field(() => CursorScalar, { description: 'Its place: every event up to here is queued, or was none of its own.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last took a delivery.' })
  lastSuccessAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when every attempt failed; after five days it is disabled.' })
  failingSince!: Date | null;
}

export const webhookConnection = connectionOf(Webhook, 'Webhook');

/** The GraphQL object of a row. */
export function toWebhook(row: WebhookRecord): Webhook {
  const { id, epoch, position, eventId, status, ownerKind, owner } = row;
  return {
    __typename: 'Webhook',
    id: toGlobalId('Webhook', id),
    row,
    url: row.url,
    description: row.description,
    owner: `${ownerKind}:${owner}`,
    status: status as Webhook['status'],
    disabledReason: row.disabledReason,
    document: row.document,
    operationName: row.operationName,
    variables: row.variables,
    eventTypes: row.eventTypes,
    apiVersion: row.apiVersion,
    cursor: encodeCursor({ epoch, pos: Number(position), id: eventId }),
    createdAt: row.createdAt,
    lastSuccessAt: row.lastSuccessAt,
    failingSince: row.failingSince,
  };
}
