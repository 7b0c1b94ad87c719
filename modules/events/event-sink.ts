import type { EventRow } from './event-row';
import type { StreamEnded } from './stream-ended';

/** Takes the rows of a stream in the turn of the event loop in which they come, with no promise for each. */
export interface EventSink {
  /** Whether a row may be handed over now; a sink that was not ready says `EventStream.resume()` when it is again. */
  readonly ready: boolean;
  take(row: EventRow): void;
  /** The stream was ended from its own side; no row follows. What was taken before stands before `reason.lastCursor`. */
  end(reason: StreamEnded): void;
  /** Rows taken until `flush` come in one go. */
  begin?(): void;
  flush?(): void;
}

interface Waiting {
  resolve(result: IteratorResult<EventRow>): void;
  reject(reason: StreamEnded): void;
}

/** The sink of a reader that asks for each row: `next()` rejects once with the reason of the end, then the stream is over. */
export class AskedRows implements EventSink {
  private readonly waiting: Waiting[] = [];
  private reason: StreamEnded | null = null;
  private over = false;

  get ready(): boolean {
    return this.waiting.length > 0;
  }

  next(): Promise<IteratorResult<EventRow>> {
    const { reason } = this;
    this.reason = null;
    if (reason) return Promise.reject(reason);
    if (this.over) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  take(row: EventRow): void {
    this.waiting.shift()?.resolve({ value: row, done: false });
  }

  end(reason: StreamEnded): void {
    const first = this.waiting.shift();
    if (first) first.reject(reason);
    else this.reason = reason;
    this.finish();
  }

  /** The reader has left. */
  finish(): void {
    this.over = true;
    for (const { resolve } of this.waiting.splice(0)) resolve({ value: undefined, done: true });
  }
}
