import { decodeProtectedHeader } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { beltHash, judgeDetachedSignature, readCertificate, readRevocationList } from '../digital-signature';
import { sandboxAnchors, sandboxRevocationLists } from '../test-authority/sandbox-authority';
import { type Msi, type MsiMethod } from '.';
import { msiAdapter, msiSimulator } from './adapters';
import { openIdMsi } from './open-id-msi';
import { director, somebody, walk } from './test-support/walk';

const REDIRECT = 'http://127.0.0.1:4000/by-leasing/msi/callback';

describe('МСИ as an OpenID provider', () => {
  const ends: (() => void | Promise<void>)[] = [];
  let msi: Msi;
  beforeAll(() => {
    msi = msiSimulator.create({ settings: {}, ports: { get: () => undefined as never }, onStop: (end) => void ends.push(end) });
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  afterEach(() => jest.restoreAllMocks());

  const identify = async (method: MsiMethod, person: Parameters<typeof walk>[1]) => {
    const { url, ...secrets } = await msi.beginAuth(method, REDIRECT, 'state-of-one-exchange');
    const answer = await walk(url, person);
    return { url, answer, secrets, taken: await msi.callback(answer, method, secrets) };
  };

  it('tells who confirmed its data, under a number of its own', async () => {
    const { taken } = await identify('PERSONAL_DATA', somebody);
    expect(taken).toMatchObject({ method: 'PERSONAL_DATA', signingGrant: null, requestId: expect.stringMatching(/^[\w-]{36}$/) });
    expect(taken.person).toMatchObject({ personalNumber: '3110190A001PB2', familyName: 'Примеров', organisation: null });
  });

  it('tells for whom the holder of a certificate acts, and lets the lender have texts signed', async () => {
    const { taken } = await identify('CERTIFICATE', director);
    expect(taken.person.organisation).toEqual({ unp: '193498948', name: 'Пример', position: 'Директор' });
    expect(taken.signingGrant).toEqual(expect.any(String));
  });

  it('by-leasing/7.9/to-msi · a text to be signed leaves encrypted to МСИ’s key, and its signature comes back with its hash', async () => {
    const { taken } = await identify('CERTIFICATE', director);
    const text = Buffer.from('Договор финансовой аренды (лизинга) C-204, открытый текст');
    const sent = recorded();
    const signed = await msi.sign({ id: 'signing-1', grant: taken.signingGrant!, text });
    const [outbound] = sent.bodies('/sign');
    expect(outbound).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+$/);
    for (const form of [text.toString(), text.toString('base64'), text.toString('base64url'), text.toString('hex')])
      expect(sent.everything()).not.toContain(form);
    expect(decodeProtectedHeader(outbound!)).toMatchObject({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' });
    expect(Buffer.from(signed.hash)).toEqual(Buffer.from(beltHash(text)));
    const at = Temporal.Now.instant();
    const trust = {
      anchors: sandboxAnchors().map((der) => readCertificate(der)!),
      intermediates: [],
      revocationLists: sandboxRevocationLists(at).map((der) => readRevocationList(der)!),
    };
    const judged = judgeDetachedSignature(text, signed.signature, trust, at);
    if (!judged.holds) throw new Error(judged.fault);
    expect(judged.signer.subject.get('2.5.4.5')).toBe(director.personalNumber);
    expect(judged.signer.subject.get('2.5.4.97')).toBe(director.unp);
    // The same signing again is the same signature: each new one would differ.
    expect(await msi.sign({ id: 'signing-1', grant: taken.signingGrant!, text })).toEqual(signed);
  });

  it('signs for nobody who came by personal data, and by no grant that it did not give', async () => {
    const { taken } = await identify('PERSONAL_DATA', somebody);
    expect(taken.signingGrant).toBeNull();
    const forged = msi.sign({ id: 'signing-2', grant: 'never-given', text: Buffer.from('text') });
    await expect(forged).rejects.toMatchObject({ fault: 'GRANT_REFUSED' });
  });

  it('trades a code once, and only with the verifier of the browser that began', async () => {
    const { url, ...secrets } = await msi.beginAuth('PERSONAL_DATA', REDIRECT, 'state-of-one-exchange');
    const answer = await walk(url, somebody);
    const other = { ...secrets, codeVerifier: 'another-verifier-of-more-than-forty-three-characters' };
    await expect(msi.callback(answer, 'PERSONAL_DATA', other)).rejects.toMatchObject({ fault: 'CODE_REFUSED' });
    const { answer: second, secrets: own } = await identify('PERSONAL_DATA', somebody);
    await expect(msi.callback(second, 'PERSONAL_DATA', own)).rejects.toMatchObject({ fault: 'CODE_REFUSED' });
    await expect(msi.callback(second, 'PERSONAL_DATA', { ...own, state: 'another' })).rejects.toMatchObject({ fault: 'STATE_MISMATCH' });
  });

  it.each(['/token', '/me'])('by-leasing/5.1.2/p1 · an answer of %s whose signature does not hold is not believed', async (path) => {
    const { url, ...secrets } = await msi.beginAuth('PERSONAL_DATA', REDIRECT, 'state-of-one-exchange');
    const answer = await walk(url, somebody);
    // Somebody on the way who can change what is sent, but has no key of МСИ's.
    const flip = (jwt: string) => `${jwt.slice(0, -8)}${jwt.at(-8) === 'A' ? 'B' : 'A'}${jwt.slice(-7)}`;
    changed(path, (body) =>
      path === '/me' ? flip(body) : body.replace(/"id_token":"([^"]+)"/, (_, token: string) => `"id_token":"${flip(token)}"`),
    );
    await expect(msi.callback(answer, 'PERSONAL_DATA', secrets)).rejects.toMatchObject({ fault: 'UNTRUSTED' });
  });

  it('of production is reached over HTTPS alone and needs a client of its own', () => {
    const create = (settings: Readonly<Record<string, string>>) =>
      msiAdapter.create({ settings, ports: { get: () => undefined as never } });
    const client = { BY_LEASING_MSI_CLIENT: `lender:${'s'.repeat(32)}` };
    expect(() => create({ BY_LEASING_MSI_URL: 'https://msi.example', ...client })).not.toThrow();
    for (const url of ['http://msi.example', 'https://user@msi.example', 'msi'])
      expect(() => create({ BY_LEASING_MSI_URL: url, ...client })).toThrow(
        'BY_LEASING_MSI_URL must be an address that begins with https://',
      );
    expect(() => create({ BY_LEASING_MSI_URL: 'https://msi.example', BY_LEASING_MSI_CLIENT: 'lender:short' })).toThrow(
      'BY_LEASING_MSI_CLIENT must be',
    );
  });

  it('that does not answer is not there, and nothing is lost by trying', async () => {
    const issuer = new URL('http://127.0.0.1:9');
    const nobody = openIdMsi({ issuer, clientId: 'lender', clientSecret: 's'.repeat(32), insecure: true });
    await expect(nobody.beginAuth('PERSONAL_DATA', REDIRECT, 'state')).rejects.toMatchObject({ fault: 'UNREACHABLE' });
    await expect(nobody.beginAuth('PERSONAL_DATA', REDIRECT, 'state')).rejects.toMatchObject({ fault: 'UNREACHABLE' });
  });
});

/** What leaves for МСИ from now on. */
function recorded() {
  const real = globalThis.fetch;
  const sent: { readonly path: string; readonly body: string }[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    sent.push({ path: new URL(String(url)).pathname, body: init?.body ? String(init.body) : '' });
    return real(url, init);
  });
  return {
    bodies: (path: string) => sent.filter((one) => one.path === path).map(({ body }) => body),
    everything: () => sent.map(({ path, body }) => `${path} ${body}`).join('\n'),
  };
}

/** Changes what МСИ answers at one of its addresses. */
function changed(path: string, change: (body: string) => string): void {
  const real = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const response = await real(url, init);
    if (new URL(String(url)).pathname !== path) return response;
    return new Response(change(await response.text()), { status: response.status, headers: response.headers });
  });
}
