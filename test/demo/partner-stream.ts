import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Sandbox } from './sandbox';

export interface PartnerEvent {
  readonly id: string;
  readonly cursor: string;
  readonly type: string;
  readonly payload: { readonly kind?: string; readonly to?: string };
}

const DOCUMENT = `subscription Events($after: Cursor) {
  events(after: $after, types: ["ApplicationStatusChanged", "DecisionMade", "ContractStatusChanged"]) { id cursor type payload }
}`;

/** A partner's reader: keeps what it handled and the cursor after it; its connection can be cut at any moment. */
export class PartnerStream {
  readonly handled: PartnerEvent[] = [];
  private client: Client | null = null;
  private socket: WebSocket | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly token: string,
  ) {}

  get cursor(): string | null {
    return this.handled.at(-1)?.cursor ?? null;
  }

  /** Connects and goes on after the last handled event. */
  async connect(): Promise<void> {
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
    this.client!.subscribe<{ events: PartnerEvent }>(
      { query: DOCUMENT, variables: { after: this.cursor } },
      {
        next: ({ data }) => {
          if (data) this.handled.push(data.events);
          for (const wake of this.waiting) wake();
        },
        // The cut is the point of the exercise.
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

  /** Waits until so many events were handled. */
  async until(holds: (handled: readonly PartnerEvent[]) => boolean, what: string): Promise<void> {
    if (holds(this.handled)) return;
    await new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`Waited ten seconds in vain for ${what}.`)), 10_000);
      const check = () => {
        if (!holds(this.handled)) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        done();
      };
      this.waiting.add(check);
    });
  }
}
