import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import { decodeCursor } from '../../modules/events';
import type { Random } from './random';

/** A row of the log as the oracle reads it, behind row-level security. */
export interface LoggedRow {
  readonly pos: number;
  readonly id: string;
  readonly type: string;
  readonly lenderId: string;
  readonly subject: string;
  readonly applicationId: string | null;
  readonly clientId: string | null;
  readonly plugin: string | null;
  readonly version: number | null;
}

export interface SubscriberOptions {
  readonly name: string;
  readonly transport: 'WebSocket' | 'SSE';
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an event is this reader's: said once more, in plain words, beside the product's filter. */
  readonly wants: (row: LoggedRow) => boolean;
  /** Cursor to begin after. */
  readonly from: string;
  readonly random: Random;
  /** Addresses of the gateways that answer now. */
  urls(): readonly string[];
}

const DOCUMENT = `subscription ($after: Cursor, $types: [String!], $applicationId: ID, $clientId: ID, $plugin: String) {
  events(after: $after, types: $types, applicationId: $applicationId, clientId: $clientId, plugin: $plugin) { cursor id type }
}`;

interface Answer {
  readonly data?: { readonly events: { readonly cursor: string; readonly id: string } } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly lastCursor?: string } }[];
}

/** A partner's program: handles events, acknowledges them a little later, and comes back after its last acknowledgement. */
export class Subscriber {
  /** Positions and ids handled, in order; what was not acknowledged before a break is taken off again. */
  readonly handled: { pos: number; id: string }[] = [];
  readonly violations: string[] = [];
  readonly endings: Record<string, number> = {};
  resumed = 0;
  again = 0;
  private acknowledged = 0;
  private cursor: string;
  private cut: () => void = () => {};
  private stopped = false;
  private running: Promise<void> | null = null;

  constructor(readonly options: SubscriberOptions) {
    this.cursor = options.from;
  }

  start(): void {
    this.running = this.run();
  }

  /** Breaks off as a process that is killed: what it had not acknowledged it has never seen. */
  kill(): void {
    this.cut();
  }

  /** What is handled so far is judged: from now on nothing is taken off or added. */
  freeze(): void {
    this.stopped = true;
    this.acknowledged = this.handled.length;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cut();
    await this.running;
  }

  private async run(): Promise<void> {
    const { random, urls } = this.options;
    while (!this.stopped) {
      const at = urls();
      if (at.length > 0) await this.listen(random.of(at)).catch((error) => this.note(describe(error)));
      this.forgetUnacknowledged();
      this.resumed++;
      await new Promise((resolve) => setTimeout(resolve, random.between(20, 200)));
    }
  }

  private async listen(url: string): Promise<void> {
    const { results, cut } = this.open(url);
    let broken = false;
    this.cut = () => {
      broken = true;
      cut();
    };
    if (this.stopped) return cut();
    try {
      for await (const answer of results) {
        if (broken) return;
        const [error] = answer.errors ?? [];
        if (error) return this.end(error);
        await this.handle(answer.data!.events);
      }
      if (!broken) this.note('completed');
    } finally {
      cut();
    }
  }

  private end({ message, extensions }: NonNullable<Answer['errors']>[number]): void {
    this.note(extensions?.code ?? message);
    // The last cursor says that all up to it has come: a reader may go on there without having acknowledged.
    if (!extensions?.lastCursor) return;
    if (this.positionOf(extensions.lastCursor) < (this.handled.at(-1)?.pos ?? 0)) {
      this.violations.push(`${this.options.name}: a last cursor before what had been delivered`);
    }
    if (this.options.random.chance(0.5)) this.acknowledge(extensions.lastCursor);
  }

  private async handle({ cursor, id }: { cursor: string; id: string }): Promise<void> {
    if (this.stopped) return;
    const { random, name } = this.options;
    const pos = this.positionOf(cursor);
    const before = this.handled.at(-1)?.pos ?? 0;
    if (pos <= this.positionOf(this.cursor)) this.violations.push(`${name}: ${pos} came again after its acknowledgement`);
    else if (pos <= before) this.violations.push(`${name}: ${pos} came after ${before}`);
    this.handled.push({ pos, id });
    if (random.chance(0.02)) await new Promise((resolve) => setTimeout(resolve, random.between(1, 50)));
    if (random.chance(0.3)) this.acknowledge(cursor);
  }

  private acknowledge(cursor: string): void {
    this.cursor = cursor;
    this.acknowledged = this.handled.length;
  }

  private forgetUnacknowledged(): void {
    this.again += this.handled.length - this.acknowledged;
    this.handled.length = this.acknowledged;
  }

  private positionOf(cursor: string): number {
    return decodeCursor(cursor).pos;
  }

  private note(ending: string): void {
    if (!this.stopped) this.endings[ending] = (this.endings[ending] ?? 0) + 1;
  }

  private open(url: string): { results: AsyncIterable<Answer>; cut: () => void } {
    const { transport, headers, variables } = this.options;
    const operation = { query: DOCUMENT, variables: { ...variables, after: this.cursor } };
    if (transport === 'SSE') {
      const client = createSseClient({ url: `${url}/graphql/stream`, headers: { ...headers }, retryAttempts: 0 });
      return { results: client.iterate(operation) as AsyncIterable<Answer>, cut: () => client.dispose() };
    }
    let socket: WebSocket | null = null;
    const client = createWsClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: headers,
      retryAttempts: 0,
      on: { opened: (opened) => (socket = opened as WebSocket) },
    });
    return {
      results: client.iterate(operation) as AsyncIterable<Answer>,
      cut: () => {
        socket?.terminate();
        // A connection that is only being made fails by this, and nobody waits for it.
        Promise.resolve(client.dispose()).catch(() => {});
      },
    };
  }
}

function describe(error: unknown): string {
  if (Array.isArray(error)) return String(error[0]?.extensions?.code ?? error[0]?.message);
  const { code, reason, response } = error as { code?: number | string; reason?: string; response?: Response };
  if (response) return `status ${response.status}`;
  if (code !== undefined) return `closed ${code}${reason ? ` ${reason}` : ''}`;
  return 'connection lost';
}
