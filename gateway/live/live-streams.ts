import type { GraphContext } from '../../modules/commands';
import { type EventRow, EventStream } from '../../modules/events';
import type { Executor, FormattedResult, PreparedOperation } from '../executor';
import { LiveOperations } from './live-operations';
import { LiveResult } from './live-result';
import { LiveStream } from './live-stream';
import { IteratedSource } from './row-source';

/** The open subscriptions of one gateway, over all transports: opens them, counts them, and can end them all. */
export class LiveStreams {
  private readonly streams = new Set<{ endWith(last: FormattedResult): void }>();
  private readonly waiters = new Set<() => void>();
  private readonly operations: LiveOperations;

  constructor(private readonly executor: Executor) {
    this.operations = new LiveOperations(executor);
  }

  get size(): number {
    return this.streams.size;
  }

  /** Distinct operations that are listened to: each is executed once for an event. */
  get distinct(): number {
    return this.operations.size;
  }

  /** A stream of results, or why there is none. It ends with a last result that holds the error, with `lastCursor` where the source knows it. */
  async open(
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: GraphContext,
  ): Promise<LiveStream | FormattedResult> {
    const source = await this.executor.openSource(prepared, variables, context);
    if (!(Symbol.asyncIterator in source)) return source;
    return source instanceof EventStream
      ? this.ofEvents(source, prepared, variables, context)
      : this.ofAny(source, prepared, variables, context);
  }

  endAll(last: FormattedResult): void {
    for (const stream of [...this.streams]) stream.endWith(last);
  }

  /** Resolves when no stream is open, or after the time given. */
  async idle(milliseconds: number): Promise<void> {
    if (this.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.waiters.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private ofEvents(source: EventStream, prepared: PreparedOperation, variables: Readonly<Record<string, unknown>>, context: GraphContext) {
    const operation = this.operations.join(prepared, variables, context);
    const stream: LiveStream<EventRow> = new LiveStream({
      source,
      run: (row) => operation.run(row, reader),
      lastOf: (reason) => this.lastOf(reason, context),
      onOver: () => {
        this.operations.leave(operation);
        this.forget(stream);
      },
    });
    const reader = { context, variables, deliver: (result: LiveResult) => stream.deliver(result) };
    this.streams.add(stream);
    return stream as LiveStream;
  }

  /** Rows that are no events have no place in a log by which two readers could be known to see the same one. */
  private ofAny(
    source: AsyncIterable<unknown>,
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>>,
    context: GraphContext,
  ): LiveStream {
    const stream = new LiveStream<unknown>({
      source: new IteratedSource(source),
      run: async (row) => stream.deliver(new LiveResult(await this.executor.runForEvent(prepared, variables, context, row))),
      lastOf: (reason) => this.lastOf(reason, context),
      onOver: () => this.forget(stream),
    });
    this.streams.add(stream);
    return stream;
  }

  private lastOf(reason: unknown, context: GraphContext): FormattedResult {
    return { errors: [this.executor.options.formatError(reason, context)] };
  }

  /** The transport says "complete" once it has seen the end: until then the stream counts as open. */
  private forget(stream: { endWith(last: FormattedResult): void }): void {
    setImmediate(() => {
      this.streams.delete(stream);
      if (this.size > 0) return;
      for (const waiter of this.waiters) waiter();
      this.waiters.clear();
    });
  }
}
