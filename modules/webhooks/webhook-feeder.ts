import type { Temporal } from 'temporal-polyfill';
import { BackgroundLoop, NO_ROWS, type ScopedDatabase } from '../database';
import { decodeCursor, EventLog, type EventRow, encodeCursor, type LogHead, readHead } from '../events';
import { cursorErrorOf } from './cursor-error';
import { FEED_PAGE, type FeedingOptions } from './feeding';
import { beginFeeding, checkpoint, countOpen, endFeeding, learnPlugins, OPEN_LIMIT, runningReplays, toFeed } from './feeding.statements';
import { makeDeliveries } from './make-deliveries';
import { DocumentProblem, type OpenedDocument, webhookDocumentsPort } from './ports';
import { queueDeliveries } from './queue-deliveries';
import { replayPage } from './replay-page';
import type { WebhookRecord } from './webhook.record';

const AT_ONCE = 4;
const POLL_MILLISECONDS = 250;
const LEASE_SECONDS = 30;
/**
 * The place of a reader whom nothing concerned is written only now and then: reading that much again costs less than writing at each event.
 * Often enough for it never to fall behind what the log keeps.
 */
const IDLE = { positions: 500, milliseconds: 3_600_000 };
/** How long what keeps an endpoint waiting is not looked at again. */
const PROBLEM_PAUSE_MILLISECONDS = 1_000;

/**
 * Turns events into deliveries: each endpoint is a durable reader of the log. Its place and its queued deliveries are committed
 * together, by compare-and-set, so that of two processes one wins and a killed one leaves neither gap nor double.
 */
export class WebhookFeeder extends BackgroundLoop {
  private readonly database: ScopedDatabase;
  /** What was read for nothing, by endpoint. */
  private readonly seen = new Map<string, string>();
  private readonly heldAt = new Map<string, number>();
  private readonly movedAt = new Map<string, number>();

  constructor(private readonly feeding: FeedingOptions) {
    super({ work: () => this.round(), pollMilliseconds: POLL_MILLISECONDS, onFailure: feeding.onFailure });
    this.database = feeding.database.scoped(NO_ROWS);
  }

  /** Queues what waits now. */
  async round(): Promise<void> {
    const head = await readHead(this.database);
    const webhooks = await this.database.query(toFeed, [head.pos, head.epoch, date(this.feeding.clock.now())]);
    await this.each(webhooks, (webhook) => this.turn(webhook, head));
    const replays = await this.database.query(runningReplays);
    await this.each(replays, async (replay) => {
      if (await replayPage(this.feeding, replay)) this.nudge();
    });
  }

  /** A few at a time; one that fails stops no other. */
  private async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const waiting = items.values();
    const worker = async () => {
      for (const item of waiting) await work(item).catch((error) => this.feeding.onFailure(error));
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  }

  private async turn(webhook: WebhookRecord, head: LogHead): Promise<void> {
    const { id, lenderId, problem, epoch, position } = webhook;
    const state = `${epoch}/${position}/${head.pos}`;
    if (!problem && this.seen.get(id) === state) return;
    if (problem && performance.now() < (this.heldAt.get(id) ?? 0)) return;
    try {
      const document = await this.feeding.ports.get(webhookDocumentsPort).open(webhook);
      // A plugin that was switched on: its events come from now on, and are waited for when it is switched off.
      if ([...document.plugins].some((plugin) => !webhook.plugins.includes(plugin)))
        await this.database.query(learnPlugins, [lenderId, id, [...document.plugins]]);
      const rows = await this.read(webhook, document);
      if (problem) await this.feeding.hold(lenderId, { webhookId: id, problem: null });
      if (rows === 'REBASED') return this.nudge();
      if (rows.length > 0) return await this.feed(webhook, document, rows);
      this.seen.set(id, state);
      const movedAt = this.movedAt.get(id) ?? Number.NEGATIVE_INFINITY;
      if (head.pos - Number(position) < IDLE.positions && performance.now() - movedAt < IDLE.milliseconds) return;
      this.movedAt.set(id, performance.now());
      await this.database.query(checkpoint, [...placeOf(webhook), head.epoch, head.pos, null]);
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      this.heldAt.set(id, performance.now() + PROBLEM_PAUSE_MILLISECONDS);
      await this.feeding.hold(lenderId, { webhookId: id, problem: error });
    }
  }

  /** The next events of an endpoint, after its place was carried over to a restored log where need be. */
  private async read(webhook: WebhookRecord, { database, filter }: OpenedDocument): Promise<EventRow[] | 'REBASED'> {
    try {
      const after = encodeCursor({ epoch: webhook.epoch, pos: Number(webhook.position), id: webhook.eventId });
      return await EventLog.read(database, { ...filter, after, limit: FEED_PAGE });
    } catch (error) {
      const { code, resumeAfter } = cursorErrorOf(error);
      if (code !== 'CURSOR_EPOCH_CHANGED' || !resumeAfter) throw new DocumentProblem(code);
      const { epoch, pos, id } = decodeCursor(resumeAfter);
      await this.database.query(checkpoint, [...placeOf(webhook), epoch, pos, id]);
      return 'REBASED';
    }
  }

  private async feed(webhook: WebhookRecord, document: OpenedDocument, rows: readonly EventRow[]): Promise<void> {
    const { lenderId, id: webhookId } = webhook;
    const [open] = await this.database.query(countOpen, [lenderId, webhookId]);
    if (open!.count >= OPEN_LIMIT) return;
    const now = this.feeding.clock.now();
    const lease = date(now.add({ seconds: LEASE_SECONDS }));
    // What another process works at is not rendered twice; the checkpoint alone would already keep it from being queued twice.
    if ((await this.database.query(beginFeeding, [...placeOf(webhook), date(now), lease])).length === 0) return;
    try {
      const { deliveries, last, problem } = await makeDeliveries(this.feeding, webhook, document, rows, null);
      if (last) {
        const { epoch } = decodeCursor(last.cursor);
        await this.database.transaction(async (transaction) => {
          const [won] = await transaction.query(checkpoint, [...placeOf(webhook), epoch, last.pos, last.id]);
          if (won) await queueDeliveries(transaction, { lenderId, webhookId, now: date(now) }, deliveries);
        });
        this.feeding.onQueued();
      }
      if (problem) throw problem;
    } catch (error) {
      await this.database.query(endFeeding, placeOf(webhook));
      throw error;
    }
    if (rows.length === FEED_PAGE) this.nudge();
  }
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

const placeOf = ({ lenderId, id, epoch, position, changedAt }: WebhookRecord): readonly unknown[] => [
  lenderId,
  id,
  epoch,
  position,
  changedAt,
];
