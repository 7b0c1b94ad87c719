import type { LexgraphError } from '../../schema/base';
import type { Caller } from '../access';
import type { RowScope, ScopedDatabase } from '../database';
import { encodeCursor, type LogPosition } from './cursor';
import { type EventFilter, matcherOf } from './event-filter';
import { readRange } from './event-log';
import type { EventRow } from './event-row';
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
 * `next()` rejects once with `StreamEnded` when the stream is ended from this side.
 */
export class EventStream implements AsyncIterableIterator<EventRow> {
  readonly caller: Caller;
  readonly filter: EventFilter;
  readonly scope: RowScope;
  private readonly matches: (row: EventRow) => boolean;
  private readonly limit: number;
  private page: EventRow[] = [];
  private live: EventRow[] = [];
  private attached = false;
  private busy = false;
  private turnSeen = -1;
  private keptUp = true;
  private readTo: number;
  private last: LogPosition;
  private ending: StreamEnded | null = null;
  private done = false;
  private wake: () => void = () => {};
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly feed: EventFeed,
    private readonly options: StreamOptions,
    start: LogPosition,
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
    const result = this.queue.then(() => this.pull());
    this.queue = result.catch(() => {});
    return result;
  }

  async return(): Promise<IteratorResult<EventRow>> {
    this.close();
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<IteratorResult<EventRow>> {
    this.close();
    throw error;
  }

  /**
   * The feed's side: takes a live event of one of its turns. A turn that alone brings more than may wait is not the reader's fault:
   * a reader that had nothing waiting goes back to reading the log at its own pace; one that had is ended.
   */
  offer(row: EventRow, turn: number): void {
    if (row.pos <= this.readTo || !this.matches(row)) return;
    if (turn !== this.turnSeen) {
      this.turnSeen = turn;
      this.keptUp = this.live.length === 0 && this.page.length === 0;
    }
    if (this.live.length < this.limit) this.live.push(row);
    else if (this.keptUp) this.returnToLog(this.live[0]!.pos - 1);
    else this.end(eventErrors.error('SLOW_CONSUMER'));
    this.wake();
  }

  private returnToLog(readTo: number): void {
    this.feed.detach(this);
    this.attached = false;
    this.readTo = readTo;
    this.live = [];
  }

  /** Ends the stream at once: what waits in memory is dropped here and read again after `lastCursor`. */
  end(reason: LexgraphError, cause?: unknown): void {
    if (this.done || this.ending) return;
    this.ending = new StreamEnded(reason, this.lastCursor(), { cause });
    this.release();
  }

  /** A reader that waits has seen all that the feed has seen, even if none of it was for this reader. */
  private lastCursor(): string {
    const idle = this.attached && !this.busy && this.page.length === 0 && this.live.length === 0;
    if (!idle || this.feed.position <= this.last.pos) return encodeCursor(this.last);
    return encodeCursor({ epoch: this.last.epoch, pos: this.feed.position, id: null });
  }

  private async pull(): Promise<IteratorResult<EventRow>> {
    for (;;) {
      if (this.ending) {
        const reason = this.ending;
        this.ending = null;
        this.close();
        throw reason;
      }
      if (this.done) return { value: undefined, done: true };
      const row = this.page.shift() ?? this.live.shift();
      if (row) {
        if (await this.deliverable(row)) return { value: row, done: false };
      } else if (this.attached) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      } else {
        await this.backFill();
      }
    }
  }

  /** Rights are asked per event; a stream that ended meanwhile has not delivered it. */
  private async deliverable(row: EventRow): Promise<boolean> {
    this.busy = true;
    try {
      const allowed = (await this.options.allowed?.(row)) ?? true;
      const expired = this.feed.expiryOf(this.caller);
      if (expired) this.end(expired);
      if (this.ending || this.done) return false;
      this.last = { epoch: this.last.epoch, pos: row.pos, id: row.id };
      return allowed;
    } catch (error) {
      this.interrupt(error);
      return false;
    } finally {
      this.busy = false;
    }
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
      if (this.ending || this.done) return;
      this.page = rows;
      if (!this.attached) this.readTo = rows.length < PAGE ? through : rows.at(-1)!.pos;
    } catch (error) {
      this.interrupt(error);
    } finally {
      this.busy = false;
    }
  }

  private interrupt(error: unknown): void {
    this.feed.onFailure(error);
    this.end(eventErrors.error('STREAM_INTERRUPTED'), error);
  }

  private close(): void {
    this.done = true;
    this.release();
  }

  private release(): void {
    this.page = [];
    this.live = [];
    this.feed.forget(this);
    this.wake();
  }
}
