import { type CommandResult, defineCommand, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { promoteFirst } from './queue-deliveries';
import { findAndLockWebhook } from './webhook.record';

export interface ResendDeliveries {
  readonly webhookId: string;
  /** Row ids of dead letters; null: all of the endpoint. */
  readonly deliveryIds: readonly string[] | null;
}

export interface ResendDeliveriesResult extends CommandResult {
  readonly resent?: number;
}

// They keep their order among themselves, and go behind what waits already.
const backInLine = statement<{ orderKey: string }>(
  'webhook_delivery_back_in_line',
  `update core.webhook_delivery as d
   set status = 'WAITING', seq = chosen.seq, first_attempt_at = null, failure = null, finished_at = null, next_attempt_at = $3
   from (
     select id, nextval('core.webhook_delivery_seq') as seq from (
       select id from core.webhook_delivery
       where webhook_id = $1 and status = 'DEAD_LETTER' and body_enc is not null and kind <> 'TEST' and ($2::uuid[] is null or id = any($2))
       order by seq for update
     ) as dead
   ) as chosen
   where d.id = chosen.id returning d.order_key as "orderKey"`,
);

/** Sends dead letters again, with the same bodies and ids, for another three days. */
export const resendDeliveries = defineCommand<ResendDeliveries, ResendDeliveriesResult>({
  name: 'resendWebhookDeliveries',
  emits: [],
  async run({ webhookId, deliveryIds }, context) {
    const { transaction, lender, now } = context;
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    const at = new Date(now.epochMilliseconds);
    const resent = await transaction.query(backInLine, [webhookId, deliveryIds, at]);
    if (resent.length === 0) throw new Refusal([formFinding('WEBHOOK_NOTHING_TO_RESEND', ['input', 'deliveryIds'])]);
    await promoteFirst(transaction, { lenderId: lender.id, webhookId, now: at }, [...new Set(resent.map(({ orderKey }) => orderKey))]);
    context.audit({ webhook: webhookId, resent: resent.length });
    return { resent: resent.length };
  },
});
