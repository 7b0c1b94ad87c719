import { defineCommand, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { addKeys } from './keys';
import type { RegisterWebhookResult } from './register-webhook.command';
import { findAndLockWebhook, isOwner } from './webhook.record';

export interface RotateSecret {
  readonly webhookId: string;
  /** How long the replaced keys sign beside the new ones. */
  readonly overlapHours: number;
}

const LONGEST_OVERLAP_HOURS = 168;

// Two live keys at most: a key that was replaced before signs no more.
const endEarlier = statement<never>(
  'webhook_end_earlier_keys',
  'update core.webhook_key set expires_at = $2 where webhook_id = $1 and expires_at > $2',
);
const endPresent = statement<never>(
  'webhook_end_present_key',
  'update core.webhook_key set expires_at = $2 where webhook_id = $1 and expires_at is null',
);

/** Gives an endpoint new keys; the old ones sign beside them for a while, so that its owner can change over. */
export const rotateSecret = defineCommand<RotateSecret, RegisterWebhookResult>({
  name: 'rotateWebhookSecret',
  emits: [],
  async run({ webhookId, overlapHours }, context) {
    const { transaction, now, caller } = context;
    if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS)
      throw new Refusal([formFinding('WEBHOOK_OVERLAP_INVALID', ['input', 'overlapHours'], { limit: LONGEST_OVERLAP_HOURS })]);
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    if (!isOwner(caller, webhook)) throw new Refusal([formFinding('WEBHOOK_OWNER_ONLY', ['input', 'webhookId'])]);
    await transaction.query(endEarlier, [webhookId, new Date(now.epochMilliseconds)]);
    await transaction.query(endPresent, [webhookId, new Date(now.add({ hours: overlapHours }).epochMilliseconds)]);
    const keyId = await addKeys(context, webhookId);
    context.audit({ webhook: webhookId, overlapHours });
    return { webhookId, keyId };
  },
});
