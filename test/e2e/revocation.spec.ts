import { fromGlobalId } from '../../schema/base';
import { newBorrower } from '../support/borrower';
import {
  type Ask,
  type Asker,
  eventually,
  LENDER,
  type Listener,
  startTestGateway,
  type TestGateway,
  type Transport,
  type Values,
} from '../support/test-gateway';

const TRANSPORTS: readonly Transport[] = ['WebSocket', 'SSE'];
const OTHER = 'sotovy';

const REVOKE =
  'mutation ($input: RevokeAccessInput!) { revokeAccess(input: $input) { revocation { subject reason revokedBy restoredAt } findings { code } } }';
const RESTORE =
  'mutation ($input: RestoreAccessInput!) { restoreAccess(input: $input) { revocation { subject restoredBy } findings { code } } }';
const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { cursor type } }';
const REASON = 'The agreement with the partner has ended.';

let gateway: TestGateway;
let there: TestGateway;
let operator: Ask;
let partner: Asker;

beforeAll(async () => {
  gateway = await startTestGateway();
  there = await startTestGateway({ beside: gateway });
  operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
  partner = { token: await gateway.token({ kind: 'PARTNER', lenders: [LENDER, OTHER] }) };
});
afterEach(async () => {
  await gateway.silence();
  await there.silence();
});
afterAll(async () => {
  await there.stop();
  await gateway.stop();
});

const at = (lender: string): Asker => ({ ...partner, lender });
const codes = ({ errors }: Values): string[] => (errors ?? []).map(({ extensions }: Values) => extensions.code);
const findings = async (answer: Promise<Values>): Promise<string[]> =>
  (Object.values((await answer).data)[0] as Values).findings.map(({ code }: Values) => code);
const revoke = (subject: string, more = {}) => operator(REVOKE, { input: { subject, reason: REASON, ...more } });
const restore = (subject: string) => operator(RESTORE, { input: { subject, reason: REASON } });

async function ending(listener: Listener): Promise<{ code: string; lastCursor: string }> {
  for (;;) {
    const { value, done } = await listener.next();
    if (done) throw new Error('The stream ended without a word.');
    const [error] = value.errors ?? [];
    if (error) return error.extensions as unknown as { code: string; lastCursor: string };
  }
}

describe('the access of a partner', () => {
  it('is revoked: its streams in every process end within five seconds with their cursors, and its token is refused there', async () => {
    const listeners = [gateway, there].flatMap((on) => TRANSPORTS.map((transport) => on.listen(transport, at(LENDER), EVENTS)));
    const elsewhere = there.listen('SSE', at(OTHER), EVENTS);
    const stillThere = elsewhere.next();
    const ends = Promise.all(listeners.map(ending));
    await eventually(() => gateway.parts.http.openStreams === 2 && there.parts.http.openStreams === 3);
    const started = performance.now();
    const { data } = await revoke('partner-1');
    expect(data.revokeAccess).toMatchObject({
      revocation: { subject: 'partner-1', reason: REASON, revokedBy: 'OPERATOR:operator-1', restoredAt: null },
      findings: [],
    });
    const cursors = (await ends).map(({ code, lastCursor }) => {
      expect(code).toBe('TOKEN_REVOKED');
      return lastCursor;
    });
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const on of [gateway, there]) {
      expect(codes(await on.as(at(LENDER))('{ viewer { kind } }'))).toEqual(['TOKEN_REVOKED']);
      // A revocation is one lender's: another goes on serving the same token.
      expect((await on.as(at(OTHER))('{ viewer { kind } }')).data.viewer.kind).toBe('PARTNER');
    }
    for (const transport of TRANSPORTS) expect((await ending(there.listen(transport, at(LENDER), EVENTS))).code).toBe('TOKEN_REVOKED');
    expect(there.parts.http.openStreams).toBe(1);

    const { data: listed } = await operator('{ revokedAccess { subject reason } }');
    expect(listed.revokedAccess).toEqual([{ subject: 'partner-1', reason: REASON }]);
    expect((await restore('partner-1')).data.restoreAccess).toMatchObject({ revocation: { restoredBy: 'OPERATOR:operator-1' } });
    expect((await operator('{ revokedAccess { subject } }')).data.revokedAccess).toEqual([]);
    await eventually(async () => codes(await there.as(at(LENDER))('{ viewer { kind } }')).length === 0);
    // Nothing of the time between is lost to it.
    const resumed = there.listen('WebSocket', at(LENDER), EVENTS, { after: cursors[0] });
    const next = resumed.next();
    await newBorrower(gateway);
    expect((await next).value.errors).toBeUndefined();
    elsewhere.cut();
    await stillThere.catch(() => {});
  });

  it('is revoked once, and not by whoever it belongs to', async () => {
    const again = { idempotencyKey: 'revocation-1' };
    const first = await revoke('partner-2', again);
    expect(await revoke('partner-2', again)).toEqual(first);
    expect((await revoke('partner-2')).data).toEqual(first.data);
    expect(await findings(revoke('operator-1'))).toEqual(['ACCESS_OWN']);
    expect(await findings(revoke('partner-3', { reason: 'short' }))).toEqual(['ACCESS_REASON_REQUIRED']);
    expect(await findings(revoke('  '))).toEqual(['ACCESS_SUBJECT_INVALID']);
    expect(await findings(restore('partner-3'))).toEqual(['ACCESS_NOT_REVOKED']);
    const { data } = await operator('{ events(types: ["AccessRevoked"], first: 100) { edges { node { payload } } } }');
    const told = data.events.edges.map(({ node }: Values) => node.payload.holder);
    expect(told.filter((holder: string) => holder === 'partner-2')).toHaveLength(1);
  });

  it('is revoked and given back by operators alone', async () => {
    const officer = gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) });
    for (const document of [REVOKE, RESTORE])
      expect(codes(await officer(document, { input: { subject: 'partner-1', reason: REASON } }))).toContain('FORBIDDEN');
    expect(codes(await officer('{ revokedAccess { subject } }'))).toContain('FORBIDDEN');
  });
});

it('the operator sees who reads the lender’s events here, and how far they are', async () => {
  const asker = { token: await gateway.token({ kind: 'PARTNER', subject: 'reading-partner', lenders: [LENDER, OTHER] }) };
  const streams = [LENDER, OTHER].map((lender) => gateway.listen('WebSocket', { ...asker, lender }, EVENTS));
  const nexts = streams.map((stream) => stream.next());
  await eventually(() => gateway.parts.http.openStreams === 2);
  await gateway.sequenced();
  const READERS = '{ eventReaders { id kind reader lender cursor lagPositions lagSeconds since } }';
  const { data } = await operator(READERS);
  expect(data.eventReaders).toEqual([
    {
      id: expect.any(String),
      kind: 'STREAM',
      reader: 'PARTNER:reading-partner',
      lender: LENDER,
      cursor: expect.any(String),
      lagPositions: 0,
      lagSeconds: 0,
      since: expect.stringContaining('2023-04-28T'),
    },
  ]);
  expect(codes(await gateway.as({ ...asker, lender: LENDER })(READERS))).toContain('FORBIDDEN');
  for (const stream of streams) stream.cut();
  await Promise.all(nexts.map((next) => next.catch(() => {})));
});

it('a client who is blocked loses its streams in every process, also where the event was not heard', async () => {
  const borrower = await newBorrower(gateway);
  const [heard, missed] = [gateway, there].map((on) => ending(on.listen('WebSocket', borrower.asker, EVENTS)));
  await eventually(() => gateway.parts.http.openStreams === 1 && there.parts.http.openStreams === 1);
  // Without an event: as when the event was passed over while the stream still read the log.
  await gateway.sql("update core.client set status = 'BLOCKED' where id = $1", [fromGlobalId(borrower.clientId)?.id]);
  expect((await heard)!.code).toBe('TOKEN_REVOKED');
  expect((await missed)!.code).toBe('TOKEN_REVOKED');
});
