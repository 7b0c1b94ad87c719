import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Clock } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { eventErrors } from '../../modules/events';
import type { ErrorDefinition } from '../../schema/base';
import { PersistedDocuments } from '../documents';
import { Executor, type Introspection, makeErrorFormatter, statusOf } from '../executor';
import { graphiqlPage } from '../graphiql';
import type { Limits } from '../limits';
import { LiveStreams } from '../live';
import { GraphqlHttp } from './graphql-http';
import { GraphqlEventStreams } from './graphql-sse';
import { GraphqlWebSockets } from './graphql-ws';
import { httpErrors } from './http.errors';
import { addressOf, factsOfHeaders, type RequestFacts } from './request-facts';
import type { TransportParts } from './transport';

/** A handler beside the graph: uploads, downloads, a provider's callback. Coded errors that it throws are answered as JSON. */
export interface Route {
  /** An address, or with a trailing `/` everything below it. */
  readonly path: string;
  readonly methods: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse, url: URL, facts: RequestFacts): Promise<void> | void;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The derived schema of a lender; null: the caller names none. */
  schemaFor(lenderId: string | null): GraphQLSchema;
  /** Verifies the caller and answers the context of one request. @throws coded errors */
  contextFor(facts: RequestFacts): Promise<GraphContext>;
  readonly limits: Limits;
  readonly introspection: Introspection;
  readonly graphiql: boolean;
  /** The one list of error codes: no other code leaves. */
  readonly errorDefinitions: readonly ErrorDefinition[];
  readonly logger: Logger;
  /** By which tokens end; the system's unless given. */
  readonly clock?: Clock;
  /** After which a socket without a token ends; a minute unless given. */
  readonly idleMilliseconds?: number;
  /** Documents by their ids, and who may send listed ones only; none is listed unless given. */
  readonly documents?: PersistedDocuments;
  readonly routes?: readonly Route[];
  /** Whether requests can be answered, for `/health`. */
  readonly isReady?: () => Promise<boolean> | boolean;
}

export interface HttpGateway {
  readonly url: string;
  readonly port: number;
  /** Open subscriptions, over all transports. */
  readonly openStreams: number;
  /**
   * Stops taking requests, lets running ones finish, gives streams a last result and closes sockets with 1012.
   * Stop the event streams first: they end with their last cursors.
   */
  close(): Promise<void>;
}

/**
 * How long a connection may take: a caller that sends its headers or its body drop by drop holds one for nothing.
 * The body's time is that of the largest upload over a slow line.
 */
const CONNECTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  // What may wait for a slow reader, before its stream is told that there is no room: ten thousand of them are to fit.
  highWaterMark: 16_384,
};

/** Beyond it new ones are turned away, before they cost memory: 10 000 subscribers, and room for requests beside them. */
const MOST_CONNECTIONS = 12_000;

const GRACE = { streams: 2_000, requests: 10_000 };

/** The graph over HTTP, WebSocket and server-sent events on one port, with GraphiQL and whatever routes are given. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpGateway> {
  const { logger, limits } = options;
  const formatError = makeErrorFormatter({ definitions: options.errorDefinitions, logger });
  const executor = new Executor({ limits, introspection: options.introspection, formatError });
  const streams = new LiveStreams(executor);
  let closing = false;
  const parts: TransportParts = {
    executor,
    limits,
    formatError,
    documents: options.documents ?? new PersistedDocuments({ textOf: () => null }),
    streams,
    clock: options.clock,
    idleMilliseconds: options.idleMilliseconds,
    schemaFor: (lenderId) => options.schemaFor(lenderId),
    contextFor: (facts) => options.contextFor(facts),
    isClosing: () => closing,
  };
  const http = new GraphqlHttp(parts);
  const events = new GraphqlEventStreams(parts);
  const sockets = new GraphqlWebSockets(parts);

  const routes: Route[] = [
    { path: '/graphql', methods: ['GET', 'POST'], handle: (...request) => http.handle(...request) },
    { path: '/graphql/stream', methods: ['GET', 'POST'], handle: (...request) => events.handle(...request) },
    {
      path: '/health',
      methods: ['GET', 'HEAD'],
      handle: (_request, response) => answerHealth(response, !closing && (options.isReady?.() ?? true)),
    },
    ...(options.graphiql ? ['/', '/graphiql'].map((path): Route => ({ path, methods: ['GET', 'HEAD'], handle: graphiqlPage() })) : []),
    ...(options.routes ?? []),
  ];

  const routesAt = (address: string) =>
    routes.filter(({ path }) => path === address || (path.length > 1 && path.endsWith('/') && address.startsWith(path)));

  const server = createServer(CONNECTIONS, (request, response) => {
    const facts = factsOfHeaders(request.headers);
    const started = performance.now();
    response.setHeader('x-request-id', facts.requestId);
    // Answers hold what one caller may see; routes whose answers anybody may keep say so themselves.
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    response.once('finish', () => {
      const { method, url = '/' } = request;
      // The route, not the address: a link is a key to a file while it lasts.
      logger.debug({
        requestId: facts.requestId,
        method,
        path: routesAt(url.split('?')[0]!)[0]?.path ?? 'none',
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      });
    });
    dispatch(request, response, facts).catch((error) => answerError(request, response, error, facts));
  });

  async function dispatch(request: IncomingMessage, response: ServerResponse, facts: RequestFacts): Promise<void> {
    const url = addressOf(request);
    if (!url) throw httpErrors.error('NOT_FOUND');
    const atPath = routesAt(url.pathname);
    if (closing && url.pathname !== '/health') throw eventErrors.error('SHUTTING_DOWN');
    if (atPath.length === 0) throw httpErrors.error('NOT_FOUND');
    const route = atPath.find(({ methods }) => methods.includes(request.method ?? ''));
    if (!route) {
      const allowed = [...new Set(atPath.flatMap(({ methods }) => methods))].join(', ');
      response.setHeader('allow', allowed);
      throw httpErrors.error('METHOD_NOT_ALLOWED', { allowed });
    }
    await route.handle(request, response, url, facts);
  }

  function answerError(request: IncomingMessage, response: ServerResponse, error: unknown, facts: RequestFacts): void {
    const result = { errors: [formatError(error, facts)] };
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const type = (request.headers.accept ?? '').includes('application/graphql-response+json')
      ? 'application/graphql-response+json'
      : 'application/json';
    // What is left of a body that was not read would be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(statusOf(result), { 'content-type': `${type}; charset=utf-8` }).end(JSON.stringify(result));
  }

  server.maxConnections = MOST_CONNECTIONS;
  sockets.attach(server, '/graphql');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get openStreams() {
      return streams.size;
    },
    async close() {
      if (closing) return;
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await streams.idle(GRACE.streams / 4);
      streams.endAll({ errors: [formatError(eventErrors.error('SHUTTING_DOWN'), { locale: 'en', requestId: 'shutdown' })] });
      await streams.idle(GRACE.streams);
      await sockets.close();
      server.closeIdleConnections();
      const forced = setTimeout(() => server.closeAllConnections(), GRACE.requests);
      await closed;
      clearTimeout(forced);
      await http.stop();
    },
  };
}

async function answerHealth(response: ServerResponse, ready: Promise<boolean> | boolean): Promise<void> {
  const isReady = await ready;
  response
    .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ ready: isReady }));
}
