import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { MovableClock } from '../../modules/calendar';
import type { Lender } from '../../modules/lenders';
import type { LexgraphError } from '../../schema/base';
import { identify, type OwnIssuer, openIdVerifier, openOwnIssuer, RoleTable, SCOPES_OF_ROLE, verifierByIssuer } from '.';

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: LexgraphError) => error.definition?.code ?? `uncoded ${error}`,
  );
const lenderOf = (code: string) => ({ id: `id-of-${code}`, code, hosts: [`${code}.example`] }) as unknown as Lender;
const all = [lenderOf('acme'), lenderOf('other')];
const lenders = {
  byCode: (code: string) => all.find((lender) => lender.code === code) ?? null,
  byHost: (host: string) => all.find((lender) => lender.hosts.includes(host)) ?? null,
};

describe('the gateway’s own tokens', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-identity-'));
  const clock = MovableClock.standingAt('2026-03-01T10:00:00Z');
  const options = { issuer: 'https://own.example', audience: 'lexgraph', clock, keyFile: join(directory, 'keys', 'own.jwk') };
  let issuer: OwnIssuer;
  const officer = { kind: 'OFFICER', subject: 'officer-1', lenders: ['acme'], ttl: 3600 } as const;
  beforeAll(async () => {
    issuer = await openOwnIssuer(options);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('are verified to what was issued', async () => {
    const token = await issuer.issueToken({
      kind: 'CLIENT',
      subject: 'c',
      lenders: ['acme'],
      clientId: 'client-1',
      sessionId: 's',
      ttl: 60,
    });
    expect(await issuer.verify(token)).toEqual({
      role: 'CLIENT',
      subject: 'c',
      lenders: ['acme'],
      clientId: 'client-1',
      sessionId: 's',
      scopes: new Set(SCOPES_OF_ROLE.CLIENT),
      expiresAt: new Date('2026-03-01T10:01:00Z'),
    });
  });

  it('outlive a restart: the key is kept, for its user alone', async () => {
    const again = await openOwnIssuer(options);
    expect((await again.verify(await issuer.issueToken(officer))).subject).toBe('officer-1');
    expect(statSync(options.keyFile).mode & 0o077).toBe(0);
    expect(JSON.stringify(issuer.publicKeys)).not.toContain('"d"');
  });

  it('end with TOKEN_EXPIRED', async () => {
    const token = await issuer.issueToken({ ...officer, ttl: 60 });
    clock.advance({ seconds: 66 });
    expect(await codeOf(issuer.verify(token))).toBe('TOKEN_EXPIRED');
  });

  it.each([
    [
      'changed',
      (token: string) =>
        token.replace(
          /\.([^.]+)\./,
          (_, body: string) =>
            `.${Buffer.from(Buffer.from(body, 'base64url').toString().replace('OFFICER', 'CLIENT')).toString('base64url')}.`,
        ),
    ],
    ['cut', (token: string) => token.slice(0, -9)],
    ['without a signature', (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
    ['not even a token', () => 'abc'],
  ])('are refused when %s', async (_, forge) => {
    expect(await codeOf(issuer.verify(forge(await issuer.issueToken(officer))))).toBe('TOKEN_INVALID');
  });

  it('are refused when another key signed them, or for another audience', async () => {
    const stranger = await openOwnIssuer({ ...options, keyFile: join(directory, 'stranger.jwk') });
    expect(await codeOf(issuer.verify(await stranger.issueToken(officer)))).toBe('TOKEN_INVALID');
    const elsewhere = await openOwnIssuer({ ...options, audience: 'elsewhere' });
    expect(await codeOf(issuer.verify(await elsewhere.issueToken(officer)))).toBe('TOKEN_INVALID');
  });

  it('are refused when a CLIENT names no client, or another role names one', async () => {
    expect(await codeOf(issuer.verify(await issuer.issueToken({ ...officer, kind: 'CLIENT' })))).toBe('TOKEN_INVALID');
    expect(await codeOf(issuer.verify(await issuer.issueToken({ ...officer, clientId: 'c' })))).toBe('TOKEN_INVALID');
  });

  it('may narrow the scopes of their role, never widen them', () => {
    const roles = new RoleTable([{ scope: 'acme:read', roles: ['PARTNER'] }]);
    expect(roles.scopesOf('PARTNER', ['openid', 'events:read'])).toEqual(new Set(['events:read']));
    expect(roles.scopesOf('PARTNER', ['openid', 'plugins:write'])).toEqual(new Set());
    expect(roles.scopesOf('PARTNER', ['openid'])).toEqual(new Set([...SCOPES_OF_ROLE.PARTNER, 'acme:read']));
    expect(roles.scopesOf('OFFICER', ['acme:read'])).toEqual(new Set());
    expect(roles.scopesOf('PARTNER')).toBe(roles.scopesOf('PARTNER', ['profile']));
  });

  describe('choose the lender', () => {
    const as = async (allowed: string[], lender?: string, host?: string) => {
      const authorization = `Bearer ${await issuer.issueToken({ ...officer, lenders: allowed })}`;
      return identify({ authorization, lender, host }, issuer, lenders);
    };

    it('the token’s only one, or the named among several', async () => {
      expect((await as(['acme'])).lender?.code).toBe('acme');
      expect((await as(['acme', 'other'], 'other')).caller).toMatchObject({
        lenderId: 'id-of-other',
        lenders: ['id-of-acme', 'id-of-other'],
      });
    });

    it('never by the host, once there is a token', async () => {
      expect((await as(['acme'], undefined, 'other.example')).lender?.code).toBe('acme');
    });

    it('with a code for each way to go wrong', async () => {
      expect(await codeOf(as(['acme'], 'other'))).toBe('LENDER_NOT_ALLOWED');
      expect(await codeOf(as(['acme'], 'nobody'))).toBe('LENDER_UNKNOWN');
      expect(await codeOf(as(['acme', 'other']))).toBe('LENDER_REQUIRED');
      expect(await codeOf(identify({ authorization: 'Basic abc' }, issuer, lenders))).toBe('TOKEN_INVALID');
    });

    it('before sign-in by header, else by host, else none', async () => {
      const lenderWithout = async (lender?: string, host?: string) => (await identify({ lender, host }, issuer, lenders)).caller;
      expect(await lenderWithout('acme', 'other.example')).toMatchObject({ kind: 'ANONYMOUS', lenderId: 'id-of-acme' });
      expect(await lenderWithout(undefined, 'other.example')).toMatchObject({ lenderId: 'id-of-other' });
      expect(await lenderWithout()).toMatchObject({ lenderId: null });
      expect(await codeOf(lenderWithout('nobody'))).toBe('LENDER_UNKNOWN');
    });
  });
});

describe('an OpenID provider’s tokens', () => {
  let provider: Server;
  let issuer: string;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let told: Record<string, unknown>;
  let requests: string[];
  const clock = MovableClock.running();

  beforeEach(async () => {
    keys = await generateKeyPair('RS256');
    requests = [];
    provider = createServer(async (request, response) => {
      requests.push(request.url!);
      const body = request.url === '/keys' ? { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' }] } : told;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    told = { issuer, jwks_uri: `${issuer}/keys` };
  });
  afterEach(() => new Promise((resolve) => provider.close(resolve)));

  const sign = (claims: Record<string, unknown> = {}, alg = 'RS256') =>
    new SignJWT({ lexgraph_role: 'OFFICER', lexgraph_lenders: ['acme'], scope: 'openid applications:read', ...claims })
      .setProtectedHeader({ alg, kid: 'k1' })
      .setIssuer(issuer)
      .setAudience('lexgraph')
      .setSubject('officer-7')
      .setExpirationTime('5m')
      .sign(alg === 'HS256' ? new Uint8Array(32) : keys.privateKey);

  it('are accepted after discovery, which happens once', async () => {
    const verifier = openIdVerifier({ issuer, audience: 'lexgraph', clock });
    expect(await verifier.verify(await sign({ sid: 'of the provider' }))).toMatchObject({
      subject: 'officer-7',
      sessionId: null,
      scopes: new Set(['applications:read']),
    });
    await verifier.verify(await sign());
    expect(requests).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('are refused when their role is not one of ours or the algorithm is not allowed', async () => {
    const verifier = openIdVerifier({ issuer, audience: 'lexgraph', clock });
    expect(await codeOf(verifier.verify(await sign({ lexgraph_role: 'SYSTEM' })))).toBe('TOKEN_INVALID');
    expect(await codeOf(verifier.verify(await sign({}, 'HS256')))).toBe('TOKEN_INVALID');
    const strict = openIdVerifier({ issuer, audience: 'lexgraph', clock, algorithms: ['EdDSA'] });
    expect(await codeOf(strict.verify(await sign()))).toBe('TOKEN_INVALID');
  });

  it('wait for a provider that cannot be reached or speaks for another', async () => {
    const verifier = openIdVerifier({ issuer, audience: 'lexgraph', clock });
    told = { issuer: 'https://another.example', jwks_uri: `${issuer}/keys` };
    expect(await codeOf(verifier.verify(await sign()))).toBe('IDENTITY_UNAVAILABLE');
    told = { issuer, jwks_uri: `${issuer}/keys` };
    expect(await codeOf(verifier.verify(await sign()))).toBe('accepted');
    const unreachable = openIdVerifier({ issuer: 'http://127.0.0.1:9', audience: 'lexgraph', clock });
    expect(await codeOf(unreachable.verify(await sign()))).toBe('IDENTITY_UNAVAILABLE');
  });

  it('go to the verifier of their issuer', async () => {
    const verifier = verifierByIssuer([openIdVerifier({ issuer, audience: 'lexgraph', clock })]);
    expect(await codeOf(verifier.verify(await sign()))).toBe('accepted');
    expect(await codeOf(verifierByIssuer([]).verify(await sign()))).toBe('TOKEN_INVALID');
  });
});
