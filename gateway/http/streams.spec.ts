import { GraphQLError } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { ticks } from '../../test/support/fixture-graph';
import { DEFAULT_LIMITS } from '../limits';

interface Result {
  readonly data?: unknown;
  readonly errors?: ReadonlyArray<{ readonly extensions?: Record<string, unknown> }>;
}

const until = async (condition: () => boolean) => {
  for (let i = 0; i < 400 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};

let gateway: FixtureGateway;
let token: string;
beforeEach(async () => {
  gateway = await startFixtureGateway({ limits: { ...DEFAULT_LIMITS, streamsPerSocket: 2 } });
  token = await gateway.token();
});
afterEach(() => gateway.close());

const overWs = (connectionParams: Record<string, unknown> = { authorization: `Bearer ${token}` }) =>
  createWsClient({
    url: gateway.url.replace('http', 'ws').concat('/graphql'),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
const overSse = (headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  createSseClient({ url: `${gateway.url}/graphql/stream`, headers, retryAttempts: 0 });

describe.each([
  ['WebSocket', () => overWs()],
  ['an event stream', () => overSse()],
])('a subscription over %s', (_transport, connect) => {
  const open = (query: string) => {
    const client = connect();
    const results = client.iterate({ query }) as AsyncIterableIterator<Result>;
    return { client, results };
  };

  it('delivers each result, and leaves its source when the reader leaves', async () => {
    const { client, results } = open('subscription { tick }');
    const first = results.next();
    await until(() => ticks.size === 1);
    ticks.push({ text: 'one' });
    ticks.push({ text: 'two' });
    expect((await first).value).toEqual({ data: { tick: 'one' } });
    expect((await results.next()).value).toEqual({ data: { tick: 'two' } });
    expect(gateway.openStreams).toBe(1);
    await results.return?.();
    await until(() => ticks.size === 0 && gateway.openStreams === 0);
    client.dispose();
  });

  it('ends with the code and the last cursor when its source ends it, and then completes', async () => {
    const { client, results } = open('subscription { tick }');
    const first = results.next();
    await until(() => ticks.size === 1);
    ticks.push({ text: 'one' });
    ticks.fail(new GraphQLError('over', { extensions: { code: 'SLOW_CONSUMER', lastCursor: 'c7' } }));
    expect((await first).value.data).toEqual({ tick: 'one' });
    expect((await results.next()).value.errors[0].extensions).toEqual({ code: 'SLOW_CONSUMER', lastCursor: 'c7' });
    expect((await results.next()).done).toBe(true);
    client.dispose();
  });

  it('has a last result when the gateway closes', async () => {
    const { client, results } = open('subscription { tick }');
    const first = results.next();
    await until(() => gateway.openStreams === 1);
    const closing = gateway.close();
    expect((await first).value.errors[0].extensions).toEqual({ code: 'SHUTTING_DOWN' });
    expect((await results.next()).done).toBe(true);
    client.dispose();
    await closing;
    expect(ticks.size).toBe(0);
  });

  it('hides what nobody expected', async () => {
    const { client, results } = open('subscription { tick }');
    const first = results.next();
    await until(() => ticks.size === 1);
    ticks.fail(new Error('password of +10000000000'));
    const { errors } = (await first).value as Result;
    expect(errors?.[0]?.extensions?.code).toBe('INTERNAL_ERROR');
    expect(JSON.stringify(errors)).not.toContain('+1');
    client.dispose();
  });
});

describe('a socket', () => {
  const closing = async (connectionParams: Record<string, unknown>) => {
    const closed = new Promise<{ code: number; reason: string }>((resolve) => {
      const client = createWsClient({
        url: gateway.url.replace('http', 'ws').concat('/graphql'),
        webSocketImpl: WebSocket,
        connectionParams,
        lazy: false,
        retryAttempts: 0,
        on: { closed: (event) => resolve(event as { code: number; reason: string }) },
        onNonLazyError: () => {},
      });
      return client;
    });
    const { code, reason } = await closed;
    return [code, reason];
  };

  it('is closed with the reason when its token is forged or has expired, or its lender is unknown', async () => {
    expect(await closing({ authorization: `Bearer ${token}x` })).toEqual([4401, 'TOKEN_INVALID']);
    expect(await closing({ Authorization: `Bearer ${await gateway.token({ ttl: -60 })}` })).toEqual([4401, 'TOKEN_EXPIRED']);
    expect(await closing({ 'lexgraph-lender': 'nobody' })).toEqual([4400, 'LENDER_UNKNOWN']);
  });

  it('is closed when its token ends', async () => {
    expect(await closing({ authorization: `Bearer ${await gateway.token({ ttl: 1 })}` })).toEqual([4401, 'TOKEN_EXPIRED']);
  });

  it('refuses operations with codes, and goes on', async () => {
    const client = overWs({});
    const codeOf = (query: string) =>
      new Promise<unknown>((resolve) => {
        client.subscribe(
          { query },
          {
            next: (result) => resolve(result.data),
            error: (errors) => resolve((errors as GraphQLError[])[0]?.extensions?.code),
            complete: () => {},
          },
        );
      });
    expect(await codeOf('subscription { tick }')).toBe('UNAUTHENTICATED');
    expect(await codeOf('subscription {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('subscription { tock }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('{ hello }')).toEqual({ hello: 'hello world' });
    await client.dispose();
  });

  it('holds no more streams than it may', async () => {
    const client = overWs();
    const streams = [1, 2].map(() => client.iterate({ query: 'subscription { tick }' }).next());
    await until(() => ticks.size === 2);
    const refused = await client
      .iterate({ query: 'subscription { tick }' })
      .next()
      .catch((errors: GraphQLError[]) => errors[0]?.extensions?.code);
    expect(refused).toBe('STREAMS_TOO_MANY');
    await client.dispose();
    await Promise.allSettled(streams);
    await until(() => ticks.size === 0);
  });

  it('refuses an operation once the token has expired, though the socket is still open', async () => {
    const client = overWs({ authorization: `Bearer ${await gateway.token({ ttl: 60 })}` });
    const ask = () => client.iterate({ query: '{ whoami }' }).next();
    expect((await ask()).value).toEqual({ data: { whoami: 'officer-1' } });
    const held = client.iterate({ query: 'subscription { tick }' }).next();
    await until(() => ticks.size === 1);
    gateway.clock.advance({ minutes: 5 });
    expect(await ask().catch((errors: GraphQLError[]) => errors[0]?.extensions?.code)).toBe('TOKEN_EXPIRED');
    await client.dispose();
    await Promise.allSettled([held]);
  });
});

describe('a slow reader', () => {
  const HEAVY = 100_000;
  const sent = (count: number) => Array.from({ length: count }, (_, index) => `${index} ${'x'.repeat(HEAVY)}`);

  it('on a socket is waited for at its source, and the fast ones are not held up by it', async () => {
    const clients = Array.from({ length: 20 }, () => overWs());
    const fast = clients.map((client) => client.iterate({ query: 'subscription { tick }' }));
    const firsts = fast.map((results) => results.next());
    await until(() => ticks.size === fast.length);
    const slow = new WebSocket(gateway.url.replace('http', 'ws').concat('/graphql'), 'graphql-transport-ws');
    await new Promise((resolve) => slow.once('open', resolve));
    const heard: string[] = [];
    slow.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack') slow.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query: 'subscription { tick }' } }));
      if (type === 'next') heard.push(payload.data.tick);
    });
    slow.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await until(() => ticks.size === fast.length + 1);
    slow.pause();
    const all = sent(200);
    for (const text of all) {
      ticks.push({ text });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const told = await Promise.all(
      fast.map(async (results, index) => {
        const mine = [((await firsts[index]) as IteratorResult<Result>).value.data.tick];
        while (mine.length < all.length) mine.push(((await results.next()) as IteratorResult<Result>).value.data.tick);
        return mine;
      }),
    );
    for (const mine of told) expect(mine).toEqual(all);
    // What it does not take waits at the source, which bounds it, and not in the socket.
    expect(ticks.waiting).toBeGreaterThan(100);
    slow.resume();
    await until(() => heard.length === all.length);
    expect(heard).toEqual(all);
    slow.terminate();
    await Promise.all(clients.map((client) => client.dispose()));
    await until(() => ticks.size === 0);
  });
});

describe('an event stream', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify(body),
    });
  const refusal = async (...request: Parameters<typeof post>) => {
    const response = await post(...request);
    const { errors } = (await response.json()) as Result;
    return [errors?.[0]?.extensions?.code, response.status];
  };

  it('refuses with a status and a code before it opens', async () => {
    expect(await refusal({ query: 'subscription { tick }' })).toEqual(['UNAUTHENTICATED', 401]);
    expect(await refusal({ query: 'subscription { tick }' }, { authorization: `Bearer ${token}x` })).toEqual(['TOKEN_INVALID', 401]);
    expect(await refusal({ query: 'subscription { tock }' })).toEqual(['GRAPHQL_VALIDATION_FAILED', 400]);
    expect(await refusal({ query: 1 })).toEqual(['BODY_NOT_JSON', 400]);
    expect(await refusal({ query: '{ hello }' }, { accept: 'application/json' })).toEqual(['BAD_REQUEST', 400]);
    expect(await refusal({ query: `{ hello(name: "${'x'.repeat(300_000)}") }` })).toEqual(['REQUEST_TOO_LARGE', 413]);
  });

  it('answers queries too, one result and the end', async () => {
    expect(await (await post({ query: '{ hello }' })).text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"hello":"hello world"}}\n\nevent: complete\ndata:\n\n',
    );
  });

  it('asks its source for the next result only when the reader has taken the last', async () => {
    const before = ticks.size;
    const response = await post({ query: 'subscription { tick }' }, { authorization: `Bearer ${token}` });
    await until(() => ticks.size === before + 1);
    const heavy = 'x'.repeat(100_000);
    for (let i = 0; i < 200; i++) ticks.push({ text: heavy });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ticks.waiting).toBeGreaterThan(50);
    await response.body?.cancel();
    await until(() => ticks.size === before);
  });
});
