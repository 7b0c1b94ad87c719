import { type CommandResult, defineCommand } from '../commands';
import { statement } from '../database';
import type { DisabledReason } from './webhook.entity';
import { findAndLockWebhook } from './webhook.record';
import { tellOwner } from './webhook-notice';

export interface DisableWebhook {
  readonly webhookId: string;
  readonly reason: DisabledReason;
}

const setDisabled = statement<never>(
  'webhook_set_disabled',
  "update core.webhook set status = 'DISABLED', disabled_reason = $2, feeding_until = null where id = $1",
);

/** Stops deliveries to an endpoint that is gone or failed for too long. Events and open deliveries wait for its owner. */
export const disableWebhook = defineCommand<DisableWebhook, CommandResult>({
  name: 'job:disableWebhook',
  emits: ['WebhookDisabled'],
  async run({ webhookId, reason }, context) {
    const webhook = await findAndLockWebhook(context, webhookId);
    if (webhook?.status !== 'ACTIVE') return {};
    await context.transaction.query(setDisabled, [webhookId, reason]);
    context.emit({ type: 'WebhookDisabled', subject: { type: 'Webhook', id: webhookId }, payload: { webhookId, reason } });
    await tellOwner(context, webhook, reason);
    return {};
  },
});
