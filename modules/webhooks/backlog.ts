import { type Database, NO_ROWS, statement } from '../database';

/** How webhooks stand, over all lenders; for metrics. */
export interface WebhookBacklog {
  /** Deliveries that are first of their application and not yet taken by the endpoint. */
  readonly due: number;
  /** Deliveries behind one of these. */
  readonly waiting: number;
  readonly deadLetters: number;
  /** When the oldest open delivery was queued; null: nothing is open. */
  readonly oldestAt: Date | null;
  /** Endpoints by state; `held`: something keeps their events waiting. */
  readonly active: number;
  readonly paused: number;
  readonly disabled: number;
  readonly held: number;
}

const backlog = statement<WebhookBacklog>(
  'webhook_backlog',
  `select w.*, d.* from (
     select count(*) filter (where status = 'ACTIVE' and problem is null)::int as active, count(*) filter (where status = 'PAUSED')::int as paused,
       count(*) filter (where status = 'DISABLED')::int as disabled, count(*) filter (where status = 'ACTIVE' and problem is not null)::int as held
     from core.webhook
   ) as w, (
     select count(*) filter (where d.status = 'DUE')::int as due, count(*) filter (where d.status = 'WAITING')::int as waiting,
       count(*) filter (where d.status = 'DEAD_LETTER')::int as "deadLetters",
       min(d.created_at) filter (where d.status in ('DUE', 'WAITING')) as "oldestAt"
     from core.webhook_delivery d where d.status <> 'DELIVERED'
   ) as d`,
);

export async function readWebhookBacklog(database: Database): Promise<WebhookBacklog> {
  return (await database.scoped(NO_ROWS).query(backlog))[0]!;
}
