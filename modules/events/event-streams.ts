import type { LexgraphError } from '../../schema/base';
import type { Caller } from '../access';
import type { Clock } from '../calendar';
import { type Database, NO_ROWS, type ScopedDatabase, statement } from '../database';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, toEventRow } from './event-row';
import { type EventFeed, EventStream, type StreamOptions } from './event-stream';
import { eventErrors } from './events.errors';
import { readHead, resolveCursor } from './log-head';
import { LogListener } from './log-listener';
import { EVENT_CHANNEL } from './move-batch';

export interface EventStreamsOptions {
  /** Connected as the worker role: the log is read once for all streams, each row is offered to those that may see it. */
  readonly database: Database;
  readonly clock: Clock;
  /** The error with which streams end when the caller's token has expired. */
  readonly expired: () => LexgraphError;
  /** Whose streams an event ends, and why: those of a session that it closes. */
  readonly endedBy?: (event: EventRow) => { readonly reason: LexgraphError; concerns(caller: Caller): boolean } | null;
  /** Milliseconds between looks at the log without a notification. */
  readonly poll?: number;
  /** Told of failed reads; streams wait and go on when the database is back. */
  readonly onFailure?: (error: unknown) => void;
}

// More than a stream keeps in memory: a burst is told from a reader that falls behind by its coming in one page.
const PAGE = 2000;

/** The one query of the feed: every lender's rows, by position. */
export const feedQuery = statement<StoredEvent>(
  'events_feed',
  `select ${EVENT_COLUMNS} from core.event where pos > $1 order by pos limit ${PAGE}`,
);

/** The live events of one process: reads the log once per batch and hands each event to every stream that may see it. */
export class EventStreams {
  private readonly database: ScopedDatabase;
  private readonly listener: LogListener;
  private readonly streams = new Set<EventStream>();
  private readonly attached = new Map<string, Set<EventStream>>();
  private readonly feed: EventFeed;
  private readonly onFailure: (error: unknown) => void;
  private epoch = '';
  private position = 0;
  private turn = 0;
  private timer: NodeJS.Timeout | null = null;
  private pumping: Promise<void> | null = null;
  private wanted = false;
  private reconnected = false;
  private stopped = false;

  constructor(private readonly options: EventStreamsOptions) {
    this.database = options.database.scoped(NO_ROWS);
    this.onFailure = options.onFailure ?? ((error) => process.emitWarning(`Reading the event log failed: ${String(error)}`));
    this.listener = new LogListener({
      connection: options.database.pool.options,
      channel: EVENT_CHANNEL,
      onNotify: () => this.pump(),
      onConnected: () => {
        this.reconnected = true;
        this.pump();
      },
      onFailure: this.onFailure,
    });
    this.feed = this.makeFeed();
  }

  /** Number of open streams; for metrics. */
  get size(): number {
    return this.streams.size;
  }

  async start(): Promise<void> {
    const head = await readHead(this.database);
    this.epoch = head.epoch;
    this.position = head.pos;
    await this.listener.start();
    this.timer = setInterval(() => this.tick(), this.options.poll ?? 250).unref();
  }

  /**
   * Opens a stream; once resolved, no event committed from then on is missed.
   * Throws `CURSOR_INVALID`, `CURSOR_EXPIRED`, `CURSOR_EPOCH_CHANGED`, `SHUTTING_DOWN`.
   */
  async open(options: StreamOptions): Promise<EventStream> {
    const { database, after } = options;
    const start = after != null ? await resolveCursor(database, after) : { ...(await readHead(database)), id: null };
    if (this.stopped || !this.timer) throw eventErrors.error('SHUTTING_DOWN');
    const stream = new EventStream(this.feed, options, { epoch: start.epoch, pos: start.pos, id: start.id });
    this.streams.add(stream);
    return stream;
  }

  /** Ends the streams that the predicate chooses with a last cursor: at a toggle, a revoked session. Answers how many. */
  endWhere(predicate: (stream: EventStream) => boolean, reason: LexgraphError): number {
    const chosen = [...this.streams].filter(predicate);
    for (const stream of chosen) stream.end(reason);
    return chosen.length;
  }

  /** Ends all streams with `SHUTTING_DOWN` and stops reading. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    this.endWhere(() => true, eventErrors.error('SHUTTING_DOWN'));
    await this.listener.stop();
    await this.pumping;
  }

  private makeFeed(): EventFeed {
    const { streams, attached, options, onFailure } = this;
    const position = () => this.position;
    const detach = (stream: EventStream) => {
      const lender = stream.scope.lenderId ?? '';
      const group = attached.get(lender);
      if (group?.delete(stream) && group.size === 0) attached.delete(lender);
    };
    return {
      get position() {
        return position();
      },
      attach(stream) {
        const lender = stream.scope.lenderId ?? '';
        const group = attached.get(lender);
        if (group) group.add(stream);
        else attached.set(lender, new Set([stream]));
      },
      detach,
      forget(stream) {
        streams.delete(stream);
        detach(stream);
      },
      expiryOf: ({ expiresAt }: Caller) =>
        expiresAt && expiresAt.getTime() <= options.clock.now().epochMilliseconds ? options.expired() : null,
      onFailure,
    };
  }

  private tick(): void {
    for (const stream of [...this.streams]) {
      const expired = this.feed.expiryOf(stream.caller);
      if (expired) stream.end(expired);
    }
    this.pump();
  }

  private pump(): void {
    if (this.stopped) return;
    this.wanted = true;
    this.pumping ??= this.run().finally(() => {
      this.pumping = null;
    });
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      try {
        if (this.reconnected) await this.checkEpoch();
        while (await this.advance());
      } catch (error) {
        // The poll comes back; positions have not moved, so nothing is lost.
        this.onFailure(error);
        return;
      }
    }
  }

  /** A database may have been restored while the connection was away: its positions mean something else then. */
  private async checkEpoch(): Promise<void> {
    const head = await readHead(this.database);
    this.reconnected = false;
    if (head.epoch === this.epoch) return;
    this.endWhere(() => true, eventErrors.error('CURSOR_EPOCH_CHANGED'));
    this.epoch = head.epoch;
    this.position = head.pos;
  }

  /** Offers the next page to the attached streams; `true` when there may be more. Rows and position move in one turn of the event loop. */
  private async advance(): Promise<boolean> {
    if (this.attached.size === 0) {
      const head = await readHead(this.database);
      // A stream that attached meanwhile counts on every row after the old position.
      if (this.attached.size > 0) return true;
      this.position = head.pos;
      return false;
    }
    const rows = await this.database.query(feedQuery, [this.position]);
    this.turn += 1;
    for (const stored of rows) {
      const readers = this.attached.get(stored.lenderId);
      if (readers) {
        const row = toEventRow(stored, this.epoch);
        for (const stream of [...readers]) stream.offer(row, this.turn);
        const ended = this.options.endedBy?.(row);
        if (ended) this.endWhere(({ caller }) => ended.concerns(caller), ended.reason);
      }
      this.position = Number(stored.pos);
    }
    return rows.length === PAGE;
  }
}
