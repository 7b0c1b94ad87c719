import { setTimeout as sleep } from 'node:timers/promises';

/** Lets so many at a time and so many a second through, in the order in which they came. */
export class Pace {
  private running = 0;
  private next = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: { readonly atATime: number; readonly perSecond: number }) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.atATime) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    try {
      await this.turn();
      return await work();
    } finally {
      // A place that is freed goes to who waits longest, without becoming free in between.
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** Nobody goes for so long; who waits already, waits on. */
  hold(milliseconds: number): void {
    this.next = Math.max(this.next, performance.now() + milliseconds);
  }

  private async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.next);
    this.next = at + 1_000 / this.limits.perSecond;
    if (at > now) await sleep(at - now);
  }
}
