import { encodeCursor } from '../../modules/events';
import { eventually, startTestGateway, type TestGateway, type Transport } from '../support/test-gateway';

const TRANSPORTS: readonly Transport[] = ['WebSocket', 'SSE'];
const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { cursor id type } }';

let gateway: TestGateway;
let asker: { token: string };
let head: { epoch: string; pos: number };

beforeAll(async () => {
  gateway = await startTestGateway();
  asker = { token: await gateway.token({ kind: 'OFFICER' }) };
  const operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
  const toggle = 'mutation ($i: SetPluginStateInput!) { setPluginState(input: $i) { findings { code } } }';
  for (const state of ['DRAINING', 'ENABLED', 'DRAINING', 'ENABLED']) {
    const { data } = await operator(toggle, { i: { plugin: 'ru-mfo', state } });
    expect(data.setPluginState.findings).toEqual([]);
  }
  await gateway.sequenced();
  head = (await gateway.sql<typeof head>('select epoch, pos::int from core.event_head'))[0]!;
  expect(head.pos).toBeGreaterThanOrEqual(4);
});
afterEach(() => gateway.silence());
afterAll(() => gateway.stop());

/** What a stream says first: a code, or the data of its first event. */
async function firstOf(transport: Transport, document: string, variables?: Record<string, unknown>): Promise<unknown> {
  const { value } = await gateway.listen(transport, asker, document, variables).next();
  return value.errors ? value.errors.map((error: { extensions: { code: string } }) => error.extensions.code) : value.data;
}

describe.each(TRANSPORTS)('over %s', (transport) => {
  const resumed = (after: string) => firstOf(transport, EVENTS, { after });

  it('a damaged cursor is refused with its code', async () => {
    const good = encodeCursor({ epoch: head.epoch, pos: head.pos, id: null });
    const damaged = ['', 'x', good.slice(1), `${good}A`, `${good.slice(0, -2)}!!`, Buffer.alloc(41, 7).toString('base64url')];
    for (const cursor of damaged) expect(await resumed(cursor)).toEqual(['CURSOR_INVALID']);
  });

  it('a cursor of another log, or of a place that this one has not reached, is refused with its code', async () => {
    const other = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await resumed(encodeCursor({ epoch: other, pos: 1, id: null }))).toEqual(['CURSOR_INVALID']);
    expect(await resumed(encodeCursor({ epoch: head.epoch, pos: head.pos + 1_000, id: null }))).toEqual(['CURSOR_INVALID']);
  });

  it('a cursor of what is no longer kept is refused with its code, and the oldest that is kept is not', async () => {
    const [kept] = await gateway.sql<{ first: number }>('select first_pos::int as first from core.event_head');
    await gateway.sql('update core.event_head set first_pos = pos');
    try {
      expect(await resumed(encodeCursor({ epoch: head.epoch, pos: head.pos - 2, id: null }))).toEqual(['CURSOR_EXPIRED']);
      expect(await resumed(encodeCursor({ epoch: head.epoch, pos: head.pos - 1, id: null }))).toMatchObject({
        events: { type: expect.any(String) },
      });
    } finally {
      await gateway.sql('update core.event_head set first_pos = $1', [kept!.first]);
    }
  });

  it('a document is told what is wrong with it: two things at once, a mutation among subscriptions, nothing at all', async () => {
    expect(await firstOf(transport, 'subscription { a: events { id } b: events { id } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await firstOf(transport, 'subscription { setPluginState { findings { code } } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await firstOf(transport, 'subscription A { events { id } } mutation B { signOut { findings { code } } }')).toEqual([
      'OPERATION_RESOLUTION_FAILURE',
    ]);
    expect(await firstOf(transport, 'subscription {')).toEqual(['GRAPHQL_PARSE_FAILED']);
    await eventually(() => gateway.parts.http.openStreams === 0);
  });
});
