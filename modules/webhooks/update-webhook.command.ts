import { defineCommand, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { type RegisterWebhookResult, rowOf, type WebhookSettings } from './register-webhook.command';
import { findAndLockWebhook, isOwner } from './webhook.record';

export interface UpdateWebhook extends WebhookSettings {
  readonly webhookId: string;
}

const setRow = statement<never>(
  'webhook_update',
  `update core.webhook set url = $3, description = $4, notice_email_enc = $5, document = $6, operation_name = $7, variables = $8, event_types = $9,
     required_scopes = $10, scopes = $11, locale = $12, changed_at = $13, plugins = $14, feeding_until = null
   where lender_id = $1 and id = $2`,
);

/** Sets all that an owner may set. From then on the document runs with the rights that the caller holds now. */
export const updateWebhook = defineCommand<UpdateWebhook, RegisterWebhookResult>({
  name: 'updateWebhook',
  emits: [],
  async run({ webhookId, ...settings }, context) {
    const { transaction, lender, now, caller } = context;
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    if (!isOwner(caller, webhook)) throw new Refusal([formFinding('WEBHOOK_OWNER_ONLY', ['input', 'webhookId'])]);
    const row = rowOf(context, webhookId, settings);
    await transaction.query(setRow, [
      lender.id,
      webhookId,
      row.url,
      row.description,
      row.noticeEmailEnc,
      row.document,
      row.operationName,
      JSON.stringify(row.variables),
      row.eventTypes,
      row.requiredScopes,
      row.scopes,
      context.locale,
      new Date(now.epochMilliseconds),
      row.plugins,
    ]);
    context.audit({ webhook: webhookId });
    return { webhookId };
  },
});
