import { pino } from 'pino';
import { systemCaller } from '../../modules/access';
import { MovableClock } from '../../modules/calendar';
import { uuidv7 } from '../../modules/database';
import { EventStreams, encodeCursor, eventErrors, eventReaderSources, readHead, Sequencer, withLag } from '../../modules/events';
import { TestExtensions } from '../../test/support/command-bench';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { EventMetrics, startMetricsServer } from '.';

describe('the measurements of events', () => {
  let bench: EventBench;
  let writer: Writer;
  let clock: MovableClock;
  let sequencer: Sequencer;
  let streams: EventStreams;
  let metrics: EventMetrics;

  beforeAll(async () => {
    bench = await EventBench.open();
    writer = await bench.writer();
    clock = MovableClock.standingAt('2026-03-31T09:00:00Z');
    const database = bench.database.worker;
    sequencer = new Sequencer({ database });
    streams = new EventStreams({ database, clock, expired: () => eventErrors.error('SHUTTING_DOWN') });
    await streams.start();
    const extensions = new TestExtensions();
    const { epoch } = await readHead(database.scoped({ lenderId: null }));
    extensions.add(eventReaderSources, 'webhooks', {
      readers: async () => [
        {
          id: 'endpoint',
          kind: 'WEBHOOK',
          caller: 'PARTNER',
          subject: 'acme "partner"',
          lenderId: bench.lenderId,
          position: { epoch, pos: 1, id: null },
          since: new Date(0),
        },
      ],
    });
    const lenders = { byId: (id: string) => (id === bench.lenderId ? ({ code: 'acme' } as never) : null) };
    metrics = new EventMetrics({ database, clock, sequencer, streams, lenders, extensions });
  });
  afterAll(async () => {
    await sequencer.stop();
    await streams.stop();
    await bench.close();
  });

  /** Values by name and labels, of the names that are ours. */
  async function values(): Promise<Record<string, number>> {
    const lines = (await metrics.text()).split('\n').filter((line) => /^lexgraph_(event|sequencer)/.test(line));
    return Object.fromEntries(
      lines.map((line) => [line.slice('lexgraph_'.length, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
    );
  }

  it('tell the inbox, the log, and who sequences', async () => {
    await writer.tell('s0', ['1', '2', '3']);
    clock.advance({ seconds: 40 });
    expect(await values()).toMatchObject({
      event_inbox_length: 3,
      event_inbox_age_seconds: 40,
      event_log_position: 0,
      event_log_first_position: 1,
      sequencer_events_total: 0,
      sequencer_last_led_timestamp_seconds: 0,
    });
    sequencer.nudge();
    await until(async () => (await bench.labels()).length === 3);
    await until(() => sequencer.tally.events === 3);
    const after = await values();
    expect(after).toMatchObject({ event_inbox_length: 0, event_inbox_age_seconds: 0, event_log_position: 3, sequencer_events_total: 3 });
    expect(after.sequencer_last_led_timestamp_seconds).toBeGreaterThan(Date.now() / 1000 - 60);
  });

  it('tell how far behind readers are, in events and seconds; clients together and unnamed', async () => {
    const scoped = bench.database.app.scoped({ lenderId: bench.lenderId });
    const { epoch } = await readHead(scoped);
    const open = (subject: string, kind: 'PARTNER' | 'CLIENT', pos: number) =>
      streams.open({
        database: scoped,
        caller: { ...systemCaller(bench.lenderId, subject), kind },
        filter: {},
        after: encodeCursor({ epoch, pos, id: null }),
      });
    await open('client-1', 'CLIENT', 3);
    await open('client-2', 'CLIENT', 2);
    await open('partner-1', 'PARTNER', 0);
    const found = await values();
    const of = (name: string, kind: string, caller: string, subject: string) =>
      found[`event_reader${name}{kind="${kind}",caller="${caller}",subject="${subject}",lender="acme"}`];
    expect([of('s', 'STREAM', 'CLIENT', ''), of('_lag_positions', 'STREAM', 'CLIENT', '')]).toEqual([2, 1]);
    expect([of('s', 'STREAM', 'PARTNER', 'partner-1'), of('_lag_positions', 'STREAM', 'PARTNER', 'partner-1')]).toEqual([1, 3]);
    expect(of('_lag_seconds', 'STREAM', 'PARTNER', 'partner-1')).toBe(40);
    expect(of('_lag_positions', 'WEBHOOK', 'PARTNER', 'acme \\"partner\\"')).toBe(2);
    expect([found['event_streams{caller="CLIENT"}'], found['event_streams{caller="PARTNER"}']]).toEqual([2, 1]);
    expect(JSON.stringify(found)).not.toContain('client-');
    streams.endWhere(() => true, eventErrors.error('SHUTTING_DOWN'));
    expect(Object.keys(await values()).filter((name) => name.includes('STREAM'))).toEqual([]);
  });

  it('are answered at their own address and nothing else is', async () => {
    const { contentType } = metrics.registry;
    let fails = false;
    const server = await startMetricsServer({
      host: '127.0.0.1',
      port: 0,
      contentType,
      logger: pino({ level: 'silent' }),
      text: () => (fails ? Promise.reject(new Error('down')) : metrics.text()),
    });
    const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    const answer = await ask('/metrics');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, contentType]);
    expect(await answer.text()).toContain('# TYPE lexgraph_event_inbox_length gauge');
    expect((await ask('/graphql')).status).toBe(404);
    expect((await ask('/metrics', 'POST')).status).toBe(405);
    fails = true;
    expect((await ask('/metrics')).status).toBe(503);
    await server.close();
    await expect(ask('/metrics')).rejects.toThrow();
  });

  it('of a reader in a log that was restored since are no guesses', async () => {
    const reader = {
      id: 'x',
      kind: 'STREAM' as const,
      caller: 'PARTNER' as const,
      subject: 'p',
      lenderId: bench.lenderId,
      since: new Date(),
    };
    const [found] = await withLag(
      bench.database.worker.scoped({ lenderId: null }),
      [{ ...reader, position: { epoch: uuidv7(), pos: 0, id: null } }],
      new Date(),
    );
    expect(found).toMatchObject({ lagPositions: 0, lagSeconds: 0 });
  });
});
