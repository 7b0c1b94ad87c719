import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { print } from 'graphql-sse';
import type { FormattedResult } from '../executor';
import { executorErrors, statusOf } from '../executor';
import { readJsonBody } from './read-body';
import type { RequestFacts } from './request-facts';
import { type GraphRequest, isAdmitted, isStream, StreamOperations, type TransportParts } from './transport';

const PING_MILLISECONDS = 12_000;

/**
 * The graph as an event stream: the "distinct connections mode" of the GraphQL over SSE protocol.
 * The library's own handler reads a subscription as fast as it yields and keeps what the reader has not taken in memory;
 * here the next result is asked for only when the last has been written, so that a slow reader is noticed at its source.
 */
export class GraphqlEventStreams {
  private readonly operations: StreamOperations;

  constructor(private readonly parts: TransportParts) {
    this.operations = new StreamOperations(parts);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL, facts: RequestFacts): Promise<void> {
    const { limits, contextFor, formatError } = this.parts;
    if (!(request.headers.accept ?? '').includes('text/event-stream')) throw executorErrors.error('BAD_REQUEST');
    const body: GraphRequest = request.method === 'POST' ? await readJsonBody(request, limits.bodyBytes) : readQuery(url);
    const context = await contextFor(facts);
    const admitted = await this.operations.admit(body, context);
    if (!isAdmitted(admitted)) return answerRefusal(response, admitted);
    const { operation } = admitted.prepared.operation;
    if (operation === 'mutation' && request.method === 'GET') {
      return answerRefusal(response, { errors: [formatError(executorErrors.error('BAD_REQUEST'), context)] });
    }
    const result = await this.operations.run(admitted);
    if (!isStream(result) && result.data === undefined) return answerRefusal(response, result);

    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    // Some browsers take the headers only with the first bytes.
    response.write(':\n\n');
    const ping = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), PING_MILLISECONDS);
    try {
      if (isStream(result)) await pump(result, response);
      else await write(response, nextOf(result));
      await write(response, print({ event: 'complete', data: null }));
    } finally {
      clearInterval(ping);
      response.end();
    }
  }
}

async function pump(results: AsyncIterableIterator<FormattedResult>, response: ServerResponse): Promise<void> {
  const leave = () => void results.return?.();
  response.once('close', leave);
  try {
    for await (const result of results) if (!(await write(response, nextOf(result)))) break;
  } finally {
    response.off('close', leave);
  }
}

function nextOf(result: FormattedResult): string {
  // The library's type wants errors before they are formatted.
  return print<false, 'next'>({ event: 'next', data: result as ExecutionResult<Record<string, unknown>> });
}

/** Writes and waits until the reader has room again; false when it has gone. */
async function write(response: ServerResponse, text: string): Promise<boolean> {
  if (response.destroyed || response.writableEnded) return false;
  if (response.write(text)) return true;
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
  return !response.destroyed;
}

function readQuery(url: URL): GraphRequest {
  const variables = url.searchParams.get('variables');
  let parsed: unknown;
  try {
    parsed = variables ? JSON.parse(variables) : undefined;
  } catch {
    parsed = 'not JSON';
  }
  return { query: url.searchParams.get('query') ?? undefined, operationName: url.searchParams.get('operationName'), variables: parsed };
}

function answerRefusal(response: ServerResponse, result: FormattedResult): void {
  response.writeHead(statusOf(result), { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(result));
}
