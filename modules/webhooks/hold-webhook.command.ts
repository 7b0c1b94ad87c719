import type { Facts } from '../../schema/base';
import { type CommandResult, defineCommand } from '../commands';
import { statement } from '../database';
import { findAndLockWebhook } from './webhook.record';
import { tellOwner } from './webhook-notice';

export interface HoldWebhook {
  readonly webhookId: string;
  /** Why its events wait; null: they flow again. */
  readonly problem: { readonly code: string; readonly facts: Facts } | null;
}

const writeProblem = statement<never>(
  'webhook_write_problem',
  'update core.webhook set problem = $2, problem_facts = $3, problem_since = $4, feeding_until = null where id = $1',
);

/** Writes down why an endpoint's events wait, or that they no longer do, and tells of it once. */
export const holdWebhook = defineCommand<HoldWebhook, CommandResult>({
  name: 'job:holdWebhook',
  emits: ['WebhookHeld', 'WebhookReleased'],
  async run({ webhookId, problem }, context) {
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook || webhook.problem === (problem?.code ?? null)) return {};
    const since = problem ? new Date(context.now.epochMilliseconds) : null;
    await context.transaction.query(writeProblem, [
      webhookId,
      problem?.code ?? null,
      problem ? JSON.stringify(problem.facts) : null,
      since,
    ]);
    const subject = { type: 'Webhook', id: webhookId };
    if (!problem) {
      context.emit({ type: 'WebhookReleased', subject, payload: { webhookId } });
      return {};
    }
    context.emit({ type: 'WebhookHeld', subject, payload: { webhookId, problem: problem.code } });
    await tellOwner(context, webhook, 'HELD', { problem: problem.code });
    return {};
  },
});
