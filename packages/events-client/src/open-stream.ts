import { type GraphError, StreamProblem } from './stream-problem.ts';

export interface StreamRequest {
  /** The gateway's `/graphql/stream`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly query: string; readonly operationName?: string; readonly variables?: Readonly<Record<string, unknown>> };
  readonly signal: AbortSignal;
  /** Milliseconds without a sign of life after which the connection counts as lost. */
  readonly silence: number;
}

export interface StreamResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphError[];
}

/** A single message beyond it is no event: characters. */
const LONGEST = 16_777_216;

/**
 * The results of an operation over server-sent events ("distinct connections mode" of GraphQL over SSE), one at a time: while one is
 * handled nothing more is read, so what waits is bounded by the connection's own buffers.
 * @throws StreamProblem
 */
export async function* openStream({ url, headers, body, signal, silence }: StreamRequest): AsyncGenerator<StreamResult, void, undefined> {
  const connection = new AbortController();
  const leave = () => connection.abort(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  let silent = false;
  /** A step of the connection, which ends it when it takes too long. */
  const heard = async <Result>(step: Promise<Result>): Promise<Result> => {
    const timer = setTimeout(() => {
      silent = true;
      connection.abort();
    }, silence);
    try {
      return await step;
    } catch (cause) {
      if (silent) throw new StreamProblem('CONNECTION_SILENT', `Nothing came for ${silence} ms.`);
      throw new StreamProblem('CONNECTION_LOST', 'The connection broke, or could not be made.', { cause });
    } finally {
      clearTimeout(timer);
    }
  };
  try {
    const response = await heard(
      fetch(url, {
        method: 'POST',
        headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify(body),
        cache: 'no-store',
        signal: connection.signal,
      }),
    );
    const isStream = response.ok && (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
    if (!isStream || !response.body) throw await refusalOf(response, heard(response.text()));
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await heard(reader.read());
      if (done) throw new StreamProblem('CONNECTION_LOST', 'The connection ended without a last word.');
      const messages = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = messages.pop() ?? '';
      if (rest.length > LONGEST) throw new StreamProblem('MESSAGE_TOO_LONG', `A message is longer than ${LONGEST} characters.`);
      for (const message of messages) {
        const { event, data } = read(message);
        if (event === 'complete') return;
        if (event === 'next') yield JSON.parse(data) as StreamResult;
      }
    }
  } finally {
    signal.removeEventListener('abort', leave);
    connection.abort();
  }
}

/** A message of the stream; comments, by which the gateway shows that it lives, are passed over. */
function read(message: string): { readonly event: string; readonly data: string } {
  let event = '';
  const data: string[] = [];
  for (const line of message.split('\n')) {
    if (line.startsWith('event: ')) event = line.slice(7).trim();
    if (line.startsWith('data: ')) data.push(line.slice(6));
  }
  return { event, data: data.join('\n') };
}

async function refusalOf(response: Response, body: Promise<string>): Promise<StreamProblem> {
  const after = response.headers.get('retry-after');
  const retryAfter = after && /^\d+$/.test(after) ? Number(after) * 1_000 : null;
  const otherwise = `HTTP_${response.status}`;
  try {
    return StreamProblem.of((JSON.parse(await body) as StreamResult).errors, otherwise, retryAfter);
  } catch {
    // What stands between, a proxy, answers pages of its own.
    return StreamProblem.of(undefined, otherwise, retryAfter);
  }
}
