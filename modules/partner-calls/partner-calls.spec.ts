import { createHmac } from 'node:crypto';
import { type PartnerServer, startPartnerServer } from '../../test/support/partner-server';
import { trustedCertificate, untrustedCertificate } from '../../test/support/trusted-certificate';
import { AnswerReader, createPartnerClient, isCallSigned, type PartnerClientOptions, readPartnerSettings, signCall } from '.';

describe('a call to a partner', () => {
  let server: PartnerServer;
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
  });
  afterAll(() => server.close());

  const client = (part: Partial<PartnerClientOptions> = {}) =>
    createPartnerClient({ partner: 'acme', ...readPartnerSettings({ ACME_URL: server.url, ACME_KEY: server.key }, 'ACME'), ...part });

  it('is signed, carries its key, and brings back what was answered', async () => {
    server.answer(({ body }) => ({ status: 201, body: { echoed: body } }));
    expect(await client().post('/v1/things', { name: 'вещь' }, 'key-1')).toEqual({ status: 201, body: { echoed: { name: 'вещь' } } });
    expect(server.calls.at(-1)).toEqual({ method: 'POST', path: '/v1/things', idempotencyKey: 'key-1', body: { name: 'вещь' } });
  });

  it('with another secret is refused by the partner', async () => {
    const stranger = client({ secret: Buffer.alloc(32) });
    await expect(stranger.get('/v1/things/1')).rejects.toMatchObject({ code: 'PARTNER_STATUS_401' });
  });

  it.each([404, 409, 422])('answered with %i is an answer', async (status) => {
    server.answer(() => ({ status, body: { reason: 'X' } }));
    expect(await client().get('/v1/things/1')).toEqual({ status, body: { reason: 'X' } });
  });

  it.each([
    ['another status', { status: 503 }, 'PARTNER_STATUS_503'],
    ['a redirect, which is not followed', { status: 307, headers: { location: 'https://elsewhere.example/' } }, 'PARTNER_REDIRECTS'],
    ['no JSON', { body: '<html>' }, 'PARTNER_ANSWER_MALFORMED'],
    ['a list', { body: [] }, 'PARTNER_ANSWER_MALFORMED'],
    ['too much', { body: { text: 'x'.repeat(2_000) } }, 'PARTNER_ANSWER_TOO_LARGE'],
    ['a broken connection', 'HANG_UP' as const, 'PARTNER_UNREACHABLE'],
    ['silence', 'NEVER' as const, 'PARTNER_TIMEOUT'],
  ])('answered with %s fails with a code', async (_case, reply, code) => {
    const before = server.calls.length;
    server.answer(() => reply);
    await expect(client({ answerLimit: 1_000, timeoutMilliseconds: 300 }).post('/v1/things', {}, 'key-2')).rejects.toMatchObject({ code });
    expect(server.calls.length).toBe(before + 1);
  });

  it('answered byte by byte ends in time', async () => {
    server.answer((_call, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
      return 'NEVER';
    });
    await expect(client({ timeoutMilliseconds: 300 }).get('/v1/slow')).rejects.toMatchObject({ code: 'PARTNER_TIMEOUT' });
  });

  it('does not reach a server that nobody vouches for', async () => {
    const imposter = await startPartnerServer(await untrustedCertificate());
    try {
      await expect(client({ url: new URL(imposter.url) }).get('/')).rejects.toMatchObject({ code: 'PARTNER_UNREACHABLE' });
      expect(imposter.calls).toEqual([]);
    } finally {
      await imposter.close();
    }
  });

  it('goes again when the kept connection had been closed', async () => {
    const kept = client();
    server.answer(() => ({ body: {} }));
    await kept.get('/v1/first');
    let cut = false;
    server.answer((_call) => {
      if (cut) return { body: { second: true } };
      cut = true;
      return 'HANG_UP';
    });
    expect(await kept.post('/v1/second', {}, 'key-3')).toEqual({ status: 200, body: { second: true } });
    kept.close();
  });
});

describe('the signature of a call', () => {
  const call = { method: 'POST', path: '/api/v1/x', timestamp: 1_700_000_000, idempotencyKey: 'k', body: '{}' };
  const secret = Buffer.alloc(32, 1);

  it('is HMAC-SHA256 over the five lines', () => {
    const digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    const expected = createHmac('sha256', secret).update(`POST\n/api/v1/x\n1700000000\nk\n${digest}`).digest('base64');
    expect(signCall(secret, call)).toBe(expected);
    expect(isCallSigned(secret, call, expected)).toBe(true);
  });

  it.each([{ method: 'GET' }, { path: '/api/v1/y' }, { timestamp: 1 }, { idempotencyKey: 'j' }, { body: '{ }' }])(
    'holds for nothing else: %p',
    (other) => {
      expect(isCallSigned(secret, { ...call, ...other }, signCall(secret, call))).toBe(false);
      expect(isCallSigned(secret, call, '')).toBe(false);
    },
  );
});

describe('settings of a partner', () => {
  const key = `a:${Buffer.alloc(32).toString('base64')}`;
  it.each([
    [{}, 'ACME_URL must be an address that begins with https://.'],
    [{ ACME_URL: 'http://acme.example', ACME_KEY: key }, 'ACME_URL must be an address that begins with https://.'],
    [{ ACME_URL: 'https://user:secret@acme.example', ACME_KEY: key }, 'ACME_URL must be an address without a user, a query or a fragment.'],
    [{ ACME_URL: 'https://acme.example?x=1', ACME_KEY: key }, 'ACME_URL must be an address without a user, a query or a fragment.'],
    [{ ACME_URL: 'https://acme.example' }, 'ACME_KEY must be id:base64 with a secret of at least 32 bytes.'],
    [{ ACME_URL: 'https://acme.example', ACME_KEY: 'a:c2hvcnQ=' }, 'ACME_KEY must be id:base64 with a secret of at least 32 bytes.'],
  ])('%# that cannot be used are refused with a sentence and without their value', (settings, sentence) => {
    expect(() => readPartnerSettings(settings, 'ACME')).toThrow(sentence);
  });
});

describe('an answer', () => {
  const reader = (values: Record<string, unknown>) => new AnswerReader('acme', values);
  it.each([
    ['a text of another form', () => reader({ x: 'lower' }).text('x', /^[A-Z]+$/)],
    ['a text with a line break', () => reader({ x: 'a\nb' }).text('x')],
    ['a number for a text', () => reader({ x: 1 }).text('x')],
    ['a value that is not listed', () => reader({ x: 'C' }).oneOf('x', ['A', 'B'])],
    ['no moment', () => reader({ x: '2024-13-01T00:00:00Z' }).instant('x')],
    ['a moment without zone', () => reader({ x: '2024-01-01T00:00:00' }).instant('x')],
    ['a broken count', () => reader({ x: 1.5 }).count('x')],
    ['a negative count', () => reader({ x: -1 }).count('x')],
    ['a text for a flag', () => reader({ x: 'true' }).flag('x')],
    ['no list', () => reader({ x: {} }).texts('x')],
    ['a list of other things', () => reader({ x: [1] }).texts('x')],
    ['no object', () => reader({ x: [1] }).each('x', () => 1)],
    ['null for an object', () => reader({ x: null }).object('x')],
  ])('with %s is malformed', (_case, read) => {
    expect(read).toThrow(expect.objectContaining({ code: 'PARTNER_ANSWER_MALFORMED' }));
  });

  it('that speaks of something else is foreign', () => {
    expect(() => reader({ id: '2' }).same('id', '1')).toThrow(expect.objectContaining({ code: 'PARTNER_ANSWER_FOREIGN' }));
  });
});
