import pg from 'pg';

export interface LogListenerOptions {
  readonly connection: pg.ClientConfig;
  readonly channel: string;
  onNotify(): void;
  /** After each connection, the first included: what was told meanwhile was not heard. */
  onConnected(): void;
  onFailure(error: unknown): void;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;

/** One connection that listens on a channel, and comes back with growing pauses when it is lost. */
export class LogListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private delay = FIRST_DELAY_MS;
  private stopped = false;

  constructor(private readonly options: LogListenerOptions) {}

  /** Resolves after the first attempt, also when it failed: the next ones follow by themselves. */
  async start(): Promise<void> {
    const client = new pg.Client({ ...this.options.connection, keepAlive: true });
    this.client = client;
    let lost = false;
    const onLost = () => {
      if (lost) return;
      lost = true;
      this.retry();
    };
    client.on('error', (error) => {
      if (!this.stopped) this.options.onFailure(error);
    });
    client.on('end', onLost);
    client.on('notification', () => this.options.onNotify());
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(this.options.channel)}`);
      this.delay = FIRST_DELAY_MS;
      this.options.onConnected();
    } catch (error) {
      if (!this.stopped) this.options.onFailure(error);
      await client.end().catch(() => {});
      onLost();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => {});
  }

  private retry(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), this.delay).unref();
    this.delay = Math.min(this.delay * 2, LONGEST_DELAY_MS);
  }
}
