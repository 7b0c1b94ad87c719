import { timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { type LogFeed, type LogHead, type LogPage, type LogWatcher, PostgresLogFeed, type StoredEvent } from '../../modules/events';
import { RowBuffer } from './row-buffer';

export interface EventBusOptions {
  /** `nats://` or `tls://`, with `user:password@` or `token@` where the server asks for it. */
  readonly url: string;
  /** The log itself: what the bus does not bring is read there. */
  readonly log: PostgresLogFeed;
  /** Keyed digest of a message, 32 bytes, by a key of the installation: what another has sent, or altered, is not read. */
  mac(text: string): Buffer;
  /** Milliseconds between looks at the log, whatever the bus says. */
  readonly poll?: number;
  /** Told of a bus that cannot be reached and of messages that cannot be read; events come from the log meanwhile. */
  onFailure(error: unknown): void;
}

/** Sequenced rows on their way between gateways: a feed for the readers of one, and the place where its sequencer tells of batches. */
export interface EventBus extends LogFeed {
  readonly connected: boolean;
  /** Tells the others of the rows after a position, through another; in the order of the calls. */
  publish(after: number, through: number): void;
}

interface Message {
  readonly epoch: string;
  readonly rows: readonly StoredEvent[];
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5_000;
const PAGE = 2000;
/** Below the megabyte that a NATS server takes unless told otherwise. */
const MESSAGE_BYTES = 512 * 1024;
/** Symbols of a message's keyed digest in base64, which stands before the message. */
const MAC_SYMBOLS = 44;
/** Each log has a subject of its own, so that several may share a server. */
const subjectOf = (epoch: string) => `lexgraph.events.${epoch}`;

/**
 * Joins the bus. NATS carries rows and decides nothing: positions are dense, so that what is missing, late or doubled is seen,
 * and read from the log. While the server is away, the process reads the log as it would without a bus.
 */
export function connectBus(options: EventBusOptions): EventBus {
  return new NatsBus(options);
}

class NatsBus implements EventBus {
  private readonly buffer = new RowBuffer();
  private connection: NatsConnection | null = null;
  private subscription: Subscription | null = null;
  private epoch: string | null = null;
  private alive = false;
  private stopped = false;
  private watcher: LogWatcher | null = null;
  private timer: NodeJS.Timeout | null = null;
  private publishing: Promise<void> = Promise.resolve();

  constructor(private readonly options: EventBusOptions) {}

  get connected(): boolean {
    return this.alive;
  }

  async start(watcher: LogWatcher): Promise<void> {
    this.watcher = watcher;
    // The log wakes readers while the bus is away, and tells at any time that its connection was lost.
    await this.options.log.start({ ...watcher, onWake: () => this.alive || watcher.onWake() });
    this.timer = setInterval(() => watcher.onWake(), this.options.poll ?? 250).unref();
    void this.connect();
  }

  async read(after: number): Promise<LogPage> {
    const rows = this.buffer.take(after, PAGE);
    const last = rows.at(-1);
    if (last) return { rows, more: this.buffer.has(Number(last.pos) + 1) };
    return this.options.log.read(after);
  }

  async head(): Promise<LogHead> {
    const head = await this.options.log.head();
    if (head.epoch !== this.epoch) {
      this.epoch = head.epoch;
      this.buffer.clear();
      this.listen();
    }
    return head;
  }

  publish(after: number, through: number): void {
    if (!this.alive) return;
    this.publishing = this.publishing.then(() => this.send(after, through)).catch((error) => this.options.onFailure(error));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.options.log.stop();
    await this.publishing;
    await this.connection?.close().catch(() => {});
  }

  /** Connects, again and again until it succeeds; from then on the client library comes back by itself. */
  private async connect(): Promise<void> {
    for (let delay = FIRST_DELAY_MS; !this.stopped; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      try {
        const connection = await connect({
          ...addressOf(this.options.url),
          timeout: 2_000,
          maxReconnectAttempts: -1,
          reconnectTimeWait: 500,
        });
        this.connection = connection;
        if (this.stopped) await connection.close();
        else await this.follow(connection);
      } catch (error) {
        this.options.onFailure(error);
      }
      if (!this.stopped) await wait(delay, undefined, { ref: false });
    }
  }

  /** Resolves when the connection has come to its end. */
  private async follow(connection: NatsConnection): Promise<void> {
    this.subscription = null;
    this.becomeAlive();
    try {
      for await (const { type } of connection.status()) {
        if (type === 'disconnect') this.alive = false;
        if (type === 'reconnect') this.becomeAlive();
        // Whatever was on its way then is in the log.
        this.watcher?.onWake();
      }
    } finally {
      this.alive = false;
    }
  }

  private becomeAlive(): void {
    this.alive = true;
    if (!this.subscription) this.listen();
    this.watcher?.onWake();
  }

  private listen(): void {
    const { connection, epoch } = this;
    if (!connection || connection.isClosed() || !epoch) return;
    this.subscription?.unsubscribe();
    this.subscription = connection.subscribe(subjectOf(epoch), {
      callback: (error, message) => {
        if (error) this.options.onFailure(error);
        else this.take(message.data, epoch);
      },
    });
  }

  private take(data: Uint8Array, epoch: string): void {
    let message: Message;
    try {
      message = JSON.parse(this.opened(Buffer.from(data).toString())) as Message;
    } catch (error) {
      this.options.onFailure(error);
      return;
    }
    if (message.epoch !== epoch) return;
    for (const row of message.rows) this.buffer.add({ ...row, at: new Date(row.at) });
    this.watcher?.onWake();
  }

  /** A server lets in whoever has its password; what readers are shown is the installation's own. */
  private sealed(text: string): string {
    return `${this.options.mac(text).toString('base64')}${text}`;
  }

  private opened(sealed: string): string {
    const text = sealed.slice(MAC_SYMBOLS);
    const told = Buffer.from(sealed.slice(0, MAC_SYMBOLS), 'base64');
    const own = this.options.mac(text);
    if (told.length !== own.length || !timingSafeEqual(told, own))
      throw new Error('A message of the event bus is not of this installation.');
    return text;
  }

  private async send(after: number, through: number): Promise<void> {
    const { epoch } = await this.options.log.head();
    for (let from = after; from < through && this.alive; ) {
      const { rows } = await this.options.log.read(from);
      if (rows.length === 0) return;
      from = Number(rows.at(-1)!.pos);
      const moved = rows.filter(({ pos }) => Number(pos) <= through);
      // The own readers need not wait until the server sends the rows back.
      if (epoch === this.epoch) for (const row of moved) this.buffer.add(row);
      this.watcher?.onWake();
      for (const part of inMessages(moved)) {
        this.connection?.publish(subjectOf(epoch), this.sealed(`{"epoch":"${epoch}","rows":[${part.join(',')}]}`));
      }
    }
  }
}

/** Rows as JSON, as many together as fit a message; one that is too long by itself is left to the log. */
function* inMessages(rows: readonly StoredEvent[]): Generator<readonly string[]> {
  let part: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    const length = Buffer.byteLength(text) + 1;
    if (length > MESSAGE_BYTES) continue;
    if (bytes + length > MESSAGE_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(text);
    bytes += length;
  }
  if (part.length > 0) yield part;
}

/** The address without its secrets, which go beside it. `tls://` asks for an encrypted connection and refuses any other. */
function addressOf(text: string): Parameters<typeof connect>[0] {
  const url = new URL(text);
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return {
    servers: url.host,
    ...(pass ? { user, pass } : user ? { token: user } : {}),
    ...(url.protocol === 'tls:' ? { tls: {} } : {}),
  };
}
