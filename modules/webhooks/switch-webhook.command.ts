import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { statement } from '../database';
import { type LogPosition, readHead } from '../events';
import { formFinding } from '../rules';
import { pluginsInGraph } from './register-webhook.command';
import { findAndLockWebhook, type WebhookRecord } from './webhook.record';

export interface WebhookChanged extends CommandResult {
  readonly webhookId?: string;
}

const setPaused = statement<never>(
  'webhook_set_paused',
  "update core.webhook set status = 'PAUSED', disabled_reason = null, feeding_until = null where id = $1",
);
const setActive = statement<never>(
  'webhook_set_active',
  "update core.webhook set status = 'ACTIVE', disabled_reason = null, failing_since = null, plugins = $2, feeding_until = null where id = $1",
);
const setPlace = statement<never>(
  'webhook_set_place',
  'update core.webhook set epoch = $2, position = $3, event_id = $4, feeding_until = null where id = $1',
);
// A fresh start: the days of trying count from the next attempt on.
const tryAgainNow = statement<never>(
  'webhook_try_again_now',
  "update core.webhook_delivery set next_attempt_at = $2, first_attempt_at = null where webhook_id = $1 and status = 'DUE'",
);
const setDeleted = statement<never>(
  'webhook_set_deleted',
  "update core.webhook set status = 'DELETED', disabled_reason = null, problem = null, problem_facts = null, feeding_until = null where id = $1",
);
const forgetKeys = statement<never>('webhook_forget_keys', 'delete from core.webhook_key where webhook_id = $1');
const giveUpDeliveries = statement<never>(
  'webhook_give_up_deliveries',
  `update core.webhook_delivery set status = 'DEAD_LETTER', failure = 'DELETED', finished_at = $2
   where webhook_id = $1 and status in ('WAITING', 'DUE')`,
);
const endReplays = statement<never>(
  'webhook_end_replays',
  "update core.webhook_replay set status = 'FAILED', failure = 'DELETED', finished_at = $2 where webhook_id = $1 and status = 'RUNNING'",
);

async function lockOrRefuse(context: CommandContext, webhookId: string): Promise<WebhookRecord> {
  const webhook = await findAndLockWebhook(context, webhookId);
  if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
  context.audit({ webhook: webhookId, from: webhook.status });
  return webhook;
}

/** Stops deliveries; what happens meanwhile waits in the log. A disabled endpoint stays as it is. */
export const pauseWebhook = defineCommand<{ readonly webhookId: string }, WebhookChanged>({
  name: 'pauseWebhook',
  emits: [],
  async run({ webhookId }, context) {
    const webhook = await lockOrRefuse(context, webhookId);
    if (webhook.status === 'ACTIVE') await context.transaction.query(setPaused, [webhookId]);
    return { webhookId };
  },
});

export interface ResumeWebhook {
  readonly webhookId: string;
  /** Where to go on instead of the kept place; null: there. */
  readonly start: LogPosition | 'NOW' | null;
}

/** Goes on where the endpoint stopped, or from another place in the log. */
export const resumeWebhook = defineCommand<ResumeWebhook, WebhookChanged>({
  name: 'resumeWebhook',
  emits: [],
  async run({ webhookId, start }, context) {
    const { transaction, now, lender } = context;
    await lockOrRefuse(context, webhookId);
    // Whoever resumes takes the plugins as they are: events of those that are off are passed over.
    await transaction.query(setActive, [webhookId, pluginsInGraph(lender)]);
    await transaction.query(tryAgainNow, [webhookId, new Date(now.epochMilliseconds)]);
    const place = start === 'NOW' ? { ...(await readHead(transaction)), id: null } : start;
    if (place) await transaction.query(setPlace, [webhookId, place.epoch, place.pos, place.id]);
    return { webhookId };
  },
});

/** Ends an endpoint: its keys are destroyed, what was not delivered is given up. */
export const deleteWebhook = defineCommand<{ readonly webhookId: string }, WebhookChanged>({
  name: 'deleteWebhook',
  emits: [],
  async run({ webhookId }, context) {
    const { transaction, now } = context;
    await lockOrRefuse(context, webhookId);
    const at = new Date(now.epochMilliseconds);
    await transaction.query(setDeleted, [webhookId]);
    await transaction.query(forgetKeys, [webhookId]);
    await transaction.query(giveUpDeliveries, [webhookId, at]);
    await transaction.query(endReplays, [webhookId, at]);
    return { webhookId };
  },
});
