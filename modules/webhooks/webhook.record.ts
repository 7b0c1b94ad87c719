import type { Caller } from '../access';
import type { CommandContext, GraphContext } from '../commands';
import { listLoader, loader, statement } from '../database';
import type { WebhookEntity } from './webhook.entity';
import type { WebhookKeyEntity } from './webhook-key.entity';

/** An endpoint's row. Its secrets are rows of their own. */
export type WebhookRecord = WebhookEntity;

export const WEBHOOK_COLUMNS = `lender_id as "lenderId", id, owner_kind as "ownerKind", owner, scopes, required_scopes as "requiredScopes", plugins, locale, url,
  description, notice_email_enc as "noticeEmailEnc", document, operation_name as "operationName", variables, event_types as "eventTypes",
  api_version as "apiVersion", status, disabled_reason as "disabledReason", problem, problem_facts as "problemFacts",
  problem_since as "problemSince", epoch, position, event_id as "eventId", feeding_until as "feedingUntil", created_at as "createdAt",
  changed_at as "changedAt", last_success_at as "lastSuccessAt", failing_since as "failingSince"`;

export const webhookById = loader(
  statement<WebhookRecord>('webhook_by_id', `select ${WEBHOOK_COLUMNS} from core.webhook where id = any($1) and status <> 'DELETED'`),
  (row) => row.id,
);

/** A key as it may be shown. */
export type ShownKey = Pick<WebhookKeyEntity, 'id' | 'webhookId' | 'publicKey' | 'createdAt' | 'expiresAt'>;

export const keysByWebhook = listLoader(
  statement<ShownKey>(
    'webhook_keys_by_webhook',
    `select id, webhook_id as "webhookId", public_key as "publicKey", created_at as "createdAt", expires_at as "expiresAt"
     from core.webhook_key where webhook_id = any($1) order by created_at desc, id desc`,
  ),
  (row) => row.webhookId,
);

const lockWebhook = statement<WebhookRecord>(
  'webhook_lock',
  `select ${WEBHOOK_COLUMNS} from core.webhook where id = $1 and status <> 'DELETED' for update`,
);

/** Whether the caller registered it. */
export const isOwner = (caller: Caller, { ownerKind, owner }: Pick<WebhookRecord, 'ownerKind' | 'owner'>): boolean =>
  caller.kind === ownerKind && caller.subject === owner;

/** Owners reach their own endpoints, an operator and the gateway itself those of the lender. */
export const mayReach = (caller: Caller, row: Pick<WebhookRecord, 'ownerKind' | 'owner'>): boolean =>
  caller.kind === 'OPERATOR' || caller.kind === 'SYSTEM' || isOwner(caller, row);

/** Whoever reads what was sent must be the owner, and hold what the document needs. */
export const mayReadBodies = (caller: Caller, row: Pick<WebhookRecord, 'ownerKind' | 'owner' | 'requiredScopes'>): boolean =>
  isOwner(caller, row) && row.requiredScopes.every((scope) => caller.scopes.has(scope));

/** An endpoint by its row id; null when there is none for this caller. */
export async function findWebhook({ loaders, caller }: GraphContext, id: string): Promise<WebhookRecord | null> {
  const row = await loaders.one(webhookById, id);
  return row && mayReach(caller, row) ? row : null;
}

/** Locks an endpoint: whoever queues or settles its deliveries waits. Null when there is none for this caller. */
export async function findAndLockWebhook({ transaction, caller }: CommandContext, id: string): Promise<WebhookRecord | null> {
  const [row] = await transaction.query(lockWebhook, [id]);
  return row && mayReach(caller, row) ? row : null;
}
