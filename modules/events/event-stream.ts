import { randomUUID } from 'node:crypto';
import type { LexgraphError } from '../../schema/base';
import type { Caller } from '../access';
import type { RowScope, ScopedDatabase } from '../database';
import { encodeCursor, type LogPosition } from './cursor';
import { type EventFilter, matcherOf } from './event-filter';
import { readRange } from './event-log';
import type { EventRow } from './event-row';
import { AskedRows, type EventSink } from './event-sink';
import { eventErrors } from './events.errors';
import { StreamEnded } from './stream-ended';

export interface StreamOptions {
  /** The reader's own view of the database: the back-fill sees its rows only. */
  readonly database: ScopedDatabase;
  readonly caller: Caller;
  readonly filter: EventFilter;
  /** Cursor of the last event that the reader has; without it, what is committed from now on. */
  readonly after?: string | null;
  /** Asked for each event just before it is delivered; an event not allowed is passed over. */
  readonly allowed?: (event: EventRow) => boolean | Promise<boolean>;
  /** Events that may wait in memory for this reader; a reader that lets them pile up to more is ended with `SLOW_CONSUMER`. */
  readonly bufferLimit?: number;
}

/** What a stream needs of the feed that reads the log for all of them. */
export interface EventFeed {
  /** Every event up to here has been offered to the attached streams. */
  readonly position: number;
  attach(stream: EventStream): void;
  /** No more rows are offered; the stream reads the log by itself. */
  detach(stream: EventStream): void;
  /** Called when the stream is over; a second call changes nothing. */
  forget(stream: EventStream): void;
  /** The error with which a reader's token has expired; null while it is good. */
  expiryOf(caller: Caller): LexgraphError | null;
  onFailure(error: unknown): void;
}

const PAGE = 200;
const BUFFER_LIMIT = 1000;

/**
 * One reader's events: pages from the log at the reader's pace until it has caught up with the feed, then live.
 * The feed's position parts the two: up to it the log is read, beyond it the feed offers, so there is neither gap nor repeat.
 * Rows are asked for by `next()`, which rejects once with `StreamEnded` when the stream is ended from this side, or handed
 * to a sink.
 */
export class EventStream implements AsyncIterableIterator<EventRow> {
  readonly id = randomUUID();
  readonly caller: Caller;
  readonly filter: EventFilter;
  readonly scope: RowScope;
  private readonly matches: (row: EventRow) => boolean;
  private readonly limit: number;
  private readonly asked = new AskedRows();
  private sink: EventSink = this.asked;
  private page: EventRow[] = [];
  private live: EventRow[] = [];
  private attached = false;
  private busy = false;
  private handing = false;
  private turnSeen = -1;
  private keptUp = true;
  private readTo: number;
  private last: LogPosition;
  private done = false;

  constructor(
    private readonly feed: EventFeed,
    private readonly options: StreamOptions,
    start: LogPosition,
    /** When it was opened. */
    readonly since: Date,
  ) {
    this.caller = options.caller;
    this.filter = options.filter;
    this.scope = options.database.scope;
    this.matches = matcherOf(options.filter, this.scope);
    this.limit = options.bufferLimit ?? BUFFER_LIMIT;
    this.last = start;
    this.readTo = start.pos;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<EventRow>> {
    const result = this.asked.next();
    this.resume();
    return result;
  }

  async return(): Promise<IteratorResult<EventRow>> {
    this.close();
    this.asked.finish();
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<IteratorResult<EventRow>> {
    await this.return();
    throw error;
  }

  /** From now on rows go to the sink; nothing was asked for by `next()` before. */
  pushTo(sink: EventSink): void {
    this.sink = sink;
    this.resume();
  }

  /** Goes on handing rows over, as long as the sink is ready and there are any. */
  resume(): void {
    if (this.handing || this.done || this.busy || !this.sink.ready) return;
    this.handing = true;
    this.sink.begin?.();
    try {
      while (this.step());
    } finally {
      this.handing = false;
      this.sink.flush?.();
    }
  }

  /**
   * The feed's side: takes a live event of one of its turns, and answers whether the stream is to be resumed after the turn.
   * A turn that alone brings more than may wait is not the reader's fault: a reader that had nothing waiting goes back to
   * reading the log at its own pace; one that had is ended.
   */
  offer(row: EventRow, turn: number): boolean {
    if (row.pos <= this.readTo || !this.matches(row)) return false;
    if (turn !== this.turnSeen) {
      this.turnSeen = turn;
      this.keptUp = this.live.length === 0 && this.page.length === 0;
    }
    if (this.live.length < this.limit) return this.live.push(row) === 1;
    if (this.keptUp) this.returnToLog(this.live[0]!.pos - 1);
    else this.end(eventErrors.error('SLOW_CONSUMER'));
    return true;
  }

  private returnToLog(readTo: number): void {
    this.feed.detach(this);
    this.attached = false;
    this.readTo = readTo;
    this.live = [];
  }

  /** Ends the stream at once: what waits in memory is dropped here and read again after `lastCursor`. */
  end(reason: LexgraphError, cause?: unknown): void {
    if (this.done) return;
    const ended = new StreamEnded(reason, this.lastCursor(), { cause });
    this.close();
    this.sink.end(ended);
  }

  /** Where the reader stands. One that waits has seen all that the feed has seen, even if none of it was for this reader. */
  get standing(): LogPosition {
    const idle = this.attached && !this.busy && this.page.length === 0 && this.live.length === 0;
    if (!idle || this.feed.position <= this.last.pos) return this.last;
    return { epoch: this.last.epoch, pos: this.feed.position, id: null };
  }

  private lastCursor(): string {
    return encodeCursor(this.standing);
  }

  /** Hands over one row, or begins to read more; false when there is nothing more to do now. */
  private step(): boolean {
    if (this.done || this.busy || !this.sink.ready) return false;
    if (this.page.length + this.live.length === 0) {
      if (this.attached) return false;
      void this.backFill();
      return true;
    }
    if (this.hasExpired()) return false;
    const row = (this.page.shift() ?? this.live.shift())!;
    if (this.options.allowed) void this.ask(row, this.options.allowed);
    else this.hand(row, true);
    return true;
  }

  /** Rights are asked per event; a stream that ended meanwhile has not delivered it. */
  private async ask(row: EventRow, allowed: NonNullable<StreamOptions['allowed']>): Promise<void> {
    this.busy = true;
    try {
      const yes = await allowed(row);
      if (!this.done && !this.hasExpired()) this.hand(row, yes);
    } catch (error) {
      this.interrupt(error);
    } finally {
      this.busy = false;
    }
    this.resume();
  }

  private hasExpired(): boolean {
    const expired = this.feed.expiryOf(this.caller);
    if (expired) this.end(expired);
    return expired !== null;
  }

  private hand(row: EventRow, allowed: boolean): void {
    this.last = { epoch: this.last.epoch, pos: row.pos, id: row.id };
    if (allowed) this.sink.take(row);
  }

  /** Reads one page. Once what is missing fits into one, it attaches first, so that the feed keeps what comes meanwhile. */
  private async backFill(): Promise<void> {
    const after = this.readTo;
    const through = this.feed.position;
    if (through - after <= PAGE) {
      this.attached = true;
      this.readTo = Math.max(after, through);
      this.feed.attach(this);
    }
    if (through <= after) return;
    this.busy = true;
    try {
      const rows = await readRange(this.options.database, this.filter, { after, through, limit: PAGE }, this.last.epoch);
      if (this.done) return;
      this.page = rows;
      if (!this.attached) this.readTo = rows.length < PAGE ? through : rows.at(-1)!.pos;
    } catch (error) {
      this.interrupt(error);
    } finally {
      this.busy = false;
    }
    this.resume();
  }

  private interrupt(error: unknown): void {
    this.feed.onFailure(error);
    this.end(eventErrors.error('STREAM_INTERRUPTED'), error);
  }

  private close(): void {
    this.done = true;
    this.page = [];
    this.live = [];
    this.feed.forget(this);
  }
}
