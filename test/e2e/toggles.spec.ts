import { type Borrower, DECIDE, done, loan, newBorrower, review, START, startLoan, WITHDRAW } from '../support/borrower';
import { type Ask, type Asker, eventually, startTestGateway, type TestGateway, type Transport, type Values } from '../support/test-gateway';

const PLUGIN = 'ru-mfo';
const SET = `mutation ($input: SetPluginStateInput!) { setPluginState(input: $input) { plugin { state forced } findings { code severity facts { name value } } } }`;
const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { cursor id type } }';
const FIELDS = '{ __type(name: "Application") { fields { name } } __schema { mutationType { fields { name } } } }';

let gateway: TestGateway;
let borrower: Borrower;
let officerAsker: Asker;
let officer: Ask;
let operator: Ask;

beforeAll(async () => {
  gateway = await startTestGateway();
  borrower = await newBorrower(gateway);
  officerAsker = { token: await gateway.token({ kind: 'OFFICER' }) };
  officer = gateway.as(officerAsker);
  operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
});
afterEach(() => gateway.silence());
afterAll(() => gateway.stop());

const codes = ({ errors }: Values): string[] => (errors ?? []).map(({ extensions }: Values) => extensions.code);
const set = (state: string, more: Record<string, unknown> = {}) => operator(SET, { input: { plugin: PLUGIN, state, ...more } });

/** Sets the state and waits until this process has seen it: a commit is the cut, its notice follows. */
async function reach(state: string, more: Record<string, unknown> = {}): Promise<void> {
  await done(set(state, more));
  await eventually(() => gateway.parts.lenders.byCode('veritas')?.plugins.get(PLUGIN) === state);
}

async function ownParts(ask: Ask): Promise<string[]> {
  const { data } = await ask(FIELDS);
  const names = [...data.__type.fields, ...data.__schema.mutationType.fields].map(({ name }: Values) => name as string);
  return names.filter((name) => name.startsWith('ruMfo'));
}

it('only an operator toggles', async () => {
  for (const ask of [borrower.ask, officer])
    expect(codes(await ask(SET, { input: { plugin: PLUGIN, state: 'DRAINING' } }))).toContain('FORBIDDEN');
  const { data } = await operator(SET, { input: { plugin: 'no-such', state: 'DRAINING' } });
  expect(data.setPluginState.findings).toMatchObject([{ code: 'PLUGIN_NOT_INSTALLED' }]);
});

describe('a plugin that drains', () => {
  it('takes no new application, and open ones go on to their end', async () => {
    const id = await startLoan(borrower.ask);
    await reach('DRAINING');
    const refused = await borrower.ask(START, { input: loan() });
    expect(codes(refused)).toEqual(['PLUGIN_DRAINING']);
    expect((await borrower.ask('{ products { code } }')).data.products).toEqual([]);
    await review(borrower, officer, id);
    await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
    const { data } = await borrower.ask('query ($id: ID!) { application(id: $id) { status ruMfo { individualTerms { status } } } }', {
      id,
    });
    expect(data.application).toEqual({ status: 'OFFERED', ruMfo: { individualTerms: { status: 'PUBLISHED' } } });
    await reach('ENABLED');
    await startLoan(borrower.ask);
  });
});

describe('a plugin that is switched off', () => {
  it('is not, while work is open, unless forced with a reason', async () => {
    await startLoan(borrower.ask);
    const { data } = await set('DISABLED');
    expect(data.setPluginState.findings).toMatchObject([{ code: 'PLUGIN_IN_USE', severity: 'BLOCKING' }]);
    expect((await set('DISABLED', { force: true })).data.setPluginState.findings).toMatchObject([{ code: 'REASON_REQUIRED' }]);
  });

  it('leaves that lender’s graph alone, ends its streams with a cursor, and comes back with the cursor good', async () => {
    const elsewhere = { token: await gateway.token({ kind: 'OFFICER', lenders: ['sotovy'] }) };
    const [own, foreign] = [await ownParts(officer), await ownParts(gateway.as(elsewhere))];
    expect(own).toEqual(expect.arrayContaining(['ruMfo', 'ruMfoRegister', 'ruMfoAssess']));
    expect(foreign).toEqual(own);

    const id = await startLoan(borrower.ask);
    const transports: readonly Transport[] = ['WebSocket', 'SSE'];
    const listeners = transports.map((transport) => gateway.listen(transport, officerAsker, EVENTS));
    const others = transports.map((transport) => gateway.listen(transport, elsewhere, EVENTS));
    const toldBefore = listeners.map((): Values[] => []);
    const ends = listeners.map(async (listener, index) => {
      for (;;) {
        const { value } = await listener.next();
        if (value.errors) return { told: toldBefore[index]!, extensions: value.errors[0]!.extensions, over: (await listener.next()).done };
        toldBefore[index]!.push(value.data.events);
      }
    });
    for (const listener of others) listener.next().catch(() => {});
    await eventually(() => gateway.parts.http.openStreams === 4);
    await done(borrower.ask(WITHDRAW, { id }));
    await eventually(() => toldBefore.every((told) => told.length > 0));
    await reach('DISABLED', { force: true, reason: 'The rules are being looked through.' });

    const cursors = [];
    for (const { told, extensions, over } of await Promise.all(ends)) {
      expect([extensions.code, over]).toEqual(['PLUGIN_DISABLED', true]);
      cursors.push({ after: extensions.lastCursor as string, told });
    }
    await eventually(() => gateway.parts.http.openStreams === 2);

    expect(await ownParts(officer)).toEqual([]);
    expect(await ownParts(gateway.as(elsewhere))).toEqual(own);
    expect(codes(await borrower.ask('{ applications { edges { node { ruMfo { insuranceWanted } } } } }'))).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(
      codes(
        await borrower.ask(START, {
          input: { product: 'ru-mfo/microloan', amount: { amount: '15000.00', currency: 'RUB' }, termDays: 30 },
        }),
      ),
    ).toEqual(['PLUGIN_DISABLED']);
    const { data: kept } = await borrower.ask('query ($id: ID!) { application(id: $id) { status } }', { id });
    expect(kept.application).toEqual({ status: 'WITHDRAWN' });

    await reach('ENABLED');
    expect(await ownParts(officer)).toEqual(own);
    const next = await startLoan(borrower.ask);
    const { data } = await eventually(async () => {
      const answer = await officer('query ($id: ID!) { events(applicationId: $id) { edges { node { cursor id type } } } }', { id: next });
      return answer.data.events.edges.length > 0 && answer;
    });
    const wanted = data.events.edges.map(({ node }: Values) => node);
    for (const [index, transport] of transports.entries()) {
      const { after, told } = cursors[index]!;
      const resumed = gateway.listen(transport, officerAsker, EVENTS, { after });
      const heard: Values[] = [];
      while (!heard.some(({ id: event }) => event === wanted.at(-1).id)) heard.push((await resumed.next()).value.data.events);
      const { data: log } = await officer('{ events(first: 100) { edges { node { cursor id type } } } }');
      const all = log.events.edges.map(({ node }: Values) => node);
      const from = all.findIndex((event: Values) => event.id === told[0].id);
      expect([...told, ...heard]).toEqual(all.slice(from, from + told.length + heard.length));
    }
  });
});
