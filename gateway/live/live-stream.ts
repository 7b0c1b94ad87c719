import type { FormattedResult } from '../executor';
import type { LiveResult } from './live-result';
import type { RowSink, RowSource } from './row-source';

/** Where the results of a stream go. */
export interface LiveOutput {
  /** Whether there is room; an output without says `LiveStream.resume()` when there is again. */
  readonly ready: boolean;
  write(result: LiveResult): void;
  /** Results written until `flush` leave together. */
  begin(): void;
  flush(): void;
}

/** What a stream does for each row: gives its result to `deliver`, in this turn or later. */
type Run<Row> = (row: Row, stream: LiveStream<Row>) => void;

export interface LiveStreamParts<Row> {
  readonly source: RowSource<Row>;
  readonly run: Run<Row>;
  /** What a reader is told when the source ends with a reason. */
  readonly lastOf: (reason: unknown) => FormattedResult;
  /** Called once, when the stream is over and its reader has been told. */
  readonly onOver: () => void;
}

/**
 * The results of one subscription. They are written to the output in the order of their rows, one row at a time; iterating
 * starts the stream and yields nothing but its last result, if it has one, so that a transport says "complete" after it.
 */
export class LiveStream<Row = unknown> implements AsyncIterableIterator<FormattedResult>, RowSink<Row> {
  private output: LiveOutput | null = null;
  private started = false;
  private executing = false;
  private ending: { readonly last: FormattedResult | null } | null = null;
  private over = false;
  private settle: ((result: IteratorResult<FormattedResult>) => void) | null = null;

  constructor(private readonly parts: LiveStreamParts<Row>) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Before iterating: where the results go. */
  writeTo(output: LiveOutput): void {
    this.output = output;
  }

  async next(): Promise<IteratorResult<FormattedResult>> {
    if (this.over) return this.finished();
    const result = new Promise<IteratorResult<FormattedResult>>((resolve) => {
      this.settle = resolve;
    });
    if (this.ending) this.tellLast();
    else if (!this.started) {
      this.started = true;
      this.parts.source.pushTo(this);
    }
    return result;
  }

  async return(): Promise<IteratorResult<FormattedResult>> {
    if (!this.over) {
      this.finish();
      await this.parts.source.return();
    }
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<IteratorResult<FormattedResult>> {
    await this.return();
    throw error;
  }

  get ready(): boolean {
    return !this.executing && this.ending === null && !this.over && (this.output?.ready ?? false);
  }

  /** The output has room again. */
  resume(): void {
    this.parts.source.resume();
  }

  begin(): void {
    this.output?.begin();
  }

  flush(): void {
    this.output?.flush();
  }

  take(row: Row): void {
    this.executing = true;
    this.parts.run(row, this);
  }

  deliver(result: LiveResult): void {
    this.executing = false;
    if (this.over) return;
    this.output?.begin();
    this.output?.write(result);
    if (this.ending) this.tellLast();
    else this.parts.source.resume();
    this.output?.flush();
  }

  end(reason: unknown): void {
    this.endWith(reason === null ? null : this.parts.lastOf(reason));
  }

  /** Ends the stream with a last result, after the row that is being executed. */
  endWith(last: FormattedResult | null): void {
    if (this.ending || this.over) return;
    this.ending = { last };
    if (!this.executing) this.tellLast();
  }

  private tellLast(): void {
    const { settle, ending } = this;
    if (!settle || !ending) return;
    this.settle = null;
    void this.parts.source.return();
    if (ending.last) {
      this.ending = { last: null };
      settle({ value: ending.last, done: false });
    } else {
      this.finish();
      settle({ value: undefined, done: true });
    }
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.settle?.({ value: undefined, done: true });
    this.settle = null;
    this.parts.onOver();
  }

  private finished(): IteratorResult<FormattedResult> {
    return { value: undefined, done: true };
  }
}
