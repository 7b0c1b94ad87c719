import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { ticks } from '../../test/support/fixture-graph';
import { hashOf, PersistedDocuments } from '../documents';

const LISTED = {
  whoami: '{ whoami }',
  tick: 'subscription Tick { tick }',
  start: 'mutation ($name: String!) { startThing(input: { name: $name }) { echo } }',
  two: 'query A { whoami } subscription B { tick }',
};
const texts = new Map(Object.values(LISTED).map((text) => [hashOf(text), text]));
const idOf = (text: string) => `sha256:${hashOf(text)}`;
const apq = (text: string, version = 1) => ({ persistedQuery: { version, sha256Hash: hashOf(text) } });

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions: { readonly code: string } }>;
}

let gateway: FixtureGateway;
let officer: string;
let partner: string;
beforeEach(async () => {
  gateway = await startFixtureGateway({
    documents: new PersistedDocuments({ textOf: (hash) => texts.get(hash) ?? null }, new Set(['PARTNER'])),
  });
  officer = await gateway.token();
  partner = await gateway.token({ kind: 'PARTNER', subject: 'partner-1' });
});
afterEach(() => gateway.close());

const headersOf = (token: string) => ({
  ...(token && { authorization: `Bearer ${token}` }),
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
});

type Ask = (token: string, request: Record<string, unknown>) => Promise<Answer>;

const overHttp: Ask = async (token, request) =>
  (await (
    await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: headersOf(token), body: JSON.stringify(request) })
  ).json()) as Answer;

const overGet: Ask = async (token, request) => {
  const query = new URLSearchParams(
    Object.entries(request).map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return (await (await fetch(`${gateway.url}/graphql?${query}`, { headers: headersOf(token) })).json()) as Answer;
};

const overSse: Ask = async (token, request) => {
  const leave = new AbortController();
  const response = await fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { ...headersOf(token), accept: 'text/event-stream' },
    body: JSON.stringify(request),
    signal: leave.signal,
  });
  if (response.headers.get('content-type')?.startsWith('application/json')) return (await response.json()) as Answer;
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const data = /data: (\{.*\})\n/.exec(text)?.[1];
    if (!data) continue;
    leave.abort();
    return JSON.parse(data);
  }
  throw new Error(`No result: ${text}`);
};

const overWs: Ask = async (token, request) => {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
  });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      client.subscribe(
        { query: '', ...request },
        {
          next: (answer) => resolve(answer as Answer),
          error: (errors) => (Array.isArray(errors) ? resolve({ errors: errors as never }) : reject(errors)),
          complete: () => {},
        },
      );
    });
  } finally {
    await client.dispose();
  }
};

const codeOf = async (answer: Promise<Answer>) => (await answer).errors?.map(({ extensions }) => extensions.code);

describe.each<[string, Ask]>([
  ['POST', overHttp],
  ['GET', overGet],
  ['an event stream', overSse],
  ['a WebSocket', overWs],
])('a persisted document over %s', (_transport, ask) => {
  it('is named by its id, in the form of the appendix or of automatic persisted queries', async () => {
    expect(await ask(officer, { documentId: idOf(LISTED.whoami) })).toEqual({ data: { whoami: 'officer-1' } });
    expect(await ask(partner, { extensions: apq(LISTED.whoami) })).toEqual({ data: { whoami: 'partner-1' } });
    expect(await ask(partner, { documentId: idOf(LISTED.two), operationName: 'A' })).toEqual({ data: { whoami: 'partner-1' } });
  });

  it('is refused where the id is unknown, misshapen, or of another text', async () => {
    expect(await codeOf(ask(officer, { documentId: idOf('{ hello }') }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(await codeOf(ask(officer, { extensions: apq('{ hello }') }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    for (const documentId of ['x', 'md5:0cc175b9c0f1b6a831c399e269772661', idOf('{ hello }').toUpperCase(), `${idOf('{ hello }')} `]) {
      expect(await codeOf(ask(officer, { documentId }))).toEqual(['DOCUMENT_ID_INVALID']);
    }
    expect(await codeOf(ask(officer, { extensions: apq(LISTED.whoami, 2) }))).toEqual(['DOCUMENT_ID_INVALID']);
    expect(await codeOf(ask(officer, { query: '{ hello }', documentId: idOf(LISTED.whoami) }))).toEqual(['DOCUMENT_ID_MISMATCH']);
    expect(await codeOf(ask(partner, { query: '{ hello }', extensions: apq(LISTED.whoami) }))).toEqual(['DOCUMENT_ID_MISMATCH']);
  });

  it('is all that a caller may send of whom the installation wants it', async () => {
    expect(await codeOf(ask(partner, { query: '{ hello }' }))).toEqual(['PERSISTED_DOCUMENT_REQUIRED']);
    expect(await codeOf(ask(partner, { query: '{ whoami  }' }))).toEqual(['PERSISTED_DOCUMENT_REQUIRED']);
    expect(await codeOf(ask(partner, { query: '{ __schema { types { name } } }' }))).toEqual(['PERSISTED_DOCUMENT_REQUIRED']);
    expect(await ask(partner, { query: LISTED.whoami })).toEqual({ data: { whoami: 'partner-1' } });
    expect(await ask(officer, { query: '{ hello }' })).toEqual({ data: { hello: 'hello world' } });
  });

  it('is remembered when its text comes with its id, but not for those who may send listed ones only', async () => {
    expect(await ask(officer, { query: '{ hello }', extensions: apq('{ hello }') })).toEqual({ data: { hello: 'hello world' } });
    expect(await ask(officer, { extensions: apq('{ hello }') })).toEqual({ data: { hello: 'hello world' } });
    expect(await ask(officer, { documentId: idOf('{ hello }') })).toEqual({ data: { hello: 'hello world' } });
    expect(await codeOf(ask(partner, { documentId: idOf('{ hello }') }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(await codeOf(ask(partner, { query: '{ hello }', extensions: apq('{ hello }') }))).toEqual(['PERSISTED_DOCUMENT_REQUIRED']);
  });

  it('has no more rights than its caller', async () => {
    expect(await codeOf(ask('', { documentId: idOf(LISTED.whoami) }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe.each<[string, Ask]>([
  ['an event stream', overSse],
  ['a WebSocket', overWs],
])('a persisted subscription over %s', (_transport, ask) => {
  it('is listened to by its id', async () => {
    const told = ask(partner, { documentId: idOf(LISTED.tick) });
    for (let i = 0; i < 400 && ticks.size === 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    ticks.push({ text: 'one' });
    expect(await told).toEqual({ data: { tick: 'one' } });
  });
});

describe('a document whose kind does not go with its way', () => {
  it('is refused: a subscription without a stream', async () => {
    expect(await codeOf(overHttp(partner, { documentId: idOf(LISTED.tick) }))).toEqual(['SUBSCRIPTION_NEEDS_STREAM']);
    expect(await codeOf(overHttp(partner, { documentId: idOf(LISTED.two), operationName: 'B' }))).toEqual(['SUBSCRIPTION_NEEDS_STREAM']);
  });

  it('is refused: a mutation by GET, with 405 and with nothing done', async () => {
    const query = new URLSearchParams({ documentId: idOf(LISTED.start), variables: '{"name":"n"}' });
    const response = await fetch(`${gateway.url}/graphql?${query}`, { headers: headersOf(partner) });
    expect([response.status, ((await response.json()) as Answer).data]).toEqual([405, undefined]);
    const stream = await fetch(`${gateway.url}/graphql/stream?${query}`, {
      headers: { ...headersOf(partner), accept: 'text/event-stream' },
    });
    expect((await stream.json()) as Answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('is run: a mutation over a stream, with one result and the end', async () => {
    for (const ask of [overSse, overWs]) {
      const { data } = await ask(officer, { documentId: idOf(LISTED.start), variables: { name: 'lathe' } });
      expect(data).toEqual({ startThing: { echo: JSON.stringify({ name: 'lathe', stage: 'open' }) } });
    }
  });
});

describe('refusals of documents', () => {
  it('have their status: 403 for what is not listed, 400 for what is wrong with the id', async () => {
    const statusOf = async (token: string, request: object) =>
      (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: headersOf(token), body: JSON.stringify(request) })).status;
    expect(await statusOf(partner, { query: '{ hello }' })).toBe(403);
    expect(await statusOf(officer, { documentId: idOf('{ hello }') })).toBe(400);
    expect(await statusOf(officer, { documentId: {} })).toBe(400);
    expect(await statusOf(officer, { query: '{ hello }', extensions: { persistedQuery: null } })).toBe(200);
  });
});
