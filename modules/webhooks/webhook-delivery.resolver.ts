import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { fieldCipherPort } from '../database';
import { findWebhook, mayReadBodies } from './webhook.record';
import { toWebhook, Webhook } from './webhook.type';
import type { DeliveryStatus } from './webhook-delivery.entity';
import {
  attemptsByDelivery,
  bodyByDelivery,
  type DeliveryRecord,
  deliveryById,
  deliveryPageKey,
  deliveryPages,
  openBody,
  toAttempt,
} from './webhook-delivery.record';
import { DeliveryStatusEnum, deliveryConnection, toDelivery, WebhookAttemptType, WebhookDelivery } from './webhook-delivery.type';

@ArgsType()
class DeliveryArgs extends PageArgs {
  @Field(() => DeliveryStatusEnum, { nullable: true, description: 'Only deliveries in this state, such as `DEAD_LETTER`.' })
  status?: DeliveryStatus | null;
}

@Resolver(() => Webhook)
export class WebhookDeliveriesResolver {
  @FieldResolver(() => deliveryConnection.Connection, { description: 'Deliveries, the newest first (доставки).' })
  @Scoped('webhooks:read')
  deliveries(@Root() { row }: Webhook, @Args(() => DeliveryArgs) args: DeliveryArgs, @Ctx() { loaders }: GraphContext) {
    return deliveryConnection.page<DeliveryRecord>(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => loaders.list(deliveryPages, deliveryPageKey(row.id, args.status ?? null, bound, limit)),
      positionOf: ({ createdAt, id }) => ({ at: createdAt, id }),
      toNode: toDelivery,
    });
  }
}

/** A delivery by its row id; null when there is none for this caller. */
export async function findDelivery(context: GraphContext, id: string): Promise<WebhookDelivery | null> {
  const record = await context.loaders.one(deliveryById, id);
  return record && (await findWebhook(context, record.webhookId)) ? toDelivery(record) : null;
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @FieldResolver(() => Webhook, { nullable: true, description: 'The endpoint; null when it was deleted.' })
  async webhook(@Root() { record }: WebhookDelivery, @Ctx() context: GraphContext): Promise<Webhook | null> {
    const row = await findWebhook(context, record.webhookId);
    return row && toWebhook(row);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is sent, byte by byte; null after 30 days, and for whoever does not hold the scopes that the document needs.',
  })
  async body(@Root() { record }: WebhookDelivery, @Ctx() context: GraphContext): Promise<string | null> {
    if (!(await maySee(record, context))) return null;
    return openBody(context.ports.get(fieldCipherPort), await context.loaders.one(bodyByDelivery, record.id));
  }

  @FieldResolver(() => [WebhookAttemptType], { description: 'Attempts, the first one first.' })
  async attempts(@Root() { record }: WebhookDelivery, @Ctx() context: GraphContext): Promise<WebhookAttemptType[]> {
    const [rows, withExchange] = await Promise.all([context.loaders.list(attemptsByDelivery, record.id), maySee(record, context)]);
    return rows.map((row) => toAttempt(context.ports.get(fieldCipherPort), row, withExchange));
  }
}

async function maySee({ webhookId }: DeliveryRecord, context: GraphContext): Promise<boolean> {
  const webhook = await findWebhook(context, webhookId);
  return webhook !== null && mayReadBodies(context.caller, webhook);
}
