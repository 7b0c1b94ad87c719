export interface BackgroundLoopOptions {
  /** One round: does all that waits. Must be safe to repeat and to be ended between steps. */
  work(): Promise<void>;
  /** Covers nudges that were lost with their process. */
  readonly pollMilliseconds: number;
  /** Told of failed rounds; nothing is lost by them, the next round tries again. */
  onFailure(error: unknown): void;
}

/** Work that is done at a nudge and at every poll, one round at a time in this process. */
export class BackgroundLoop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;

  constructor(private readonly options: BackgroundLoopOptions) {}

  start(): void {
    if (this.timer) return;
    this.timer = setInterval(() => this.nudge(), this.options.pollMilliseconds);
    this.timer.unref();
    this.nudge();
  }

  /** Begins a round now, or another one after the present. Does nothing before `start` and after `stop`. */
  nudge(): void {
    if (!this.timer) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.options
      .work()
      .catch((error) => this.options.onFailure(error))
      .finally(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        this.nudge();
      });
  }

  /** Ends after the present round. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }
}
