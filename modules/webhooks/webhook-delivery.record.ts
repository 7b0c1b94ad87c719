import { type FieldCipher, listLoader, loader, statement } from '../database';
import { bodyAad } from './queue-deliveries';
import { exchangeAad } from './settle-attempt';
import type { WebhookAttemptEntity } from './webhook-attempt.entity';
import type { DeliveryStatus, WebhookDeliveryEntity } from './webhook-delivery.entity';
import type { WebhookAttemptType, WebhookHeaderType } from './webhook-delivery.type';

/** A delivery's row without its body. */
export type DeliveryRecord = Pick<
  WebhookDeliveryEntity,
  | 'lenderId'
  | 'id'
  | 'webhookId'
  | 'messageId'
  | 'kind'
  | 'status'
  | 'type'
  | 'eventId'
  | 'cursor'
  | 'failure'
  | 'createdAt'
  | 'nextAttemptAt'
  | 'finishedAt'
>;

const columns = `lender_id as "lenderId", id, webhook_id as "webhookId", message_id as "messageId", kind, status, type, event_id as "eventId", cursor,
  failure, created_at as "createdAt", next_attempt_at as "nextAttemptAt", finished_at as "finishedAt"`;

export const deliveryById = loader(
  statement<DeliveryRecord>('webhook_delivery_by_id', `select ${columns} from core.webhook_delivery where id = any($1)`),
  (row) => row.id,
);

/** The key by which `deliveryPages` finds a page. */
export function deliveryPageKey(
  webhookId: string,
  status: DeliveryStatus | null,
  bound: { readonly at: string; readonly id: string },
  limit: number,
): string {
  return [webhookId, bound.at, bound.id, limit, status ?? '-'].join(' ');
}

const part = (place: number) => `split_part(wanted.page, ' ', ${place})`;

/** Pages of endpoints' deliveries, the newest first: those of many endpoints by one statement, each by its index. */
export const deliveryPages = listLoader(
  statement<DeliveryRecord & { readonly page: string }>(
    'webhook_delivery_pages',
    `select wanted.page, found.* from unnest($1::text[]) with ordinality as wanted (page, place) cross join lateral (
       select ${columns} from core.webhook_delivery
       where webhook_id = ${part(1)}::uuid and (created_at, id) < (${part(2)}::timestamptz, ${part(3)}::uuid)
         and (${part(5)} = '-' or status = ${part(5)})
       order by created_at desc, id desc limit ${part(4)}::integer
     ) as found order by wanted.place, found."createdAt" desc, found.id desc`,
  ),
  (row) => row.page,
);

export const bodyByDelivery = loader(
  statement<{ lenderId: string; id: string; bodyEnc: Buffer | null }>(
    'webhook_delivery_bodies',
    `select lender_id as "lenderId", id, body_enc as "bodyEnc" from core.webhook_delivery where id = any($1)`,
  ),
  (row) => row.id,
);

/** The body of a delivery; null when it is no longer kept. */
export function openBody(cipher: FieldCipher, row: { lenderId: string; id: string; bodyEnc: Buffer | null } | null): string | null {
  return row?.bodyEnc ? cipher.decrypt(row.bodyEnc, bodyAad(row.lenderId, row.id)).toString('utf8') : null;
}

export const attemptsByDelivery = listLoader(
  statement<WebhookAttemptEntity>(
    'webhook_attempts_by_delivery',
    `select lender_id as "lenderId", id, delivery_id as "deliveryId", number, at, duration_ms as "durationMs",
       response_status as "responseStatus", failure, exchange_enc as "exchangeEnc"
     from core.webhook_attempt where delivery_id = any($1) order by delivery_id, number`,
  ),
  (row) => row.deliveryId,
);

interface Exchange {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string | string[]>>;
  readonly responseBody: string;
  readonly responseCut: boolean;
}

/** An attempt as its reader may see it. */
export function toAttempt(cipher: FieldCipher, row: WebhookAttemptEntity, withExchange: boolean): WebhookAttemptType {
  const { number, at, durationMs, responseStatus, failure, exchangeEnc } = row;
  const exchange =
    withExchange && exchangeEnc
      ? (JSON.parse(cipher.decrypt(exchangeEnc, exchangeAad(row.lenderId, row.id)).toString('utf8')) as Exchange)
      : null;
  return {
    number,
    at,
    durationMs,
    responseStatus,
    failure,
    requestHeaders: exchange && toHeaders(exchange.requestHeaders),
    responseHeaders: exchange && toHeaders(exchange.responseHeaders),
    responseBody: exchange?.responseBody ?? null,
    responseBodyCut: exchange?.responseCut ?? null,
  };
}

function toHeaders(headers: Readonly<Record<string, string | string[]>>): WebhookHeaderType[] {
  return Object.entries(headers).flatMap(([header, values]) => [values].flat().map((value) => ({ header, value })));
}
