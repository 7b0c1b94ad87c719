import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { keyOf, rowIdOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { fieldCipherPort } from '../database';
import { resolveCursor } from '../events';
import { executionErrors } from '../execution';
import { type Finding, formFinding } from '../rules';
import { apiVersions, presentApiVersion } from './api-version';
import { isRefused, judgeSettings } from './judge-settings';
import { revealSecret } from './keys';
import { type RegisterWebhookResult, registerWebhook } from './register-webhook.command';
import { rotateSecret } from './rotate-secret.command';
import { secretText } from './signature';
import { updateWebhook } from './update-webhook.command';
import { RegisterWebhookInput, RotateWebhookSecretInput, UpdateWebhookInput } from './webhook.input';
import { WebhookPayload, WebhookSecretPayload } from './webhook.payload';
import { findWebhook, isOwner } from './webhook.record';
import { toWebhook } from './webhook.type';
import { noticeAad } from './webhook-notice';

const refusal = (findings: readonly Finding[]) => ({ webhook: null, secret: null, findings });

/** What only who registered an endpoint may do: say what it gets, where and by which keys. */
@Resolver()
export class WebhookOwnerResolver {
  @Mutation(() => WebhookSecretPayload, {
    description: 'Registers an endpoint that events are delivered to, signed by keys of its own (регистрация точки доставки).',
  })
  @Scoped('webhooks:write')
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput, { description: 'Where and what.' }) input: RegisterWebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookSecretPayload> {
    if (!context.lender) throw executionErrors.error('LENDER_REQUIRED');
    const apiVersion = input.apiVersion ?? presentApiVersion;
    if (!apiVersions.some((known) => known === apiVersion)) {
      const facts = { version: apiVersion.slice(0, 100), known: apiVersions.join(', ') };
      return refusal([formFinding('WEBHOOK_API_VERSION_UNKNOWN', ['input', 'apiVersion'], facts)]);
    }
    const settings = await judgeSettings(
      {
        url: input.url,
        description: input.description ?? null,
        noticeEmail: input.noticeEmail ?? null,
        document: input.document,
        operationName: input.operationName ?? null,
        variables: input.variables ?? {},
        eventTypes: input.eventTypes ?? null,
      },
      context,
    );
    if (isRefused(settings)) return refusal(settings);
    const start = input.after == null ? null : await resolveCursor(context.database, input.after);
    return this.answer(await context.execute(registerWebhook, { ...settings, apiVersion, start }, keyOf(input)), context);
  }

  @Mutation(() => WebhookPayload, { description: 'Changes an endpoint. Its document then runs with the rights of this request’s caller.' })
  @Scoped('webhooks:write')
  async updateWebhook(
    @Arg('input', () => UpdateWebhookInput, { description: 'What is to be different.' }) input: UpdateWebhookInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookPayload> {
    const webhookId = rowIdOf('Webhook', input.webhookId);
    const row = await findWebhook(context, webhookId);
    if (!row) return refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    if (!isOwner(context.caller, row)) return refusal([formFinding('WEBHOOK_OWNER_ONLY', ['input', 'webhookId'])]);
    const email = row.noticeEmailEnc && context.ports.get(fieldCipherPort).decrypt(row.noticeEmailEnc, noticeAad(row.lenderId, row.id));
    const kept = <T>(given: T | null | undefined, present: T): T => given ?? present;
    const emptied = <T>(given: T | null | undefined, present: T | null): T | null => (given === undefined ? present : given);
    const settings = await judgeSettings(
      {
        url: kept(input.url, row.url),
        description: emptied(input.description, row.description),
        noticeEmail: emptied(input.noticeEmail, email?.toString('utf8') ?? null),
        document: kept(input.document, row.document),
        operationName: emptied(input.operationName, row.operationName),
        variables: emptied(input.variables, row.variables) ?? {},
        eventTypes: emptied(input.eventTypes, row.eventTypes),
      },
      context,
    );
    if (isRefused(settings)) return refusal(settings);
    return this.answer(await context.execute(updateWebhook, { ...settings, webhookId }, keyOf(input)), context);
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'Gives an endpoint new keys; for a while the old ones sign beside them, so that the change needs no appointment.',
  })
  @Scoped('webhooks:write')
  async rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, { description: 'The endpoint.' }) input: RotateWebhookSecretInput,
    @Ctx() context: GraphContext,
  ): Promise<WebhookSecretPayload> {
    const wanted = { webhookId: rowIdOf('Webhook', input.webhookId), overlapHours: input.overlapHours ?? 24 };
    return this.answer(await context.execute(rotateSecret, wanted, keyOf(input)), context);
  }

  /** The secret is read here and not in the command, whose result is kept for repeats of the request. */
  private async answer({ webhookId, keyId, findings }: RegisterWebhookResult, context: GraphContext): Promise<WebhookSecretPayload> {
    const row = webhookId ? await findWebhook(context, webhookId) : null;
    const secret = row && keyId ? await revealSecret(context.database, context.ports.get(fieldCipherPort), row.lenderId, keyId) : null;
    return { webhook: row && toWebhook(row), secret: secret && secretText(secret), findings: findings ?? [] };
  }
}
