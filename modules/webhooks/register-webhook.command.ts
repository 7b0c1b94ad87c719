import { normalizeEmail } from '../clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { fieldCipherPort, statement, uuidv7 } from '../database';
import { readHead } from '../events';
import type { Lender } from '../lenders';
import { formFinding } from '../rules';
import { addKeys } from './keys';
import { WebhookEntity } from './webhook.entity';
import { noticeAad } from './webhook-notice';

/** What an owner sets, judged before the command: document and target by looking outside. */
export interface WebhookSettings {
  readonly url: string;
  readonly description: string | null;
  readonly noticeEmail: string | null;
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly eventTypes: readonly string[] | null;
  readonly requiredScopes: readonly string[];
}

export interface RegisterWebhook extends WebhookSettings {
  readonly apiVersion: string;
  /** Place in the log after which it begins; null: what is committed from now on. */
  readonly start: { readonly epoch: string; readonly pos: number; readonly id: string | null } | null;
}

export interface RegisterWebhookResult extends CommandResult {
  readonly webhookId?: string;
  readonly keyId?: string;
}

const MOST_WEBHOOKS = 20;
const LONGEST_DESCRIPTION = 500;

const oneAtATime = statement<never>('webhook_register_lock', 'select pg_advisory_xact_lock(hashtextextended($1, 18))');
const countOwn = statement<{ count: number }>(
  'webhook_count_own',
  "select count(*)::int as count from core.webhook where owner_kind = $1 and owner = $2 and status <> 'DELETED'",
);

/** Registers an endpoint for the caller, with keys of its own. */
export const registerWebhook = defineCommand<RegisterWebhook, RegisterWebhookResult>({
  name: 'registerWebhook',
  emits: [],
  async run(input, context) {
    const { transaction, lender, caller, now } = context;
    await transaction.query(oneAtATime, [`${lender.id}/${caller.kind}:${caller.subject}`]);
    const [own] = await transaction.query(countOwn, [caller.kind, caller.subject]);
    if (own!.count >= MOST_WEBHOOKS) throw new Refusal([formFinding('WEBHOOK_TOO_MANY', ['input'], { limit: MOST_WEBHOOKS })]);
    const id = uuidv7(now.epochMilliseconds);
    const at = new Date(now.epochMilliseconds);
    const start = input.start ?? { ...(await readHead(transaction)), id: null };
    await transaction.insert(WebhookEntity, {
      lenderId: lender.id,
      id,
      ownerKind: caller.kind,
      owner: caller.subject,
      locale: context.locale,
      ...rowOf(context, id, input),
      apiVersion: input.apiVersion,
      status: 'ACTIVE',
      epoch: start.epoch,
      position: String(start.pos),
      eventId: start.id,
      createdAt: at,
      changedAt: at,
    });
    const keyId = await addKeys(context, id);
    context.audit({ webhook: id });
    return { webhookId: id, keyId };
  },
});

/** Plugins whose events a lender's readers see. */
export const pluginsInGraph = ({ plugins }: Lender): string[] => [...plugins].filter(([, state]) => state !== 'DISABLED').map(([id]) => id);

/** The columns that an owner sets; the scopes are the caller's of this moment. @throws Refusal */
export function rowOf(context: CommandContext, id: string, settings: WebhookSettings) {
  const { noticeEmail, variables, eventTypes, description } = settings;
  const email = noticeEmail === null ? null : normalizeEmail(noticeEmail);
  if (noticeEmail !== null && !email) throw new Refusal([formFinding('WEBHOOK_EMAIL_INVALID', ['input', 'noticeEmail'])]);
  if ((description?.length ?? 0) > LONGEST_DESCRIPTION)
    throw new Refusal([formFinding('WEBHOOK_TEXT_TOO_LONG', ['input', 'description'], { limit: LONGEST_DESCRIPTION })]);
  return {
    url: settings.url,
    description,
    noticeEmailEnc: email ? context.ports.get(fieldCipherPort).encrypt(email, noticeAad(context.lender.id, id)) : null,
    document: settings.document,
    operationName: settings.operationName,
    variables: { ...variables },
    eventTypes: eventTypes && [...eventTypes],
    requiredScopes: [...settings.requiredScopes],
    scopes: [...context.caller.scopes],
    plugins: pluginsInGraph(context.lender),
  };
}
