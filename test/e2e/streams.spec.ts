import { type Borrower, DECIDE, done, newBorrower, review, signIn, startLoan, WITHDRAW } from '../support/borrower';
import {
  type Ask,
  type Asker,
  eventually,
  type Listener,
  startTestGateway,
  type TestGateway,
  type Transport,
  type Values,
} from '../support/test-gateway';

const TRANSPORTS: readonly Transport[] = ['WebSocket', 'SSE'];

let gateway: TestGateway;
let borrower: Borrower;
let asker: Asker;
let officer: Ask;

beforeAll(async () => {
  gateway = await startTestGateway();
  borrower = await newBorrower(gateway);
  asker = { token: await gateway.token({ kind: 'OFFICER', ttl: 86_400 }) };
  officer = gateway.as(asker);
});
afterEach(() => gateway.silence());
afterAll(() => gateway.stop());

const STATUS = `subscription ($id: ID, $after: Cursor) { applicationStatusChanged(applicationId: $id, after: $after) {
  cursor eventId from to application { id } } }`;
const DECISIONS = `subscription ($id: ID, $after: Cursor) { decisionMade(applicationId: $id, after: $after) {
  cursor eventId decision { id kind } application { status } } }`;
const EVENTS = 'subscription ($id: ID, $after: Cursor) { events(applicationId: $id, after: $after) { cursor id type } }';
const LIST = `query ($id: ID, $after: Cursor, $types: [String!]) { events(applicationId: $id, after: $after, types: $types, first: 100) {
  edges { node { id cursor type } } } }`;

async function listed(id: string, types?: string[], after?: string): Promise<Array<{ id: string; cursor: string; type: string }>> {
  const { data } = await officer(LIST, { id, types, after });
  return data.events.edges.map(({ node }: Values) => node);
}

/** All that happens to an application until its decision: five changes of state or more, one decision. */
async function story(): Promise<string> {
  const id = await startLoan(borrower.ask);
  await review(borrower, officer, id);
  await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
  return id;
}

/** The next payloads of a stream's one field. */
async function take(listener: Listener, count: number): Promise<Values[]> {
  const taken: Values[] = [];
  while (taken.length < count) {
    const { value, done: over } = await listener.next();
    if (over || value.errors) throw new Error(`Ended after ${taken.length}: ${JSON.stringify(value)}`);
    taken.push(Object.values(value.data)[0]);
  }
  return taken;
}

const opened = (count: number, on = gateway) => eventually(() => on.parts.http.openStreams === count);

/** The last result of a stream: its code and its last cursor. */
async function ending(listener: Listener): Promise<{ code: string; lastCursor: string }> {
  const { value } = await listener.next();
  const [error] = value.errors ?? [];
  if (!error) throw new Error(`No end: ${JSON.stringify(value)}`);
  expect((await listener.next()).done).toBe(true);
  return error.extensions as unknown as { code: string; lastCursor: string };
}

describe.each(TRANSPORTS)('over %s', (transport) => {
  it('changes and decisions arrive live, with the ids and cursors of the list, in its order', async () => {
    await gateway.sequenced();
    const [changes, decisions] = [STATUS, DECISIONS].map((document) => gateway.listen(transport, asker, document)) as [Listener, Listener];
    const heard = Promise.all([take(changes, 4), take(decisions, 1)]);
    await opened(2);
    const id = await story();
    const [states, [decision]] = await heard;
    expect(states.map(({ eventId, cursor }: Values) => ({ id: eventId, cursor }))).toEqual(
      (await listed(id, ['ApplicationStatusChanged'])).map((event) => ({ id: event.id, cursor: event.cursor })),
    );
    expect(states.map(({ from, to }: Values) => [from, to])).toEqual([
      [null, 'DRAFT'],
      ['DRAFT', 'SUBMITTED'],
      ['SUBMITTED', 'IN_REVIEW'],
      ['IN_REVIEW', 'OFFERED'],
    ]);
    const [made] = await listed(id, ['DecisionMade']);
    expect(decision).toMatchObject({
      eventId: made!.id,
      cursor: made!.cursor,
      decision: { kind: 'APPROVED' },
      application: { status: 'OFFERED' },
    });
  });

  it('a connection cut between two events is resumed without gap or repeat', async () => {
    const id = await startLoan(borrower.ask);
    const before = gateway.listen(transport, asker, EVENTS, { id });
    const heard = take(before, 2);
    await opened(1);
    const working = review(borrower, officer, id);
    const first = await heard;
    before.cut();
    // More happens while nobody listens.
    await working;
    await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
    await opened(0);
    const all = await eventually(async () => {
      const events = await listed(id);
      return events.some(({ type }) => type === 'DecisionMade') && events.some(({ type }) => type === 'DocumentStatusChanged') && events;
    });
    const after = gateway.listen(transport, asker, EVENTS, { id, after: first.at(-1).cursor });
    const missed = all.length - all.findIndex((event) => event.id === first[0].id) - 2;
    const second = await take(after, missed);
    // And what happens now follows what was missed.
    const live = take(after, 1);
    await done(borrower.ask(WITHDRAW, { id }));
    const told = [...first, ...second, ...(await live)];
    const log = await listed(id);
    const from = log.findIndex((event) => event.id === told[0].id);
    expect(told).toEqual(log.slice(from, from + told.length));
    expect(told.at(-1).type).toBe('ApplicationStatusChanged');
  });

  it('the end of the token ends the stream with its code and cursor, and a new token goes on there', async () => {
    const id = await startLoan(borrower.ask);
    const short = { token: await gateway.token({ kind: 'OFFICER', ttl: 600 }) };
    await gateway.sequenced();
    const listener = gateway.listen(transport, short, EVENTS, { id });
    const first = take(listener, 1);
    await opened(1);
    await done(borrower.ask(WITHDRAW, { id }));
    const [event] = await first;
    gateway.clock.advance({ minutes: 11 });
    const { code, lastCursor } = await ending(listener);
    expect(code).toBe('TOKEN_EXPIRED');
    const refused = gateway.listen(transport, short, EVENTS, { id, after: lastCursor });
    expect((await refused.next()).value.errors?.[0]?.extensions.code).toBe('TOKEN_EXPIRED');
    const again = gateway.listen(transport, asker, STATUS, { after: lastCursor });
    const next = take(again, 1);
    await renew();
    const other = await startLoan(borrower.ask);
    const [resumed] = await next;
    const [oldest] = await listed(other, ['ApplicationStatusChanged']);
    expect([resumed.eventId, resumed.eventId === event.id]).toEqual([oldest!.id, false]);
  });
});

/** The borrower's access token is short-lived: signs in again. */
async function renew(): Promise<void> {
  // Codes are sent to one number once a minute.
  gateway.clock.advance({ minutes: 2 });
  const session = await signIn(gateway, borrower.phone);
  const own = { token: session.accessToken as string };
  borrower = { ...borrower, session, asker: own, ask: gateway.as(own) };
}

describe('two gateways on one database', () => {
  it('tell each other’s changes live; the stop of one is survived at the other', async () => {
    await renew();
    const there = await startTestGateway({ beside: gateway });
    try {
      const id = await startLoan(borrower.ask);
      await gateway.sequenced();
      const listeners = TRANSPORTS.map((transport) => there.listen(transport, asker, EVENTS, { id }));
      const heard = Promise.all(listeners.map((listener) => take(listener, 1)));
      await opened(2, there);
      await done(borrower.ask(WITHDRAW, { id }));
      const expected = (await eventually(async () => (await listed(id)).length > 1 && (await listed(id)))).at(-1);
      for (const [event] of await heard) expect(event).toEqual(expected);

      const ends = Promise.all(listeners.map(ending));
      await there.stop();
      const cursors = (await ends).map(({ code, lastCursor }) => {
        expect(code).toBe('SHUTTING_DOWN');
        return lastCursor;
      });
      const next = await startLoan(borrower.ask);
      const all = await eventually(async () => (await listed(next)).length > 0 && (await listed(next)));
      for (const [index, transport] of TRANSPORTS.entries()) {
        const resumed = gateway.listen(transport, asker, EVENTS, { after: cursors[index] });
        expect(await take(resumed, all.length)).toEqual(all);
      }
    } finally {
      await there.stop();
    }
  });
});
