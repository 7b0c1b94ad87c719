import { fieldAad, type Queryable, statement } from '../database';
import type { DeliveryKind } from './webhook-delivery.entity';

/** A delivery to be queued; its body is encrypted. */
export interface NewDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly kind: DeliveryKind;
  readonly replayId: string | null;
  readonly eventId: string | null;
  readonly type: string;
  readonly cursor: string | null;
  readonly orderKey: string;
  readonly bodyEnc: Buffer;
}

interface Place {
  readonly lenderId: string;
  readonly webhookId: string;
  readonly now: Date;
}

// The numbers are drawn from rows in their order, so that the order of the array is the order of `seq`.
const insertWaiting = statement<never>(
  'webhook_delivery_insert',
  `insert into core.webhook_delivery
     (lender_id, webhook_id, seq, status, attempts, next_attempt_at, created_at, id, message_id, kind, replay_id, event_id, type, cursor, order_key, body_enc)
   select $1, $2, nextval('core.webhook_delivery_seq'), 'WAITING', 0, $3, $3, d.id, d.message_id, d.kind, d.replay_id, d.event_id, d.type, d.cursor, d.order_key, d.body_enc
   from (
     select * from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::bytea[])
       with ordinality as e (id, message_id, kind, replay_id, event_id, type, cursor, order_key, body_enc, place)
     order by place
   ) as d`,
);

const promote = statement<never>(
  'webhook_delivery_promote',
  `update core.webhook_delivery as d set status = 'DUE', next_attempt_at = $3
   from unnest($4::text[]) as line (key) cross join lateral (
     select id from core.webhook_delivery
     where lender_id = $1 and webhook_id = $2 and order_key = line.key and status = 'WAITING' order by seq limit 1
   ) as first
   where d.lender_id = $1 and d.id = first.id and not exists (
     select from core.webhook_delivery as head
     where head.lender_id = $1 and head.webhook_id = $2 and head.order_key = line.key and head.status = 'DUE')`,
);

export const bodyAad = (lenderId: string, id: string): string =>
  fieldAad({ lenderId, table: 'core.webhook_delivery', id, column: 'body_enc' });

/** Appends deliveries to an endpoint's lines, in the order given. The caller holds the lock of the endpoint's row. */
export async function queueDeliveries(transaction: Queryable, place: Place, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const column = <T>(of: (delivery: NewDelivery) => T) => deliveries.map(of);
  await transaction.query(insertWaiting, [
    place.lenderId,
    place.webhookId,
    place.now,
    column(({ id }) => id),
    column(({ messageId }) => messageId),
    column(({ kind }) => kind),
    column(({ replayId }) => replayId),
    column(({ eventId }) => eventId),
    column(({ type }) => type),
    column(({ cursor }) => cursor),
    column(({ orderKey }) => orderKey),
    column(({ bodyEnc }) => bodyEnc),
  ]);
  await promoteFirst(transaction, place, [...new Set(column(({ orderKey }) => orderKey))]);
}

/** Makes the first of each line due where nothing of that line is on its way. The caller holds the lock of the endpoint's row. */
export async function promoteFirst(
  transaction: Queryable,
  { lenderId, webhookId, now }: Place,
  orderKeys: readonly string[],
): Promise<void> {
  await transaction.query(promote, [lenderId, webhookId, now, orderKeys]);
}
