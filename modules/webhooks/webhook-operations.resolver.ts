import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { keyOf, rowIdOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { resolveCursor } from '../events';
import { formFinding } from '../rules';
import { replayWebhook } from './replay-webhook.command';
import { resendDeliveries } from './resend-deliveries.command';
import { deleteWebhook, pauseWebhook, resumeWebhook, type WebhookChanged } from './switch-webhook.command';
import { testWebhook } from './test-webhook.command';
import { ReplayWebhookInput, ResendWebhookDeliveriesInput, ResumeWebhookInput, WebhookInput } from './webhook.input';
import { ReplayWebhookPayload, ResendWebhookDeliveriesPayload, TestWebhookPayload, WebhookPayload } from './webhook.payload';
import { findWebhook } from './webhook.record';
import { replayById, toReplay } from './webhook.resolver';
import { toWebhook } from './webhook.type';
import { deliveryById } from './webhook-delivery.record';
import { toDelivery } from './webhook-delivery.type';

/** What owners do with their endpoints, and operators with any of the lender. */
@Resolver()
export class WebhookOperationsResolver {
  @Mutation(() => WebhookPayload, { description: 'Stops deliveries to an endpoint; what happens meanwhile waits in the log.' })
  @Scoped('webhooks:write')
  async pauseWebhook(
    @Arg('input', () => WebhookInput, { description: 'The endpoint.' }) input: WebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookPayload> {
    return this.changed(await context.execute(pauseWebhook, { webhookId: rowIdOf('Webhook', input.webhookId) }, keyOf(input)), context);
  }

  @Mutation(() => WebhookPayload, {
    description: 'Goes on where an endpoint stopped, or elsewhere in the log. Open deliveries get another three days.',
  })
  @Scoped('webhooks:write')
  async resumeWebhook(
    @Arg('input', () => ResumeWebhookInput, { description: 'The endpoint.' }) input: ResumeWebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookPayload> {
    if (input.after != null && input.fromNow)
      return { webhook: null, findings: [formFinding('WEBHOOK_START_UNCLEAR', ['input', 'fromNow'])] };
    const start = input.after != null ? await resolveCursor(context.database, input.after) : input.fromNow ? 'NOW' : null;
    const wanted = { webhookId: rowIdOf('Webhook', input.webhookId), start };
    return this.changed(await context.execute(resumeWebhook, wanted, keyOf(input)), context);
  }

  @Mutation(() => WebhookPayload, { description: 'Ends an endpoint: its keys are destroyed, what was not delivered is given up.' })
  @Scoped('webhooks:write')
  async deleteWebhook(
    @Arg('input', () => WebhookInput, { description: 'The endpoint.' }) input: WebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookPayload> {
    return this.changed(await context.execute(deleteWebhook, { webhookId: rowIdOf('Webhook', input.webhookId) }, keyOf(input)), context);
  }

  @Mutation(() => TestWebhookPayload, {
    description: 'Sends a signed delivery without an event, once, in whatever state the endpoint is (проверка).',
  })
  @Scoped('webhooks:write')
  async testWebhook(
    @Arg('input', () => WebhookInput, { description: 'The endpoint.' }) input: WebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<TestWebhookPayload> {
    const result = await context.execute(testWebhook, { webhookId: rowIdOf('Webhook', input.webhookId) }, keyOf(input));
    const row = result.deliveryId ? await context.loaders.one(deliveryById, result.deliveryId) : null;
    return { delivery: row && toDelivery(row), findings: result.findings ?? [] };
  }

  @Mutation(() => ReplayWebhookPayload, {
    description: 'Delivers a range of the log once more, under the ids that the events had, after what waits already (повтор).',
  })
  @Scoped('webhooks:write')
  async replayWebhook(
    @Arg('input', () => ReplayWebhookInput, { description: 'The endpoint and the range.' }) input: ReplayWebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<ReplayWebhookPayload> {
    const { after = null, through = null, from, to } = input;
    const range = { after, through, from: from?.epochMilliseconds ?? null, to: to?.epochMilliseconds ?? null };
    const result = await context.execute(replayWebhook, { webhookId: rowIdOf('Webhook', input.webhookId), ...range }, keyOf(input));
    const row = result.replayId ? await context.loaders.one(replayById, result.replayId) : null;
    return { replay: row && toReplay(row), findings: result.findings ?? [] };
  }

  @Mutation(() => ResendWebhookDeliveriesPayload, {
    description: 'Sends dead letters again, with the bodies and ids that they had, for another three days.',
  })
  @Scoped('webhooks:write')
  async resendWebhookDeliveries(
    @Arg('input', () => ResendWebhookDeliveriesInput, { description: 'The endpoint and its dead letters.' })
    input: ResendWebhookDeliveriesInput,
    @Ctx() context: GraphContext,
  ): Promise<ResendWebhookDeliveriesPayload> {
    const deliveryIds = input.deliveryIds?.map((id) => rowIdOf('WebhookDelivery', id)) ?? null;
    const wanted = { webhookId: rowIdOf('Webhook', input.webhookId), deliveryIds };
    const result = await context.execute(resendDeliveries, wanted, keyOf(input));
    return { resent: result.resent ?? null, findings: result.findings ?? [] };
  }

  private async changed({ webhookId, findings }: WebhookChanged, context: GraphContext): Promise<WebhookPayload> {
    const row = webhookId ? await findWebhook(context, webhookId) : null;
    return { webhook: row && toWebhook(row), findings: findings ?? [] };
  }
}
