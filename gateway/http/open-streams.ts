import type { FormattedResult } from '../executor';

type Results = AsyncIterableIterator<FormattedResult>;

/** The live streams of one gateway: knows how many there are, and can end them all with a last result. */
export class OpenStreams {
  private readonly ends = new Set<(last: FormattedResult) => void>();
  private readonly waiters = new Set<() => void>();

  get size(): number {
    return this.ends.size;
  }

  /** A stream that counts as open until it is over, and that `endAll` can end while it waits. */
  track(source: Results): Results {
    let last: FormattedResult | null = null;
    let interrupt: () => void = () => {};
    let saidLast = false;
    let over = false;
    const end = (result: FormattedResult) => {
      last = result;
      interrupt();
    };
    // The transport says "complete" once it has seen the end: until then the stream counts as open.
    const finish = () => {
      over = true;
      setImmediate(() => this.forget(end));
    };
    this.ends.add(end);
    const stream: Results = {
      next: async () => {
        if (over) return { value: undefined, done: true };
        // A promise of its own for each turn: racing one long-lived promise would pile up its reactions.
        const step = last
          ? null
          : await new Promise<IteratorResult<FormattedResult> | null>((resolve, reject) => {
              interrupt = () => resolve(null);
              source.next().then(resolve, reject);
            }).catch((error) => {
              finish();
              throw error;
            });
        if (step && !step.done) return step;
        if (step || !last || saidLast) {
          finish();
          return { value: undefined, done: true };
        }
        saidLast = true;
        await source.return?.();
        return { value: last, done: false };
      },
      return: async () => {
        finish();
        interrupt();
        await source.return?.();
        return { value: undefined, done: true };
      },
      throw: async (error) => {
        finish();
        await source.return?.();
        throw error;
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }

  endAll(last: FormattedResult): void {
    for (const end of [...this.ends]) end(last);
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

  private forget(end: (last: FormattedResult) => void): void {
    this.ends.delete(end);
    if (this.size > 0) return;
    for (const waiter of this.waiters) waiter();
    this.waiters.clear();
  }
}
