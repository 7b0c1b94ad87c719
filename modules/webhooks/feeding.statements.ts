import { statement } from '../database';
import { WEBHOOK_COLUMNS, type WebhookRecord } from './webhook.record';
import type { WebhookReplayEntity } from './webhook-replay.entity';

/** Deliveries of one endpoint that may be open: what comes after them stays in the log, which keeps it anyway. */
export const OPEN_LIMIT = 10_000;

/** Endpoints whose place may be behind the log, and those that something keeps waiting. */
export const toFeed = statement<WebhookRecord>(
  'webhook_to_feed',
  `select ${WEBHOOK_COLUMNS} from core.webhook
   where status = 'ACTIVE' and (position < $1 or epoch <> $2 or problem is not null) and (feeding_until is null or feeding_until <= $3)`,
);

export const countOpen = statement<{ count: number }>(
  'webhook_count_open',
  `select count(*)::int as count from (
     select from core.webhook_delivery where lender_id = $1 and webhook_id = $2 and status in ('WAITING', 'DUE') limit ${OPEN_LIMIT}
   ) as open`,
);

/** The endpoint as it was read: what was made for it is good for nothing when its document or its place is another by now. */
const AT_PLACE = `lender_id = $1 and id = $2 and epoch = $3 and position = $4 and changed_at = $5 and status = 'ACTIVE'`;

export const beginFeeding = statement<{ id: string }>(
  'webhook_begin_feeding',
  `update core.webhook set feeding_until = $7 where ${AT_PLACE} and (feeding_until is null or feeding_until <= $6) returning id`,
);
export const endFeeding = statement<never>('webhook_end_feeding', `update core.webhook set feeding_until = null where ${AT_PLACE}`);

/** What it gets from now on. */
export const learnPlugins = statement<never>(
  'webhook_learn_plugins',
  'update core.webhook set plugins = $3 where lender_id = $1 and id = $2',
);

/** Moves the place of an endpoint that nobody has moved or changed meanwhile; no row: somebody has, or it is active no more. */
export const checkpoint = statement<{ id: string }>(
  'webhook_checkpoint',
  `update core.webhook set epoch = $6, position = $7, event_id = $8, feeding_until = null where ${AT_PLACE} returning id`,
);

export const lockActive = statement<{ id: string }>(
  'webhook_lock_active',
  `select id from core.webhook where lender_id = $1 and id = $2 and status = 'ACTIVE' for update`,
);

/** A replay under way. */
export type ReplayRecord = Pick<
  WebhookReplayEntity,
  'lenderId' | 'id' | 'webhookId' | 'epoch' | 'position' | 'untilPosition' | 'fromAt' | 'toAt'
>;

/** Replays that can go on: of endpoints that take deliveries. */
export const runningReplays = statement<ReplayRecord>(
  'webhook_replays_running',
  `select r.lender_id as "lenderId", r.id, r.webhook_id as "webhookId", r.epoch, r.position, r.until_position as "untilPosition",
     r.from_at as "fromAt", r.to_at as "toAt"
   from core.webhook_replay r join core.webhook w on w.lender_id = r.lender_id and w.id = r.webhook_id
   where r.status = 'RUNNING' and w.status = 'ACTIVE' and w.problem is null`,
);
export const webhookForWork = statement<WebhookRecord>(
  'webhook_for_work',
  `select ${WEBHOOK_COLUMNS} from core.webhook where lender_id = $1 and id = $2`,
);
export const checkpointReplay = statement<{ id: string }>(
  'webhook_replay_checkpoint',
  `update core.webhook_replay set position = $4, queued = queued + $5, status = $6, finished_at = $7
   where lender_id = $1 and id = $2 and position = $3 and status = 'RUNNING' returning id`,
);
export const failReplay = statement<never>(
  'webhook_replay_fail',
  `update core.webhook_replay set status = 'FAILED', failure = $3, finished_at = $4 where lender_id = $1 and id = $2 and status = 'RUNNING'`,
);
