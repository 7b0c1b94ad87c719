import { graphOf } from '../../test/support/graph-bench';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { coreModules } from '..';
import { createClient, type NewClient, setContactVerified } from '../clients';
import type { GraphContext } from '../commands';
import { anonymous, type Caller, tokenIssuerPort } from '.';

describe('clients and access in the graph', () => {
  let database: TestDatabase;
  let bench: LenderBench;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared as they are.
  let ask: (source: string, variables?: Record<string, unknown>, caller?: Caller) => Promise<{ data?: any; errors?: readonly any[] }>;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    const definitions = coreModules.flatMap((module) => module.errors).flatMap((set) => set.definitions);
    const graph = graphOf(coreModules, bench.extensions);
    ask = (source, variables = {}, caller = anonymous(bench.lender.id)) =>
      graph(database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId }), source, variables, {
        caller,
        lender: bench.lender,
        ports: bench.ports,
        clock: bench.clock,
        errors: { find: (code) => definitions.find((definition) => definition.code === code) } as GraphContext['errors'],
        execute: (command, input) => bench.execute(command, input, caller),
      });
    bench.ports.bind(tokenIssuerPort, { issue: async () => ({ token: 'access', expiresAt: new Date() }) });
  });
  afterAll(() => database.close());

  const make = async (input: Partial<NewClient>) => {
    bench.clock.advance({ milliseconds: 1 });
    return (await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', ...input }))).value;
  };
  const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');

  it('a client is masked, save in `personal`', async () => {
    const profile = {
      familyName: 'Acmeson',
      givenName: 'Ada',
      birthDate: '1990-02-28',
      citizenship: 'FR',
      taxNumber: '123',
      addresses: [{ kind: 'STAY' as const, country: 'FR', text: '1, Rue' }],
    };
    const { id, number } = await make({ phone: '+33612345678', email: 'ada@example.org', profile });
    const { data, errors } = await ask(
      `query ($id: ID!) {
        client(id: $id) { __typename number kind status phone email name phoneVerifiedAt emailVerifiedAt createdAt
          personal { familyName birthDate citizenship taxNumber phone email addresses { kind country postcode text } } }
        node(id: $id) { id ... on Client { number } }
      }`,
      { id: globalId('Client', id) },
      { ...anonymous(bench.lender.id), kind: 'OFFICER', scopes: new Set(['clients:read', 'clients:personal']) },
    );
    expect(errors).toBeUndefined();
    expect(data.client).toMatchObject({
      __typename: 'Client',
      number,
      kind: 'INDIVIDUAL',
      status: 'REGISTERING',
      phone: '+33 ** ***-56-78',
      email: 'a***@e…',
      name: 'A. A.',
      phoneVerifiedAt: null,
      createdAt: '2026-03-02T09:00:00.001Z',
      personal: {
        familyName: 'Acmeson',
        birthDate: '1990-02-28',
        citizenship: 'FR',
        taxNumber: '123',
        phone: '+33612345678',
        email: 'ada@example.org',
        addresses: [{ kind: 'STAY', country: 'FR', postcode: null, text: '1, Rue' }],
      },
    });
    expect(data.node).toMatchObject({ number });
    expect(
      (
        await ask(
          'query ($id: ID!) { client(id: $id) { id } }',
          { id: globalId('Client', id) },
          clientCaller(bench.lender.id, bench.lender.id),
        )
      ).data.client,
    ).toBeNull();
    for (const wrong of ['x', globalId('Lender', id)])
      expect((await ask('query ($id: ID!) { client(id: $id) { id } }', { id: wrong })).data.client).toBeNull();
  });

  it('clients are listed newest first, page by page, and found by phone in any spelling', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await make({ phone: `+3362222000${i}` })).number);
    const page = async (after: string | null) =>
      (
        await ask(
          'query ($after: String) { clients(first: 2, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
      ).data.clients;
    const seen: string[] = [];
    for (let after: string | null = null; seen.length < 5; ) {
      const { edges, pageInfo } = await page(after);
      seen.push(...edges.map((edge: { node: { number: string } }) => edge.node.number));
      after = pageInfo.endCursor;
    }
    expect(seen.slice(0, 5)).toEqual(made);
    const found = async (filter: Record<string, unknown>) =>
      (
        await ask('query ($filter: ClientFilter) { clients(filter: $filter) { edges { node { number } } } }', { filter })
      ).data.clients.edges.map((edge: { node: { number: string } }) => edge.node.number);
    expect(await found({ phone: '06 22 22 00 04' })).toEqual([made[0]]);
    expect(await found({ phone: '06 22 22 00 09' })).toEqual([]);
    expect(await found({ phone: 'nonsense' })).toEqual([]);
    expect(await found({ status: 'BLOCKED' })).toEqual([]);
    const { errors } = await ask('{ clients(after: "nonsense") { edges { cursor } } }');
    expect(errors![0].extensions.code).toBe('CURSOR_INVALID');
  });

  it('a client comes in, sees itself as the viewer and its messages without the code', async () => {
    const { id } = await make({ phone: '+33633330000' });
    await bench.run((c) => setContactVerified(c, id, { phone: '+33633330000' }));
    const requested = await ask(
      `mutation { requestCode(input: { purpose: SIGN_IN, channel: SMS, phone: "06 33 33 00 00" }) { ceremonyId expiresAt resendAt codeLength findings { code } } }`,
    );
    expect(requested.errors).toBeUndefined();
    expect(requested.data.requestCode).toMatchObject({ codeLength: 6, findings: [] });
    const { ceremonyId } = requested.data.requestCode;
    const denied = await ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } findings { code message path facts { name value } } } }',
      { input: { ceremonyId, code: 'x' } },
    );
    expect(denied.data.signIn).toMatchObject({
      session: null,
      findings: [
        {
          code: 'CODE_INVALID',
          message: expect.stringContaining('ask for a new one'),
          path: ['input', 'code'],
          facts: [{ name: 'attemptsLeft', value: '4' }],
        },
      ],
    });
    const elsewhere = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { findings { code } } }', {
      input: { ceremonyId: globalId('Client', id), code: '1' },
    });
    expect(elsewhere.data.signIn.findings).toEqual([{ code: 'CODE_INVALID' }]);

    const caller = { ...clientCaller(bench.lender.id, id), scopes: new Set(['b:read', 'a:read']) };
    const { data, errors } = await ask(
      '{ viewer { kind subject scopes lender { code } client { id notifications { edges { node { id kind channel status target text sentAt } } } } } }',
      {},
      caller,
    );
    expect(errors).toBeUndefined();
    expect(data.viewer).toMatchObject({ kind: 'CLIENT', subject: id, scopes: ['a:read', 'b:read'], lender: { code: bench.lender.code } });
    const [message] = data.viewer.client.notifications.edges.map((edge: { node: object }) => edge.node);
    expect(message).toMatchObject({
      kind: 'CONFIRMATION_CODE',
      channel: 'SMS',
      status: 'QUEUED',
      target: '+33 ** ***-00-00',
      sentAt: null,
    });
    expect(message.text).toBe('Acme: sign-in code ••••••, good for 5 min. Tell it to nobody.');
    const node = await ask(
      'query ($id: ID!) { node(id: $id) { ... on Notification { kind } } }',
      { id: message.id },
      { ...caller, scopes: new Set(['notifications:read']) },
    );
    expect(node.data.node).toEqual({ kind: 'CONFIRMATION_CODE' });
    expect((await ask('{ viewer { kind client { id } } }')).data.viewer).toEqual({ kind: 'ANONYMOUS', client: null });
  });
});
