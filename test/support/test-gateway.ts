import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import pg from 'pg';
import { pino } from 'pino';
import WebSocket from 'ws';
import type { Config } from '../../gateway/config';
import type { TokenRequest } from '../../gateway/identity';
import type { Gateway } from '../../gateway/runtime';
import type { CaughtMessage } from '../../gateway/sandbox';
import { start } from '../../gateway/start';
import { MovableClock } from '../../modules/calendar';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Who asks: as in the headers of a request. */
export interface Asker {
  readonly token?: string;
  /** Code of a lender. */
  readonly lender?: string;
  readonly locale?: string;
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly AnsweredError[];
}

/** Values of a graph's answer, as a test that knows its own query reads them. */
// biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's, which only the test knows.
export type Values = any;

/** Sends a document and answers all that came back, errors included. */
export type Ask = <Data = Values>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer<Data>>;

/** What one stream tells: its results, one after the other, until the gateway ends it. */
export interface Listener {
  next(): Promise<IteratorResult<Answer<Values>>>;
  /** Cuts the connection without a word, as a network does. */
  cut(): void;
}

export type Transport = 'WebSocket' | 'SSE';

export interface TestGateway {
  readonly url: string;
  readonly clock: MovableClock;
  readonly parts: Gateway;
  readonly directory: string;
  readonly database: TestDatabase;
  /** Lines that the gateway has logged, at the most talkative level. */
  readonly logged: string[];
  token(request: Partial<TokenRequest> & Pick<TokenRequest, 'kind'>): Promise<string>;
  as(asker: Asker): Ask;
  listen(transport: Transport, asker: Asker, document: string, variables?: Readonly<Record<string, unknown>>): Listener;
  /** Cuts all streams and waits until the gateway has noticed. */
  silence(): Promise<void>;
  /** Waits until what was committed stands in the event log. */
  sequenced(): Promise<void>;
  /** Messages to an address that the simulators caught, the latest first. */
  messages(to: string): Promise<readonly CaughtMessage[]>;
  /** A look behind row-level security. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Stops this gateway; its database, directory and keys go with the first one that had them. A second call does nothing. */
  stop(): Promise<void>;
}

export interface TestGatewayOptions {
  /** Where the clock stands at first. */
  readonly at?: string;
  readonly config?: Partial<Config>;
  /** What production's adapters are set up by. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Another gateway whose database, keys and clock this one shares. */
  readonly beside?: TestGateway;
}

/** Lender whose callers a test speaks for when it names none. */
export const LENDER = 'veritas';

/** The whole gateway as it starts in the sandbox, on a port of its own, with a clock that the test moves. */
export async function startTestGateway({
  at = '2023-04-28T09:00:00Z',
  config = {},
  settings,
  beside,
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const database = beside?.database ?? (await createTestDatabase());
  const directory = beside?.directory ?? mkdtempSync(join(tmpdir(), 'lexgraph-e2e-'));
  const clock = beside?.clock ?? MovableClock.standingAt(at);
  const logged: string[] = [];
  const parts = await start({
    config: {
      mode: 'sandbox',
      host: '127.0.0.1',
      port: 0,
      dataDirectory: directory,
      database: { url: database.urls.app, ownerUrl: database.urls.owner, workerUrl: database.urls.worker, poolSize: 6 },
      keys: null,
      sealKeys: null,
      identity: { issuer: null, audience: 'lexgraph' },
      introspection: true,
      logLevel: 'trace',
      storage: 'LOCAL',
      publicUrl: null,
      events: { retentionDays: 90, bus: null },
      documents: { list: null, listedOnly: [] },
      metrics: null,
      ...config,
    },
    clock,
    settings,
    logger: pino({ level: 'trace', base: null }, { write: (line: string) => void logged.push(line) }),
  });
  const { url } = parts.http;
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const listeners: Listener[] = [];
  let stopped = false;
  return {
    url,
    clock,
    parts,
    directory,
    database,
    logged,
    token: (request) => parts.issuer.issueToken({ subject: `${request.kind}-1`.toLowerCase(), lenders: [LENDER], ttl: 3600, ...request }),
    as: (asker) => {
      const client = new GraphQLClient(`${url}/graphql`, { headers: headersOf(asker), errorPolicy: 'all' });
      return (document, variables) => answerOf(client, document, variables);
    },
    listen: (transport, asker, query, variables) => {
      const listener = (transport === 'SSE' ? overSse : overWebSocket)(url, asker, { query, variables: { ...variables } });
      listeners.push(listener);
      return listener;
    },
    silence: async () => {
      for (const listener of listeners.splice(0)) listener.cut();
      await eventually(() => parts.http.openStreams === 0);
    },
    sequenced: async () => {
      await eventually(async () => (await admin.query('select from core.event_inbox limit 1')).rowCount === 0);
    },
    messages: async (to) => (await (await fetch(`${url}/sandbox/inbox?to=${encodeURIComponent(to)}`)).json()) as readonly CaughtMessage[],
    sql: async <Row>(text: string, values: readonly unknown[] = []) => (await admin.query(text, [...values])).rows as Row[],
    async stop() {
      if (stopped) return;
      stopped = true;
      await parts.stop();
      await admin.end();
      if (beside) return;
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Asks again until the answer is there; work behind a request needs a moment. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false> | T | null | undefined | false): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Nothing came of ${look.toString()}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function headersOf({ token, lender, locale }: Asker): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(lender ? { 'lexgraph-lender': lender } : {}),
    ...(locale ? { 'accept-language': locale } : {}),
  };
}

async function answerOf<Data>(
  client: GraphQLClient,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  try {
    const { status, data, errors } = await client.rawRequest<Data>(document, variables);
    return { status, data, ...(errors ? { errors: JSON.parse(JSON.stringify(errors)) as AnsweredError[] } : {}) };
  } catch (error) {
    // Thrown for a status other than 2xx, with what was answered inside.
    const { response } = error as { response?: { status: number; data?: Data; errors?: readonly AnsweredError[] } };
    if (!response) throw error;
    return { status: response.status, data: response.data, errors: response.errors };
  }
}

interface Operation extends Record<string, unknown> {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function overWebSocket(url: string, asker: Asker, operation: Operation): Listener {
  const opened: WebSocket[] = [];
  const client = createWsClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headersOf(asker),
    retryAttempts: 0,
    on: { opened: (socket) => void opened.push(socket as WebSocket) },
  });
  const results = client.iterate(operation);
  return { next: () => refusalAsAnswer(results.next()), cut: () => opened.map((socket) => socket.terminate()) };
}

function overSse(url: string, asker: Asker, operation: Operation): Listener {
  const client = createSseClient({ url: `${url}/graphql/stream`, headers: headersOf(asker), retryAttempts: 0 });
  const results = client.iterate(operation);
  return { next: () => refusalAsAnswer(results.next()), cut: () => client.dispose() };
}

/**
 * An operation that never began has errors only: graphql-ws throws them as an array, or the close of a socket that was
 * refused; graphql-sse the response that refused.
 */
async function refusalAsAnswer(result: Promise<IteratorResult<unknown>>): Promise<IteratorResult<Answer<Values>>> {
  try {
    return (await result) as IteratorResult<Answer<Values>>;
  } catch (error) {
    if (Array.isArray(error)) return { done: false, value: { status: 200, errors: error as AnsweredError[] } };
    const { response, code, reason } = error as { response?: Response; code?: number; reason?: string };
    if (code && reason) return { done: false, value: { status: code, errors: [{ message: reason, extensions: { code: reason } }] } };
    if (!response) throw error;
    const { errors } = (await response.json()) as Answer<Values>;
    return { done: false, value: { status: response.status, errors } };
  }
}
