import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { statement, uuidv7 } from '../database';
import { readHead, resolveCursor } from '../events';
import { formFinding } from '../rules';
import { findAndLockWebhook, type WebhookRecord } from './webhook.record';
import { WebhookReplayEntity } from './webhook-replay.entity';

export interface ReplayWebhook {
  readonly webhookId: string;
  /** Cursors: exclusive and inclusive. */
  readonly after: string | null;
  readonly through: string | null;
  /** Milliseconds since 1970: inclusive and exclusive. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface ReplayWebhookResult extends CommandResult {
  readonly replayId?: string;
}

const running = statement<{ id: string }>(
  'webhook_replay_of_running',
  "select id from core.webhook_replay where webhook_id = $1 and status = 'RUNNING' limit 1",
);
// Ids of events begin with their moment, so that their index finds a range of moments.
const positionsBetween = statement<{ first: string | null; last: string | null }>(
  'webhook_positions_between',
  'select min(pos) as first, max(pos) as last from core.event where lender_id = $1 and id >= $2 and id <= $3',
);

const invalidRange = () => new Refusal([formFinding('WEBHOOK_RANGE_INVALID', ['input'])]);

/** Sends a range of the log once more, under the ids that the events had; only what the endpoint has passed. */
export const replayWebhook = defineCommand<ReplayWebhook, ReplayWebhookResult>({
  name: 'replayWebhook',
  emits: [],
  async run(input, context) {
    const { transaction, lender, now } = context;
    const { webhookId, from, to } = input;
    const byCursor = input.after !== null || input.through !== null;
    const byMoment = from !== null || to !== null;
    if (byCursor === byMoment || (from !== null && to !== null && from >= to)) throw invalidRange();
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    const [before] = await transaction.query(running, [webhookId]);
    if (before) throw new Refusal([formFinding('WEBHOOK_REPLAY_UNDER_WAY', ['input', 'webhookId'])]);
    // An endpoint that has not yet been carried over to a restored log has passed nothing of it.
    const isOfToday = webhook.epoch === (await readHead(transaction)).epoch;
    const range = !isOfToday ? null : byCursor ? await rangeOfCursors(context, input, webhook) : await rangeOfMoments(context, input);
    const until = range && Math.min(range.until, Number(webhook.position));
    if (!range || until === null || until <= range.after) throw new Refusal([formFinding('WEBHOOK_RANGE_EMPTY', ['input'])]);
    const id = uuidv7(now.epochMilliseconds);
    await transaction.insert(WebhookReplayEntity, {
      lenderId: lender.id,
      id,
      webhookId,
      status: 'RUNNING',
      epoch: webhook.epoch,
      position: String(range.after),
      untilPosition: String(until),
      fromAt: from === null ? null : new Date(from),
      toAt: to === null ? null : new Date(to),
      queued: 0,
      requestedAt: new Date(now.epochMilliseconds),
    });
    context.audit({ webhook: webhookId, replay: id });
    return { replayId: id };
  },
});

async function rangeOfCursors({ transaction }: CommandContext, { after, through }: ReplayWebhook, webhook: WebhookRecord) {
  const first = after === null ? 0 : (await resolveCursor(transaction, after)).pos;
  const last = through === null ? Number(webhook.position) : (await resolveCursor(transaction, through)).pos;
  if (last < first) throw invalidRange();
  return { after: first, until: last };
}

async function rangeOfMoments({ transaction, lender }: CommandContext, { from, to }: ReplayWebhook) {
  const [found] = await transaction.query(positionsBetween, [lender.id, edgeId(from ?? 0, '0'), edgeId(to ?? 2 ** 48 - 1, 'f')]);
  return found?.first && found.last ? { after: Number(found.first) - 1, until: Number(found.last) } : null;
}

/** The lowest or the highest id that a moment's event can have. */
function edgeId(milliseconds: number, fill: '0' | 'f'): string {
  const time = Math.min(Math.max(0, milliseconds), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  const rest = fill.repeat(4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest}-${rest}-${fill.repeat(12)}`;
}
