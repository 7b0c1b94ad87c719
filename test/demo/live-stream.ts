import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Sandbox } from './sandbox';

const PATIENCE_MS = 10_000;

/**
 * A reader of one subscription over WebSocket: keeps what it handled and goes on after the last cursor; its connection can be cut at any
 * moment. The subscription takes `$after` and answers a field named `item` with a `cursor`.
 */
export class LiveStream<Item extends { readonly cursor: string }> {
  readonly handled: Item[] = [];
  private client: Client | null = null;
  private socket: WebSocket | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly sandbox: Sandbox,
    private token: string,
    private readonly query: string,
  ) {}

  get cursor(): string | null {
    return this.handled.at(-1)?.cursor ?? null;
  }

  /** Connects and goes on after the last handled item, or another cursor; with a new token where the one before may have run out. */
  async connect(token = this.token, after = this.cursor): Promise<void> {
    this.token = token;
    const stream = this;
    const opened = new Promise<void>((done, failed) => {
      class Socket extends WebSocket {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(address, protocols);
          stream.socket = this;
        }
      }
      this.client = createClient({
        url: `${this.sandbox.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: Socket,
        connectionParams: { authorization: `Bearer ${this.token}` },
        retryAttempts: 0,
        lazy: false,
        onNonLazyError: failed,
        on: { connected: () => done() },
      });
    });
    await opened;
    this.client!.subscribe<{ item: Item }>(
      { query: this.query, variables: { after } },
      {
        next: ({ data }) => {
          if (data) this.handled.push(data.item);
          for (const wake of this.waiting) wake();
        },
        // A cut is the point of the exercise; whoever waits for an item says what did not come.
        error: () => {},
        complete: () => {},
      },
    );
    // The server's answer to a ping comes after it has taken the subscription.
    await new Promise<void>((done) => {
      this.socket!.once('pong', () => setTimeout(done, 100));
      this.socket!.ping();
    });
  }

  /** Cuts the connection as a broken network would: no goodbye. */
  cut(): void {
    this.socket?.terminate();
  }

  async close(): Promise<void> {
    await this.client?.dispose();
  }

  /** Waits until what was handled is enough. */
  async until(holds: (handled: readonly Item[]) => boolean, what: string): Promise<void> {
    if (holds(this.handled)) return;
    await new Promise<void>((done, failed) => {
      const check = () => {
        if (!holds(this.handled)) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        done();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        failed(new Error(`Waited ten seconds in vain for ${what}.`));
      }, PATIENCE_MS);
      this.waiting.add(check);
    });
  }
}
