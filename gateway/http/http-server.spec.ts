import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { DEFAULT_LIMITS } from '../limits';

describe('the gateway over HTTP', () => {
  let gateway: FixtureGateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startFixtureGateway({
      routes: [{ path: '/files/', methods: ['PUT'], handle: (_request, response) => void response.end('taken') }],
    });
    token = await gateway.token();
  });
  afterAll(() => gateway.close());

  const post = async (body: unknown, headers: Record<string, string> = {}, path = '/graphql') => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      json: (await response.json()) as { data?: unknown; errors?: Array<{ message: string; extensions: { code: string } }> },
    };
  };
  const refusal = async (...request: Parameters<typeof post>) => {
    const { status, json } = await post(...request);
    expect(json.data).toBeUndefined();
    return [json.errors?.[0]?.extensions.code, status];
  };

  it('answers a query on the schema of the caller’s lender', async () => {
    expect((await post({ query: '{ thing { name acmeRent } whoami }' })).json).toEqual({
      data: { thing: { name: 'lathe', acmeRent: true }, whoami: 'officer-1' },
    });
    const elsewhere = { authorization: `Bearer ${await gateway.token({ lenders: ['other'] })}` };
    expect(await refusal({ query: '{ thing { acmeRent } }' }, elsewhere)).toEqual(['GRAPHQL_VALIDATION_FAILED', 400]);
  });

  it('gives each malformed request its own code', async () => {
    expect(await refusal({ query: '{ thing {' })).toEqual(['GRAPHQL_PARSE_FAILED', 400]);
    expect(await refusal({ query: '{ thing { colour } }' })).toEqual(['GRAPHQL_VALIDATION_FAILED', 400]);
    expect(await refusal({ query: 'query ($n: Int!) { things(first: $n) { name } }', variables: { n: 'many' } })).toEqual([
      'BAD_USER_INPUT',
      400,
    ]);
    expect(await refusal({ query: 'query ($on: LocalDate!) { dayAfter(on: $on) }', variables: { on: '2026-02-30' } })).toEqual([
      'BAD_USER_INPUT',
      400,
    ]);
    expect(await refusal({ query: '{ dayAfter(on: "2026-02-30") }' })).toEqual(['BAD_USER_INPUT', 400]);
    expect(await refusal('{"query":')).toEqual(['BODY_NOT_JSON', 400]);
    expect(await refusal('[]')).toEqual(['BODY_NOT_JSON', 400]);
    expect(await refusal({})).toEqual(['BAD_REQUEST', 400]);
    expect(await refusal({ query: '{ hello }', operationName: 'Other' })).toEqual(['OPERATION_RESOLUTION_FAILURE', 400]);
    expect(await refusal('{}', { 'content-type': 'text/plain' })).toEqual(['CONTENT_TYPE_UNSUPPORTED', 415]);
    expect(await refusal({ query: 'subscription { tick }' })).toEqual(['SUBSCRIPTION_NEEDS_STREAM', 405]);
    expect(await refusal({ query: '{ hello }' }, {}, '/elsewhere')).toEqual(['NOT_FOUND', 404]);
    expect(await refusal({ query: '{ hello }' }, {}, '/health')).toEqual(['METHOD_NOT_ALLOWED', 405]);
    expect(await refusal({ query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } })).toEqual([
      'DOCUMENT_ID_INVALID',
      400,
    ]);
  });

  it('answers 200 to what does not fit the graph when asked for the older media type, as the specification wants', async () => {
    const accept = { accept: 'application/json' };
    expect(await refusal({ query: '{ thing {' }, accept)).toEqual(['GRAPHQL_PARSE_FAILED', 200]);
    expect(await refusal({}, accept)).toEqual(['BAD_REQUEST', 400]);
    expect(await refusal({ query: '{ whoami }' }, { ...accept, authorization: '' })).toEqual(['UNAUTHENTICATED', 401]);
  });

  it('tells where a variable is wrong, without repeating its value', async () => {
    const { json } = await post({ query: 'query ($on: LocalDate!) { dayAfter(on: $on) }', variables: { on: '2026-02-30' } });
    expect(json.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', inputPath: 'on' } });
    expect(JSON.stringify(json)).not.toContain('2026-02-30');
  });

  it('refuses a body over the limit, announced or not, and goes on', async () => {
    const long = JSON.stringify({ query: `{ hello(name: "${'x'.repeat(DEFAULT_LIMITS.bodyBytes)}") }` });
    expect(await refusal(long)).toEqual(['REQUEST_TOO_LARGE', 413]);
    const chunked = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([long]).stream(),
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(chunked);
    expect((await post({ query: '{ hello }' })).status).toBe(200);
  });

  it('refuses a document of too many tokens before it is validated', async () => {
    expect(await refusal({ query: `{ ${'hello '.repeat(DEFAULT_LIMITS.tokens)} }` })).toEqual(['QUERY_TOO_LONG', 400]);
    expect(await refusal({ query: `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: hello`).join(' ')} }` })).toEqual([
      'QUERY_TOO_MANY_ALIASES',
      400,
    ]);
  });

  it('knows a forged token from an expired one, and who may not from who is not signed in', async () => {
    expect(await refusal({ query: '{ hello }' }, { authorization: `Bearer ${token}x` })).toEqual(['TOKEN_INVALID', 401]);
    const expired = await gateway.token({ ttl: -60 });
    expect(await refusal({ query: '{ hello }' }, { authorization: `Bearer ${expired}` })).toEqual(['TOKEN_EXPIRED', 401]);
    expect(await refusal({ query: '{ whoami }' }, { authorization: '' })).toEqual(['UNAUTHENTICATED', 401]);
    expect(await refusal({ query: '{ hello }' }, { 'lexgraph-lender': 'other' })).toEqual(['LENDER_NOT_ALLOWED', 403]);
    expect(await refusal({ query: '{ hello }' }, { authorization: '', 'lexgraph-lender': 'nobody' })).toEqual(['LENDER_UNKNOWN', 400]);
  });

  it('speaks the language that was asked for', async () => {
    const { json } = await post({ query: '{ jammed }' }, { 'accept-language': 'de, be;q=0.9, ru;q=0.8' });
    expect(json.errors?.[0]?.message).toBe('Прадмет lathe заклініла: вярніце яго назад.');
  });

  it('hides the unexpected, and logs the request’s id but nothing that was sent', async () => {
    gateway.logged.length = 0;
    const { json, headers } = await post(
      { query: 'query ($name: String) { broken hello(name: $name) }', variables: { name: '+20000000000' } },
      { 'x-request-id': 'my-request-1' },
    );
    expect(json).toEqual({
      data: { broken: null, hello: 'hello +20000000000' },
      errors: [expect.objectContaining({ extensions: { code: 'INTERNAL_ERROR', requestId: 'my-request-1' } })],
    });
    expect(headers.get('x-request-id')).toBe('my-request-1');
    const log = gateway.logged.join('');
    expect(log).toContain('my-request-1');
    expect(log).not.toMatch(/\+[12]0000000000|10\.0\.0\.7|Bearer/);
  });

  it('takes a query by GET only from who could not be a cross-site form, and never a mutation', async () => {
    const get = (query: string, headers = {}) => fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect((await get('{ hello }')).status).toBe(400);
    expect(await (await get('{ hello }', { 'apollo-require-preflight': '1' })).json()).toEqual({ data: { hello: 'hello world' } });
    expect((await get('mutation { startThing(input: { name: "n" }) { echo } }', { 'apollo-require-preflight': '1' })).status).toBe(405);
  });

  it('answers /health, routes given to it, and GraphiQL without a foreign address', async () => {
    expect(await (await fetch(`${gateway.url}/health`)).json()).toEqual({ ready: true });
    expect(await (await fetch(`${gateway.url}/files/abc`, { method: 'PUT' })).text()).toBe('taken');
    const page = await fetch(`${gateway.url}/graphiql`);
    const html = await page.text();
    expect(html).toContain('renderYogaGraphiQL');
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${gateway.url}/`, { headers: { 'if-none-match': page.headers.get('etag')! } })).status).toBe(304);
  });
});

describe('a closing gateway', () => {
  it('finishes what runs and takes nothing new', async () => {
    const gateway = await startFixtureGateway({ isReady: () => true });
    await fetch(`${gateway.url}/health`);
    await gateway.close();
    await expect(fetch(`${gateway.url}/health`)).rejects.toThrow();
  });
});
