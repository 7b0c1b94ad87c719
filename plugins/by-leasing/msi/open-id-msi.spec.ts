import { type Msi, type MsiMethod } from '.';
import { msiSimulator } from './adapters';
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
});
