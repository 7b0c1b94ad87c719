import {
  ACCEPT,
  type Borrower,
  DECIDE,
  done,
  loan,
  newBorrower,
  offeredLoan,
  review,
  START,
  SUBMIT,
  signedLoan,
  signIn,
  startLoan,
  WITHDRAW,
} from '../support/borrower';
import { type Ask, type Asker, eventually, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

let gateway: TestGateway;
let first: Borrower;
let second: Borrower;
let officer: Ask;
let signed: { id: string; terms: { id: string; sha256: string }; contractId: string };

beforeAll(async () => {
  gateway = await startTestGateway();
  officer = gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) });
  first = await newBorrower(gateway);
  second = await newBorrower(gateway);
  signed = await signedLoan(first, officer);
});
afterEach(() => gateway.silence());
afterAll(() => gateway.stop());

const codes = ({ errors }: Values): string[] => (errors ?? []).map(({ extensions }: Values) => extensions.code);
const ORDER = 'mutation ($id: ID!) { orderTransfer(input: { contractId: $id }) { contract { status } findings { code } } }';
const IDS = `{
  applications { edges { node { id documents { id } contract { id } client { id } } } }
  events(first: 100) { edges { node { id applicationId type } } }
}`;

describe('a client', () => {
  it('finds its own applications, documents, contracts and events, and nobody else’s', async () => {
    const { data: own } = await first.ask(IDS);
    expect(own.applications.edges).toMatchObject([
      {
        node: { id: signed.id, documents: [{ id: signed.terms.id }], contract: { id: signed.contractId }, client: { id: first.clientId } },
      },
    ]);
    expect(own.events.edges.some(({ node }: Values) => node.applicationId === signed.id)).toBe(true);

    const { data: other } = await second.ask(IDS);
    expect(other.applications.edges).toEqual([]);
    expect(other.events.edges.filter(({ node }: Values) => node.applicationId === signed.id)).toEqual([]);
    const seen = new Set(own.events.edges.map(({ node }: Values) => node.id));
    expect(other.events.edges.some(({ node }: Values) => seen.has(node.id))).toBe(false);
  });

  it('finds nothing of another client by its ids', async () => {
    const { data: events } = await first.ask('{ events(first: 100) { edges { node { id } } } }');
    const { data: more } = await first.ask(
      'query ($id: ID!) { application(id: $id) { decisions { id } deadlines { id } documents { signatures { id } } client { notifications { edges { node { id } } } } } }',
      { id: signed.id },
    );
    const { decisions, deadlines, documents, client } = more.application;
    const inside = [...decisions, ...deadlines, ...documents[0].signatures, ...client.notifications.edges.map(({ node }: Values) => node)];
    expect(inside.length).toBeGreaterThan(3);
    const ids = [
      signed.id,
      signed.terms.id,
      signed.contractId,
      first.clientId,
      ...inside.map(({ id }) => id),
      ...events.events.edges.map(({ node }: Values) => node.id),
    ];
    for (const id of ids) {
      const own = await first.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      const foreign = await second.ask(
        'query ($id: ID!) { node(id: $id) { id } application(id: $id) { id } document(id: $id) { id } contract(id: $id) { id } client(id: $id) { id } }',
        { id },
      );
      expect([own.data.node?.id, foreign.data]).toEqual([
        id,
        { node: null, application: null, document: null, contract: null, client: null },
      ]);
    }
  });

  it('changes nothing of another client by its ids', async () => {
    const id = await startLoan(first.ask);
    const offered = await offeredLoan(first, officer);
    const attempts: Array<[string, Record<string, unknown>]> = [
      [SUBMIT, { id }],
      [WITHDRAW, { id }],
      [ACCEPT, { input: { applicationId: offered.id, documentSha256: offered.terms.sha256, choice: 'WITHOUT_INSURANCE' } }],
    ];
    for (const [document, variables] of attempts) {
      const { data, errors } = await second.ask(document, variables);
      expect(errors).toBeUndefined();
      const [payload] = Object.values(data) as [Values];
      expect(payload.findings).toMatchObject([{ code: 'APPLICATION_NOT_FOUND' }]);
    }
    const { data } = await first.ask('query ($a: ID!, $b: ID!) { a: application(id: $a) { status } b: application(id: $b) { status } }', {
      a: id,
      b: offered.id,
    });
    expect(data).toEqual({ a: { status: 'DRAFT' }, b: { status: 'OFFERED' } });
  });

  it('can neither see another’s file, nor sign another’s document, nor order money', async () => {
    const { file } = await done(
      first.ask('mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { file { id } findings { code severity } } }', {
        input: { purpose: 'ATTACHMENT', fileName: 'a.png', contentType: 'image/png', size: 5, sha256: 'a'.repeat(64) },
      }),
    );
    expect((await first.ask('query ($id: ID!) { node(id: $id) { id } }', { id: file.id })).data.node).toEqual({ id: file.id });
    expect((await second.ask('query ($id: ID!) { node(id: $id) { id } }', { id: file.id })).data.node).toBeNull();
    const { data } = await second.ask(
      'mutation ($id: ID!) { requestCode(input: { purpose: SIGN_DOCUMENT, channel: SMS, operationId: $id }) { ceremonyId findings { code } } }',
      { id: signed.terms.id },
    );
    expect(data.requestCode).toEqual({ ceremonyId: null, findings: [{ code: 'CODE_OPERATION_UNKNOWN' }] });
    expect(codes(await first.ask(ORDER, { id: signed.contractId }))).toContain('FORBIDDEN');
  });

  it('asks in its own name, whoever it names', async () => {
    const { application } = await done(second.ask(START, { input: loan({ clientId: first.clientId }) }));
    const { data } = await officer('query ($id: ID!) { application(id: $id) { client { id } } }', { id: application.id });
    expect(data.application.client.id).toBe(second.clientId);
  });

  it('hears nothing of another client, live', async () => {
    await gateway.sequenced();
    const listeners = (['WebSocket', 'SSE'] as const).map((transport) =>
      gateway.listen(transport, second.asker, 'subscription { events { applicationId } }'),
    );
    const heard = listeners.map((listener) => listener.next());
    await eventually(() => gateway.parts.http.openStreams === 2);
    const foreign = await startLoan(first.ask);
    const own = await startLoan(second.ask);
    for (const result of await Promise.all(heard)) expect(result.value.data.events).toEqual({ applicationId: own });
    expect(own).not.toBe(foreign);
  });

  it('neither decides nor reads what officers found', async () => {
    expect(codes(await first.ask(DECIDE, { input: { applicationId: signed.id, kind: 'APPROVED' } }))).toContain('FORBIDDEN');
    expect(codes(await first.ask('{ applications { edges { node { ruMfo { assessments { sources } } } } } }'))).toContain('FORBIDDEN');
    expect(codes(await first.ask('{ auditLog { edges { cursor } } }'))).toContain('FORBIDDEN');
  });
});

describe('a partner', () => {
  it('reads decisions and does not make them', async () => {
    const partner = gateway.as({ token: await gateway.token({ kind: 'PARTNER' }) });
    const { data } = await partner('query ($id: ID!) { application(id: $id) { decisions { kind } } }', { id: signed.id });
    expect(data.application.decisions).toEqual([{ kind: 'APPROVED' }]);
    const id = await startLoan(first.ask);
    await review(first, officer, id);
    const answer = await partner(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } });
    expect([codes(answer), answer.status]).toEqual([['FORBIDDEN'], 403]);
    expect(codes(await partner('query ($id: ID!) { application(id: $id) { client { id } } }', { id }))).toEqual(['FORBIDDEN']);
    const { data: after } = await officer('query ($id: ID!) { application(id: $id) { status } }', { id });
    expect(after.application.status).toBe('IN_REVIEW');
  });
});

describe('an officer of another lender', () => {
  it('sees and changes nothing', async () => {
    const other = gateway.as({ token: await gateway.token({ kind: 'OFFICER', lenders: ['sotovy'] }) });
    const { data } = await other(IDS);
    expect(data).toEqual({ applications: { edges: [] }, events: { edges: [] } });
    for (const id of [signed.id, signed.terms.id, signed.contractId, first.clientId]) {
      expect((await other('query ($id: ID!) { node(id: $id) { id } client(id: $id) { id } }', { id })).data).toEqual({
        node: null,
        client: null,
      });
    }
    const { data: decided } = await other(DECIDE, { input: { applicationId: signed.id, kind: 'REFUSED' } });
    expect(decided.decideApplication.findings).toMatchObject([{ code: 'APPLICATION_NOT_FOUND' }]);
    const { data: ordered } = await other(ORDER, { id: signed.contractId });
    expect(ordered.orderTransfer).toEqual({ contract: null, findings: [{ code: 'CONTRACT_NOT_FOUND' }] });
    expect((await other('{ ruleEdition(on: "2023-04-28", lender: "veritas") { code } }')).data.ruleEdition).toBeNull();
  });
});

describe('a token for several lenders', () => {
  it('needs the lender’s name, and holds only there', async () => {
    const token = await gateway.token({ kind: 'OFFICER', lenders: ['veritas', 'sotovy'] });
    expect(codes(await gateway.as({ token })('{ viewer { kind } }'))).toEqual(['LENDER_REQUIRED']);
    const count = async (lender: string) => (await gateway.as({ token, lender })(IDS)).data.applications.edges.length;
    expect(await count('veritas')).toBeGreaterThan(0);
    expect(await count('sotovy')).toBe(0);
    expect(codes(await gateway.as({ token, lender: 'kapital-nt' })('{ viewer { kind } }'))).toEqual(['LENDER_NOT_ALLOWED']);
  });
});

describe('personal data', () => {
  const MASKED = '{ clients { edges { node { id name phone email } } } }';

  it('are masked everywhere but in `personal`', async () => {
    const { data } = await officer(MASKED);
    const { node } = data.clients.edges.find((edge: Values) => edge.node.id === first.clientId);
    expect(node.phone).not.toContain(first.phone.slice(2, 8));
    expect(node.phone.replace(/\D/g, '').slice(-4)).toBe(first.phone.slice(-4));
    expect(node.email).not.toBe(first.email);
    expect(node.name).not.toContain('Примерова');
    const { data: own } = await first.ask('{ viewer { client { personal { familyName phone email } } } }');
    expect(own.viewer.client.personal).toEqual({ familyName: 'Примерова', phone: first.phone, email: first.email });
  });

  it('need a scope of their own', async () => {
    const narrow = gateway.as({ token: await gateway.token({ kind: 'OFFICER', scopes: ['clients:read'] }) });
    expect((await narrow(MASKED)).errors).toBeUndefined();
    const answer = await narrow('{ clients { edges { node { id personal { phone } } } } }');
    expect([codes(answer), answer.data]).toEqual([['FORBIDDEN'], undefined]);
  });

  it('are in no event, no audit entry and no column in clear', async () => {
    const tables = await gateway.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('core', 'ru_mfo')`,
    );
    for (const { name } of tables) {
      const [row] = await gateway.sql<{ found: boolean }>(`select exists (select from ${name} t where t::text ~ $1) as found`, [
        ['Примерова', first.phone.slice(2), first.email, '40702810638050013199', '500100732259'].join('|'),
      ]);
      expect([name, row?.found]).toEqual([name, false]);
    }
  });
});

describe('a node', () => {
  it('of a type that the caller’s scopes do not open is refused, though its id is known', async () => {
    const operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
    const partner = gateway.as({ token: await gateway.token({ kind: 'PARTNER' }) });
    const { data } = await operator('{ auditLog(first: 1) { edges { node { id } } } }');
    const entry = data.auditLog.edges[0].node.id;
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await operator(NODE, { id: entry })).data.node).toEqual({ id: entry });
    for (const [ask, id] of [
      [first.ask, entry],
      [officer, entry],
      [partner, first.clientId],
      [operator, first.clientId],
    ] as const) {
      const answer = await ask(NODE, { id });
      expect([codes(answer), answer.data.node]).toEqual([['FORBIDDEN'], null]);
    }
  });
});

describe('introspection', () => {
  it('is refused where it is off, on every transport', async () => {
    const closed = await startTestGateway({ beside: gateway, config: { introspection: false } });
    try {
      const asker: Asker = { token: await closed.token({ kind: 'OFFICER' }) };
      for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
        expect(codes(await closed.as(asker)(query))).toEqual(['INTROSPECTION_OFF']);
        for (const transport of ['WebSocket', 'SSE'] as const) {
          const listener = closed.listen(transport, asker, query);
          expect(codes((await listener.next()).value)).toEqual(['INTROSPECTION_OFF']);
        }
      }
      expect((await closed.as(asker)('{ viewer { __typename } }')).data).toEqual({ viewer: { __typename: 'Viewer' } });
      const { errors } = await closed.as(asker)('{ viewer { kin } }');
      expect(errors?.[0]?.message).not.toContain('kind');
    } finally {
      await closed.stop();
    }
  });
});

describe('a session', () => {
  it('that was signed out opens nothing any more, and its streams end', async () => {
    // Codes are sent to one number once a minute.
    gateway.clock.advance({ minutes: 2 });
    const session = await signIn(gateway, second.phone);
    const asker = { token: session.accessToken as string };
    const ask = gateway.as(asker);
    expect((await ask('{ viewer { kind } }')).data.viewer.kind).toBe('CLIENT');
    await gateway.sequenced();
    const listeners = (['WebSocket', 'SSE'] as const).map((transport) =>
      gateway.listen(transport, asker, 'subscription { events { id } }'),
    );
    const heard = listeners.map((listener) => listener.next());
    await eventually(() => gateway.parts.http.openStreams === 2);

    await done(ask('mutation { signOut { findings { code severity } } }'));
    const answer = await ask('{ viewer { kind } }');
    expect([codes(answer), answer.status]).toEqual([['TOKEN_REVOKED'], 401]);
    for (const result of await Promise.all(heard)) {
      expect(codes(result.value)).toEqual(['TOKEN_REVOKED']);
      expect(result.value.errors?.[0]?.extensions.lastCursor).toEqual(expect.any(String));
    }
    for (const transport of ['WebSocket', 'SSE'] as const) {
      const late = gateway.listen(transport, asker, 'subscription { events { id } }');
      expect(codes((await late.next()).value)).toEqual(['TOKEN_REVOKED']);
    }
    const { data } = await gateway.as({ lender: 'veritas' })(
      'mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { session { accessToken } findings { code } } }',
      { t: session.refreshToken },
    );
    expect(data.refreshSession).toEqual({ session: null, findings: [{ code: 'SESSION_ENDED' }] });
  });
});
