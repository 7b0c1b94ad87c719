import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Facts, PageArgs, Scoped, toGlobalId } from '../../schema/base';
import { maskEmail } from '../clients';
import type { GraphContext } from '../commands';
import { fieldCipherPort, listLoader, loader, statement } from '../database';
import { readHead } from '../events';
import { publicKeyText } from './signature';
import { keysByWebhook, WEBHOOK_COLUMNS, type WebhookRecord } from './webhook.record';
import {
  toWebhook,
  Webhook,
  WebhookBacklogType,
  WebhookKeyType,
  WebhookProblemType,
  WebhookReplayType,
  webhookConnection,
} from './webhook.type';
import { noticeAad } from './webhook-notice';
import type { WebhookReplayEntity } from './webhook-replay.entity';

const webhookPage = statement<WebhookRecord>(
  'webhook_page',
  `select ${WEBHOOK_COLUMNS} from core.webhook
   where status <> 'DELETED' and ($1::text is null or (owner_kind = $1 and owner = $2)) and (created_at, id) < ($3::timestamptz, $4::uuid)
   order by created_at desc, id desc limit $5`,
);

type ReplayRow = Pick<WebhookReplayEntity, 'id' | 'webhookId' | 'status' | 'queued' | 'failure' | 'requestedAt' | 'finishedAt'>;

const REPLAY_COLUMNS = `id, webhook_id as "webhookId", status, queued, failure, requested_at as "requestedAt", finished_at as "finishedAt"`;
const REPLAYS_SHOWN = 20;

const replaysByWebhook = listLoader(
  statement<ReplayRow>(
    'webhook_replays_by_webhook',
    `select found.* from unnest($1::uuid[]) with ordinality as wanted (id, place) cross join lateral (
       select ${REPLAY_COLUMNS} from core.webhook_replay where webhook_id = wanted.id order by requested_at desc, id desc limit ${REPLAYS_SHOWN}
     ) as found order by wanted.place, found."requestedAt" desc, found.id desc`,
  ),
  (row) => row.webhookId,
);

export const replayById = loader(
  statement<ReplayRow>('webhook_replay_by_id', `select ${REPLAY_COLUMNS} from core.webhook_replay where id = any($1)`),
  (row) => row.id,
);

const backlogByWebhook = loader(
  statement<Omit<WebhookBacklogType, 'eventsBehind'> & { readonly webhookId: string }>(
    'webhook_backlog_by_webhook',
    `select webhook_id as "webhookId", count(*) filter (where status = 'DUE')::int as due, count(*) filter (where status = 'WAITING')::int as waiting,
       count(*) filter (where status = 'DEAD_LETTER')::int as "deadLetters",
       min(created_at) filter (where status in ('DUE', 'WAITING')) as "oldestAt"
     from core.webhook_delivery where webhook_id = any($1) and status <> 'DELIVERED' group by webhook_id`,
  ),
  (row) => row.webhookId,
);

/** The GraphQL object of a replay's row. */
export const toReplay = ({ id, webhookId: _, ...row }: ReplayRow): WebhookReplayType => ({ ...row, id: toGlobalId('WebhookReplay', id) });

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => webhookConnection.Connection, {
    description: 'Your endpoints, the newest first; an operator sees those of the lender (точки доставки).',
  })
  @Scoped('webhooks:read')
  webhooks(@Args(() => PageArgs) args: PageArgs, @Ctx() { database, caller }: GraphContext) {
    const [kind, subject] = caller.kind === 'OPERATOR' ? [null, null] : [caller.kind, caller.subject];
    return webhookConnection.page<WebhookRecord>(args, {
      order: 'NEWEST_FIRST',
      read: ({ at, id }, limit) => database.query(webhookPage, [kind, subject, at, id, limit]),
      positionOf: ({ createdAt, id }) => ({ at: createdAt, id }),
      toNode: toWebhook,
    });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where the gateway tells that it stopped delivering, partly hidden.' })
  noticeEmail(@Root() { row }: Webhook, @Ctx() { ports }: GraphContext): string | null {
    if (!row.noticeEmailEnc) return null;
    return maskEmail(ports.get(fieldCipherPort).decrypt(row.noticeEmailEnc, noticeAad(row.lenderId, row.id)).toString('utf8'));
  }

  @FieldResolver(() => WebhookProblemType, {
    nullable: true,
    description: 'Why events wait although the endpoint is active; null: they flow.',
  })
  problem(@Root() { row }: Webhook, @Ctx() { errors, locale }: GraphContext): WebhookProblemType | null {
    if (!row.problem || !row.problemSince) return null;
    const message = errors.find(row.problem) ? errors.message(row.problem, locale, (row.problemFacts ?? {}) as Facts) : row.problem;
    return { code: row.problem, message, since: row.problemSince };
  }

  @FieldResolver(() => [WebhookKeyType], { description: 'Keys that sign, the newest first; at most two.' })
  async keys(@Root() { row }: Webhook, @Ctx() { loaders, clock }: GraphContext): Promise<WebhookKeyType[]> {
    const now = clock.now().epochMilliseconds;
    const keys = await loaders.list(keysByWebhook, row.id);
    return keys
      .filter(({ expiresAt }) => !expiresAt || expiresAt.getTime() > now)
      .map(({ id, publicKey, createdAt, expiresAt }) => ({ kid: id, publicKey: publicKeyText(publicKey), createdAt, expiresAt }));
  }

  @FieldResolver(() => WebhookBacklogType, { description: 'What it has still to get.' })
  async backlog(@Root() { row }: Webhook, @Ctx() { loaders, database }: GraphContext): Promise<WebhookBacklogType> {
    const [open, head] = await Promise.all([loaders.one(backlogByWebhook, row.id), readHead(database)]);
    const eventsBehind = Math.max(0, head.pos - Number(row.position));
    return { due: 0, waiting: 0, deadLetters: 0, oldestAt: null, ...open, eventsBehind };
  }

  @FieldResolver(() => [WebhookReplayType], { description: `The latest ${REPLAYS_SHOWN} replays, the newest first.` })
  async replays(@Root() { row }: Webhook, @Ctx() { loaders }: GraphContext): Promise<WebhookReplayType[]> {
    return (await loaders.list(replaysByWebhook, row.id)).map(toReplay);
  }
}
