import type { IncomingMessage, ServerResponse } from 'node:http';
import { print } from 'graphql-sse';
import type { FormattedResult } from '../executor';
import { executorErrors, statusOf } from '../executor';
import type { LiveOutput, LiveResult, LiveStream } from '../live';
import { readJsonBody } from './read-body';
import type { RequestFacts } from './request-facts';
import { type GraphRequest, isAdmitted, isStream, StreamOperations, type TransportParts } from './transport';

const PING_MILLISECONDS = 12_000;

/**
 * The graph as an event stream: the "distinct connections mode" of the GraphQL over SSE protocol.
 * The library's own handler reads a subscription as fast as it yields and keeps what the reader has not taken in memory;
 * here nothing more is taken from the source while written results wait for the reader, so that a slow one is noticed there.
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
      const last = isStream(result) ? await writeAll(result, response) : result;
      if (last) write(response, nextOf(Buffer.from(JSON.stringify(last))));
      write(response, print({ event: 'complete', data: null }));
    } finally {
      clearInterval(ping);
      response.end();
    }
  }
}

/** Writes the results of a stream as they come, and answers its last one; whoever leaves ends it. */
async function writeAll(stream: LiveStream, response: ServerResponse): Promise<FormattedResult | null> {
  const leave = () => void stream.return();
  const goOn = () => stream.resume();
  response.once('close', leave);
  response.on('drain', goOn);
  stream.writeTo(new ResponseOutput(response));
  try {
    let last: FormattedResult | null = null;
    for await (const result of stream) last = result;
    return last;
  } finally {
    response.off('close', leave);
    response.off('drain', goOn);
  }
}

class ResponseOutput implements LiveOutput {
  constructor(private readonly response: ServerResponse) {}

  get ready(): boolean {
    return !this.response.writableNeedDrain;
  }

  write(result: LiveResult): void {
    write(this.response, result.as('sse', nextOf));
  }

  begin(): void {
    this.response.cork();
  }

  flush(): void {
    this.response.uncork();
  }
}

/** What is written to a reader who has gone would end the process. */
function write(response: ServerResponse, data: string | Buffer): void {
  if (!response.destroyed && !response.writableEnded) response.write(data);
}

/** An event of the protocol with a result that is JSON already. */
function nextOf(json: Buffer): Buffer {
  return Buffer.concat([EVENT, json, END_OF_EVENT]);
}

const EVENT = Buffer.from('event: next\ndata: ');
const END_OF_EVENT = Buffer.from('\n\n');

function readQuery(url: URL): GraphRequest {
  const jsonOf = (name: string): unknown => {
    const text = url.searchParams.get(name);
    try {
      return text ? JSON.parse(text) : undefined;
    } catch {
      return 'not JSON';
    }
  };
  const { searchParams } = url;
  return {
    query: searchParams.get('query') ?? undefined,
    documentId: searchParams.get('documentId'),
    extensions: jsonOf('extensions'),
    operationName: searchParams.get('operationName'),
    variables: jsonOf('variables'),
  };
}

function answerRefusal(response: ServerResponse, result: FormattedResult): void {
  response.writeHead(statusOf(result), { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(result));
}
