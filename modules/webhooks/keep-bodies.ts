import type { Temporal } from 'temporal-polyfill';
import { type Database, NO_ROWS, statement } from '../database';

/** How long bodies, headers and answers are kept after a delivery is over. */
const DAYS_KEPT = 30;
const DAY_HOURS = 24;
const BATCH = 1_000;

const forgetBodies = statement<never>(
  'webhook_forget_bodies',
  `update core.webhook_delivery set body_enc = null where (lender_id, id) in (
     select lender_id, id from core.webhook_delivery where finished_at < $1 and body_enc is not null limit ${BATCH})
   returning id`,
);
const forgetExchanges = statement<never>(
  'webhook_forget_exchanges',
  `update core.webhook_attempt set exchange_enc = null where (lender_id, id) in (
     select lender_id, id from core.webhook_attempt where at < $1 and exchange_enc is not null limit ${BATCH})
   returning id`,
);

/** Forgets what was sent and answered longer ago than it is kept; that it was, and when, stays. */
export async function forgetOldBodies(database: Database, now: Temporal.Instant): Promise<void> {
  const worker = database.scoped(NO_ROWS);
  const before = new Date(now.subtract({ hours: DAYS_KEPT * DAY_HOURS }).epochMilliseconds);
  for (const query of [forgetBodies, forgetExchanges]) while ((await worker.query(query, [before])).length === BATCH);
}
