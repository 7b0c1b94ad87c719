import { Temporal } from 'temporal-polyfill';
import { type Database, type FieldCipher, fieldAad, NO_ROWS, statement, type Transaction, uuidv7 } from '../database';
import type { DeliveryAnswer } from './post-delivery';
import { promoteFirst } from './queue-deliveries';
import { hasFailedTooLong, nextAttempt, readRetryAfter } from './retry-policy';
import type { DisabledReason } from './webhook.entity';
import { WebhookAttemptEntity } from './webhook-attempt.entity';
import type { DeliveryKind } from './webhook-delivery.entity';

/** A delivery that this process has taken for one attempt. */
export interface TakenDelivery {
  readonly lenderId: string;
  readonly id: string;
  readonly webhookId: string;
  readonly messageId: string;
  readonly kind: DeliveryKind;
  readonly orderKey: string;
  readonly bodyEnc: Buffer;
  /** This attempt included. */
  readonly attempts: number;
  readonly firstAttemptAt: Date;
}

export interface Attempt {
  readonly at: Temporal.Instant;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly answer: DeliveryAnswer;
}

const lockWebhook = statement<{ failingSince: Date | null }>(
  'webhook_lock_to_settle',
  'select failing_since as "failingSince" from core.webhook where lender_id = $1 and id = $2 for update',
);
// What another process took after our lease had run out is that process's to settle.
const settleDelivery = statement<{ id: string }>(
  'webhook_delivery_settle',
  `update core.webhook_delivery set status = $4, failure = $5, next_attempt_at = coalesce($6, next_attempt_at), finished_at = $7
   where lender_id = $1 and id = $2 and attempts = $3 and status = 'DUE' returning id`,
);
const tellHealth = statement<never>(
  'webhook_tell_health',
  'update core.webhook set last_success_at = coalesce($3, last_success_at), failing_since = $4 where lender_id = $1 and id = $2',
);

export const exchangeAad = (lenderId: string, id: string): string =>
  fieldAad({ lenderId, table: 'core.webhook_attempt', id, column: 'exchange_enc' });

/**
 * Writes down an attempt and what follows from it: delivered, tried again later, or given up, and then the next one of its line.
 * Answers why the endpoint is to be disabled; null: it is not.
 */
export async function settleAttempt(
  { database, cipher, random }: { readonly database: Database; readonly cipher: FieldCipher; random(): number },
  delivery: TakenDelivery,
  { at, requestHeaders, answer }: Attempt,
  now: Temporal.Instant,
): Promise<DisabledReason | null> {
  const { lenderId, webhookId, id, kind } = delivery;
  const { failure } = answer;
  const end = date(now);
  return database.scoped(NO_ROWS).transaction(async (transaction) => {
    const [webhook] = await transaction.query(lockWebhook, [lenderId, webhookId]);
    const next = failure && kind !== 'TEST' ? pauseOf(delivery, answer, now, random()) : null;
    const status = !failure ? 'DELIVERED' : next ? 'DUE' : 'DEAD_LETTER';
    const settled = [lenderId, id, delivery.attempts, status, failure, next && date(next), next ? null : end];
    const [own] = await transaction.query(settleDelivery, settled);
    await insertAttempt(transaction, cipher, delivery, { at, requestHeaders, answer });
    if (!own) return null;
    if (!next) await promoteFirst(transaction, { lenderId, webhookId, now: end }, [delivery.orderKey]);
    if (kind === 'TEST') return null;
    const failingSince = failure ? (webhook?.failingSince ?? end) : null;
    await transaction.query(tellHealth, [lenderId, webhookId, failure ? null : end, failingSince]);
    // Its delivery stays due and waits for the endpoint to be resumed: giving it up would lose it.
    if (answer.status === 410) return 'GONE';
    return failingSince && hasFailedTooLong(instant(failingSince), now) ? 'FAILING' : null;
  });
}

function pauseOf(delivery: TakenDelivery, { headers }: DeliveryAnswer, now: Temporal.Instant, random: number): Temporal.Instant | null {
  // What the endpoint says is by the clock of machines, not by that of commands.
  const retryAfterSeconds = readRetryAfter(headers['retry-after'], Date.now());
  return nextAttempt({ firstAttemptAt: instant(delivery.firstAttemptAt), now, retryAfterSeconds, random });
}

async function insertAttempt(transaction: Transaction, cipher: FieldCipher, delivery: TakenDelivery, attempt: Attempt): Promise<void> {
  const { answer } = attempt;
  const id = uuidv7(attempt.at.epochMilliseconds);
  const exchange = {
    requestHeaders: attempt.requestHeaders,
    responseHeaders: answer.headers,
    responseBody: answer.body.toString('utf8'),
    responseCut: answer.cut,
  };
  await transaction.insert(WebhookAttemptEntity, {
    lenderId: delivery.lenderId,
    id,
    deliveryId: delivery.id,
    number: delivery.attempts,
    at: date(attempt.at),
    durationMs: answer.durationMs,
    responseStatus: answer.status,
    failure: answer.failure,
    exchangeEnc: cipher.encrypt(JSON.stringify(exchange), exchangeAad(delivery.lenderId, id)),
  });
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());
