import { type CabinetClient, LEASING_LENDER, LeasingCabinet } from '../../../test/support/leasing-cabinet';
import { startTestGateway, type TestGateway, type Values } from '../../../test/support/test-gateway';
import { director, somebody, walk } from '../msi/test-support/walk';

const k = (point: string) => `by-leasing/${point}`;

const begin = `mutation ($way: ByLeasingIdentificationWay!) {
  byLeasingBeginIdentification(input: { way: $way }) { redirectUrl browserKey identification { id status } findings { code } }
}`;
const own = `query ($id: ID!) { node(id: $id) { ... on Client { byLeasing {
  nextStep
  identification { id status method record { officer office xml xmlSha256 } }
  sdoConsents { msiRequestId }
  dataVersions { no source fields writtenNotice }
  operationEvidence { xml }
} } } }`;
const office = `mutation ($input: ByLeasingIdentifyInOfficeInput!) {
  byLeasingIdentifyInOffice(input: $input) { identification { source status record { office } } findings { code } }
}`;
const compare = `mutation ($input: ByLeasingCompareSignatureInput!) {
  byLeasingCompareSignature(input: $input) { recorded findings { code } }
}`;
const changes =
  'subscription ($after: Cursor) { byLeasingIdentificationStatusChanged(after: $after) { cursor from to identification { id } } }';

describe('identification in the graph', () => {
  let gateway: TestGateway;
  let cabinet: LeasingCabinet;
  beforeAll(async () => {
    gateway = await startTestGateway({ at: '2026-06-01T08:00:00Z' });
    cabinet = new LeasingCabinet(gateway);
  });
  afterAll(() => gateway?.stop());

  const beginAt = async ({ ask }: CabinetClient, way: string) => (await ask<Values>(begin, { way })).data.byLeasingBeginIdentification;
  const stateOf = async ({ ask, id }: CabinetClient) => (await ask<Values>(own, { id })).data.node.byLeasing;
  const officer = async () =>
    gateway.as({ token: await gateway.token({ kind: 'OFFICER', lenders: [LEASING_LENDER] }), lender: LEASING_LENDER });

  async function identify(client: CabinetClient, person: Parameters<typeof walk>[1], way = 'PERSONAL_DATA'): Promise<Response> {
    const { redirectUrl, browserKey } = await beginAt(client, way);
    return fetch(await walk(redirectUrl, person), { headers: { cookie: `other=1; by-leasing-msi=${browserKey}` } });
  }

  it('leads a client to МСИ and back, and shows what was found', async () => {
    const client = await cabinet.signedIn();
    expect(await stateOf(client)).toMatchObject({ nextStep: 'MSI', identification: null });
    const page = await identify(client, somebody);
    expect([page.status, page.headers.get('content-security-policy'), page.headers.get('referrer-policy')]).toEqual([
      200,
      "default-src 'none'; frame-ancestors 'none'",
      'no-referrer',
    ]);
    expect(await stateOf(client)).toMatchObject({
      nextStep: 'CREATE_CODE_WORD',
      identification: {
        status: 'IDENTIFIED',
        method: 'PERSONAL_DATA',
        record: { officer: null, xmlSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      sdoConsents: [{ msiRequestId: expect.any(String) }],
      dataVersions: [{ no: 1, source: 'MSI', writtenNotice: true }],
      operationEvidence: [],
    });
    expect(gateway.logged.join('\n')).not.toMatch(/3110190A001PB2|Примеров|code=/);
  });

  it('tells of states as they change, and of those missed since a cursor', async () => {
    const client = await cabinet.signedIn('LEGAL_ENTITY');
    const as = { token: client.token, lender: LEASING_LENDER };
    const live = gateway.listen('SSE', as, changes, { after: null });
    await identify(client, director, 'CERTIFICATE');
    const told: Values[] = [];
    while (told.length < 3) told.push((await live.next()).value.data.byLeasingIdentificationStatusChanged);
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [null, 'AT_MSI'],
      ['AT_MSI', 'TAKEN'],
      ['TAKEN', 'IDENTIFIED'],
    ]);
    const late = gateway.listen('WebSocket', as, changes, { after: told[0]!.cursor });
    expect((await late.next()).value.data.byLeasingIdentificationStatusChanged).toEqual(told[1]);
    expect(
      (await client.ask<Values>('query ($id: ID!) { node(id: $id) { id __typename } }', { id: told[0]!.identification.id })).data.node,
    ).toEqual({
      id: told[0]!.identification.id,
      __typename: 'ByLeasingIdentification',
    });
    await gateway.silence();
  });

  it('shows a client nothing of another’s identification', async () => {
    const [client, other] = [await cabinet.signedIn(), await cabinet.signedIn()];
    await identify(client, somebody);
    const { identification } = await stateOf(client);
    const { data } = await other.ask<Values>('query ($id: ID!) { node(id: $id) { id } }', { id: identification.id });
    expect(data.node).toBeNull();
  });

  it(`${k('5.1.2/p2')} · answers the way that does not exist without asking МСИ`, async () => {
    const client = await cabinet.signedIn();
    expect(await beginAt(client, 'VIDEO')).toEqual({
      redirectUrl: null,
      browserKey: null,
      identification: null,
      findings: [{ code: 'BY_LEASING_REMOTE_IDENTIFICATION_UNAVAILABLE' }],
    });
  });

  it(`${k('5.1.1')} · lets an officer identify and compare, and no client`, async () => {
    const client = await cabinet.signedIn();
    const input = {
      clientId: client.id,
      office: 'Гомель',
      personalNumber: '3110190A001PB2',
      familyName: 'Примеров',
      givenName: 'Проба',
      birthDate: '1990-01-11',
      citizenship: 'BY',
      document: { type: 'PASSPORT', number: 'HB1234567', issuedBy: 'РОВД', issuedOn: '2020-05-20' },
      address: 'г. Гомель, ул. Примерная, д. 1',
    };
    const ask = await officer();
    expect((await ask<Values>(office, { input })).data.byLeasingIdentifyInOffice).toEqual({
      identification: { source: 'OFFICE', status: 'IDENTIFIED', record: { office: 'Гомель' } },
      findings: [],
    });
    const seen = { clientId: client.id, signer: 'CLIENT', reference: 'C-204', matches: false };
    expect((await ask<Values>(compare, { input: seen })).data.byLeasingCompareSignature).toEqual({
      recorded: true,
      findings: [{ code: 'BY_LEASING_AUTH_FACTOR_FAILED' }],
    });
    for (const [document, values] of [
      [office, input],
      [compare, seen],
    ] as const)
      expect((await client.ask(document, { input: values })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('answers a callback that means nothing with a page in the caller’s language, by GET alone', async () => {
    const address = `${gateway.url}/by-leasing/msi/callback`;
    const page = await fetch(`${address}?state=%3Cscript%3E`, { headers: { 'accept-language': 'be' } });
    expect([page.status, page.headers.get('cache-control')]).toEqual([422, 'no-store']);
    const text = await page.text();
    expect(text).toContain('Пачніце ідэнтыфікацыю нанова');
    expect(text).not.toContain('script');
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });
});
