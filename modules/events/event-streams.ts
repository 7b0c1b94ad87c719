import type { LexgraphError } from '../../schema/base';
import type { Caller } from '../access';
import type { Clock } from '../calendar';
import type { Database } from '../database';
import { type EventRow, toEventRow } from './event-row';
import { type EventFeed, EventStream, type StreamOptions } from './event-stream';
import { eventErrors } from './events.errors';
import { inSlices } from './in-slices';
import { type LogFeed, PostgresLogFeed } from './log-feed';
import { readHead, resolveCursor } from './log-head';

export interface EventStreamsOptions {
  /** Connected as the worker role: the log is read once for all streams, each row is offered to those that may see it. */
  readonly database: Database;
  readonly clock: Clock;
  /** The error with which streams end when the caller's token has expired. */
  readonly expired: () => LexgraphError;
  /** Whose streams an event ends, and why: those of a session that it closes. */
  readonly endedBy?: (event: EventRow) => { readonly reason: LexgraphError; concerns(caller: Caller): boolean } | null;
  /** How the rows come to this process; from PostgreSQL unless given. */
  readonly log?: LogFeed;
  /** Milliseconds between looks at expired tokens, and at the log without a notification. */
  readonly poll?: number;
  /** Told of failed reads; streams wait and go on when the database is back. */
  readonly onFailure?: (error: unknown) => void;
}

/** Rows that a reader is handed in one go: a page of them at once would hold too many results in memory. */
const HANDED_TOGETHER = 100;

/** The live events of one process: reads the log once per batch and hands each event to every stream that may see it. */
export class EventStreams {
  private readonly log: LogFeed;
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
    this.onFailure = options.onFailure ?? ((error) => process.emitWarning(`Reading the event log failed: ${String(error)}`));
    this.log = options.log ?? new PostgresLogFeed(options);
    this.feed = this.makeFeed();
  }

  /** Number of open streams; for metrics. */
  get size(): number {
    return this.streams.size;
  }

  async start(): Promise<void> {
    const head = await this.log.head();
    this.epoch = head.epoch;
    this.position = head.pos;
    await this.log.start({
      onWake: () => this.pump(),
      onReconnected: () => {
        this.reconnected = true;
        this.pump();
      },
      onFailure: this.onFailure,
    });
    this.timer = setInterval(() => this.endExpired(), this.options.poll ?? 250).unref();
  }

  /**
   * Opens a stream; once resolved, no event committed from then on is missed.
   * Throws `CURSOR_INVALID`, `CURSOR_EXPIRED`, `CURSOR_EPOCH_CHANGED`, `SHUTTING_DOWN`.
   */
  async open(options: StreamOptions): Promise<EventStream> {
    const { database, after } = options;
    const start = after != null ? await resolveCursor(database, after) : { ...(await readHead(database)), id: null };
    if (this.stopped || !this.timer) throw eventErrors.error('SHUTTING_DOWN');
    const since = new Date(this.options.clock.now().epochMilliseconds);
    const stream = new EventStream(this.feed, options, { epoch: start.epoch, pos: start.pos, id: start.id }, since);
    this.streams.add(stream);
    return stream;
  }

  /** The open streams of this process, in the order in which they were opened. */
  all(): readonly EventStream[] {
    return [...this.streams];
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
    await this.log.stop();
    await this.pumping;
  }

  private makeFeed(): EventFeed {
    const { streams, attached, options, onFailure } = this;
    const position = () => this.position;
    // One look at the clock serves all readers that are asked about in the same turn.
    let known: number | null = null;
    const now = () => {
      if (known === null) queueMicrotask(() => (known = null));
      known ??= options.clock.now().epochMilliseconds;
      return known;
    };
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
      expiryOf: ({ expiresAt }: Caller) => (expiresAt && expiresAt.getTime() <= now() ? options.expired() : null),
      onFailure,
    };
  }

  private endExpired(): void {
    for (const stream of [...this.streams]) {
      const expired = this.feed.expiryOf(stream.caller);
      if (expired) stream.end(expired);
    }
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
    const head = await this.log.head();
    this.reconnected = false;
    if (head.epoch === this.epoch) return;
    this.endWhere(() => true, eventErrors.error('CURSOR_EPOCH_CHANGED'));
    this.epoch = head.epoch;
    this.position = head.pos;
  }

  /** Offers the next page to the attached streams; `true` when there may be more. Rows and position move in one turn of the event loop. */
  private async advance(): Promise<boolean> {
    if (this.attached.size === 0) {
      const head = await this.log.head();
      // A stream that attached meanwhile counts on every row after the old position.
      if (this.attached.size > 0) return true;
      this.position = head.pos;
      return false;
    }
    const { rows, more } = await this.log.read(this.position);
    this.turn += 1;
    let waiting: EventStream[] = [];
    for (const [index, stored] of rows.entries()) {
      const readers = this.attached.get(stored.lenderId);
      if (readers) {
        const row = toEventRow(stored, this.epoch);
        for (const stream of readers) if (stream.offer(row, this.turn)) waiting.push(stream);
        const ended = this.options.endedBy?.(row);
        if (ended) this.endWhere(({ caller }) => ended.concerns(caller), ended.reason);
      }
      this.position = Number(stored.pos);
      if (index % HANDED_TOGETHER < HANDED_TOGETHER - 1 && index < rows.length - 1) continue;
      // Every attached stream has been offered all up to the position: others may have their turn in between.
      await inSlices(waiting, (stream) => stream.resume());
      waiting = [];
    }
    return more;
  }
}
