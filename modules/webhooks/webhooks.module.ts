import { contribute, defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { eventReaderSources } from '../events';
import { CreateWebhooks1700000001800 } from './create-webhooks.migration';
import { webhookReaders } from './reader-source';
import { WebhookEntity } from './webhook.entity';
import { findWebhook } from './webhook.record';
import { WebhookResolver } from './webhook.resolver';
import { toWebhook } from './webhook.type';
import { WebhookAttemptEntity } from './webhook-attempt.entity';
import { WebhookDeliveryEntity } from './webhook-delivery.entity';
import { findDelivery, WebhookDeliveriesResolver, WebhookDeliveryResolver } from './webhook-delivery.resolver';
import { webhookEventTypes } from './webhook-events';
import { WebhookKeyEntity } from './webhook-key.entity';
import { WebhookOperationsResolver } from './webhook-operations.resolver';
import { WebhookOwnerResolver } from './webhook-owner.resolver';
import { WebhookReplayEntity } from './webhook-replay.entity';
import { webhookErrors } from './webhooks.errors';

export const webhooksModule = defineModule({
  id: 'webhooks',
  requires: ['events', 'lenders', 'notifications'],
  entities: [WebhookEntity, WebhookKeyEntity, WebhookDeliveryEntity, WebhookAttemptEntity, WebhookReplayEntity],
  migrations: [CreateWebhooks1700000001800],
  resolvers: [WebhookResolver, WebhookDeliveriesResolver, WebhookDeliveryResolver, WebhookOwnerResolver, WebhookOperationsResolver],
  errors: [webhookErrors],
  eventTypes: webhookEventTypes,
  contributions: [contribute(eventReaderSources, webhookReaders)],
  nodes: [
    {
      type: 'Webhook',
      load: async (context: GraphContext, id) => {
        const row = await findWebhook(context, id);
        return row && toWebhook(row);
      },
    },
    { type: 'WebhookDelivery', load: findDelivery },
  ],
});
