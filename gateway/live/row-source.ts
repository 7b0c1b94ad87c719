/** Takes what a source hands over; `EventSink` for any kind of row. */
export interface RowSink<Row> {
  readonly ready: boolean;
  take(row: Row): void;
  /** The source is over: with the reason why, or null when it simply ended. */
  end(reason: unknown): void;
  begin?(): void;
  flush?(): void;
}

/** Where the rows of a subscription come from: an event stream, or whatever else can be iterated. */
export interface RowSource<Row> {
  pushTo(sink: RowSink<Row>): void;
  resume(): void;
  return(): Promise<unknown>;
}

/** A source that is asked for each row, and asked for the next only when the last was taken. */
export class IteratedSource<Row> implements RowSource<Row> {
  private readonly rows: AsyncIterator<Row>;
  private sink: RowSink<Row> | null = null;
  private asking = false;
  private over = false;

  constructor(source: AsyncIterable<Row>) {
    this.rows = source[Symbol.asyncIterator]();
  }

  pushTo(sink: RowSink<Row>): void {
    this.sink = sink;
    this.resume();
  }

  resume(): void {
    const { sink } = this;
    if (!sink?.ready || this.asking || this.over) return;
    this.asking = true;
    this.rows.next().then(
      ({ value, done }) => {
        this.asking = false;
        if (done) return this.finish(null);
        if (this.over) return;
        sink.take(value);
        this.resume();
      },
      (error) => this.finish(error),
    );
  }

  async return(): Promise<void> {
    this.over = true;
    await this.rows.return?.();
  }

  private finish(reason: unknown): void {
    if (this.over) return;
    this.over = true;
    this.sink?.end(reason);
  }
}
