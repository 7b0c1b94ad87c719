import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type GraphQLSchema, parse } from 'graphql';
import type { GraphContext } from '../../modules/commands';
import type { PersistedDocuments } from '../documents';
import { executorPlugin, LruCache } from '../executor';
import { refusalOfRepeats } from '../limits';
import { readJsonBody } from './read-body';
import type { RequestFacts } from './request-facts';
import type { TransportParts } from './transport';

/** Apollo's hooks for cache hints, landing pages and reports cost time on every request, and are not used. */
const OFF = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Texts beyond this are not kept: 500 of the longest that are taken would fill the memory. */
const LONGEST_KEPT = 16_384;

/** GraphQL over HTTP: one Apollo server per derived schema, each running its operations through the executor. */
export class GraphqlHttp {
  /** Whom errors are shown to: Apollo's `formatError` is not told. */
  private readonly audience = new AsyncLocalStorage<RequestFacts>();
  private readonly servers = new WeakMap<GraphQLSchema, Promise<ApolloServer<GraphContext>>>();
  /** Texts that may be validated: those that come again are not parsed for it twice. */
  private readonly examined = new LruCache<string, true>(500);
  /** Strong references, so that what was started is also stopped. */
  private readonly started = new Set<Promise<ApolloServer<GraphContext>>>();

  constructor(private readonly parts: TransportParts) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL, facts: RequestFacts): Promise<void> {
    const { limits, documents, contextFor, schemaFor } = this.parts;
    const received = request.method === 'POST' ? await readJsonBody(request, limits.bodyBytes) : undefined;
    const context = await contextFor(facts);
    const { body, search } = withText(documents, received, url, context);
    this.examine(body ? body.query : new URLSearchParams(search).get('query'));
    const server = await this.serverOf(schemaFor(context.lender?.id ?? null));
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
    const answer = await this.audience.run(facts, () =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? 'POST', headers, search, body },
        context: async () => context,
      }),
    );
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    if (answer.body.kind === 'complete') {
      if (answer.status === 400 && isLegacyAnswer(answer.headers.get('content-type'), answer.body.string)) response.statusCode = 200;
      response.end(answer.body.string);
    } else {
      for await (const chunk of answer.body.asyncIterator) response.write(chunk);
      response.end();
    }
  }

  async stop(): Promise<void> {
    for (const started of this.started) await (await started).stop();
  }

  /** Apollo validates whatever parses. @throws QUERY_TOO_REPETITIVE */
  private examine(query: unknown): void {
    if (typeof query !== 'string' || this.examined.get(query)) return;
    const { limits } = this.parts;
    let document: ReturnType<typeof parse>;
    try {
      document = parse(query, { maxTokens: limits.tokens, noLocation: true });
    } catch {
      // Apollo tells what is wrong with it, and validates nothing.
      return;
    }
    const refusal = refusalOfRepeats(document, limits);
    if (refusal) throw refusal;
    if (query.length <= LONGEST_KEPT) this.examined.set(query, true);
  }

  private serverOf(schema: GraphQLSchema): Promise<ApolloServer<GraphContext>> {
    const known = this.servers.get(schema);
    if (known) return known;
    const started = this.start(schema);
    this.servers.set(schema, started);
    this.started.add(started);
    return started;
  }

  private async start(schema: GraphQLSchema): Promise<ApolloServer<GraphContext>> {
    const { executor, limits, formatError } = this.parts;
    const hidden = executor.options.introspection === 'OFF';
    const server = new ApolloServer<GraphContext>({
      schema,
      // The executor decides about introspection, for every transport alike.
      introspection: true,
      hideSchemaDetailsFromClientErrors: hidden,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      csrfPrevention: true,
      persistedQueries: false,
      parseOptions: { maxTokens: limits.tokens },
      plugins: [executorPlugin(executor), ...OFF],
      formatError: (_, error) => formatError(error, this.audience.getStore()!),
    });
    await server.start();
    return server;
  }
}

/**
 * The request with its document's text in place of an id, which is all that the server behind knows.
 * @throws the codes of persisted documents
 */
function withText(
  documents: PersistedDocuments,
  body: Readonly<Record<string, unknown>> | undefined,
  url: URL,
  { caller }: GraphContext,
): { readonly body?: Readonly<Record<string, unknown>>; readonly search: string } {
  if (body) {
    const { documentId: _, ...rest } = body;
    const query = documents.textOf(body, caller);
    const extensions = withoutId(body.extensions);
    return { body: { ...rest, ...(query == null ? {} : { query }), ...(extensions == null ? {} : { extensions }) }, search: url.search };
  }
  const parameters = new URLSearchParams(url.searchParams);
  const extensions = jsonOf(parameters.get('extensions'));
  const text = documents.textOf(
    { query: parameters.get('query') ?? undefined, documentId: parameters.get('documentId'), extensions },
    caller,
  );
  // What stands twice is the server's to refuse.
  if (typeof text === 'string' && !parameters.get('query')) parameters.set('query', text);
  parameters.delete('documentId');
  if (isObject(extensions)) parameters.set('extensions', JSON.stringify(withoutId(extensions)));
  return { search: `?${parameters}` };
}

function withoutId(extensions: unknown): unknown {
  if (!isObject(extensions)) return extensions;
  const { persistedQuery: _, ...rest } = extensions;
  return rest;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is no JSON is the server's to refuse. */
function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Whether a well-formed request whose document or variables do not fit is answered as `application/json`: there the
 * GraphQL over HTTP specification wants 200, since that media type does not tell a graph's answer from a proxy's.
 * With `application/graphql-response+json` the same is 400.
 */
function isLegacyAnswer(contentType: string | undefined, body: string): boolean {
  if (!contentType?.startsWith('application/json')) return false;
  const { errors } = JSON.parse(body) as { errors?: Array<{ extensions?: { code?: string } }> };
  return errors?.[0]?.extensions?.code !== 'BAD_REQUEST';
}
