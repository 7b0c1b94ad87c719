import { createHmac } from 'node:crypto';
import { connect } from '@nats-io/transport-node';
import { systemCaller } from '../../modules/access';
import { systemClock } from '../../modules/calendar';
import { type EventRow, type EventStream, EventStreams, eventErrors, PostgresLogFeed, readHead, Sequencer } from '../../modules/events';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { hasNatsServer, type NatsServer, startNatsServer } from '../../test/support/nats-server';
import { connectBus, type EventBus } from '.';

const available = hasNatsServer();
if (!available) process.stderr.write('LEFT OUT: the tests of the event bus need nats-server (apt-get install nats-server).\n');

(available ? describe : describe.skip)('the event bus', () => {
  let bench: EventBench;
  let writer: Writer;
  let nats: NatsServer;
  /** Two processes: each with a bus, streams and a sequencer of its own. */
  let sides: Array<{ bus: EventBus; log: PostgresLogFeed; streams: EventStreams; sequencer: Sequencer; reads: number }>;
  const failures: unknown[] = [];

  beforeAll(async () => {
    bench = await EventBench.open();
    writer = await bench.writer();
    nats = await startNatsServer(['--user', 'acme', '--pass', 'p@ss'], 'acme:p%40ss@');
  });
  afterAll(async () => {
    await nats?.kill();
    await bench?.close();
  });
  beforeEach(async () => {
    await bench.reset();
    failures.length = 0;
    sides = [await side(), await side()];
    await until(() => sides.every(({ bus }) => bus.connected));
  });
  afterEach(async () => {
    for (const { streams, sequencer } of sides) {
      await sequencer.stop();
      await streams.stop();
    }
  });

  const mac = (text: string) => createHmac('sha256', 'the installation’s').update(text).digest();
  const sealed = (text: string) => `${mac(text).toString('base64')}${text}`;

  async function side(url = nats.url, poll = 60_000) {
    const { worker } = bench.database;
    const log = new PostgresLogFeed({ database: worker, poll });
    const made = { log, reads: 0 };
    const read = log.read.bind(log);
    log.read = (after) => {
      made.reads += 1;
      return read(after);
    };
    const bus = connectBus({ url, log, poll, mac, onFailure: (error) => failures.push(error) });
    const sequencer = new Sequencer({ database: worker, onMoved: (after, through) => bus.publish(after, through) });
    const onFailure = (error: unknown) => failures.push(error);
    const streams = new EventStreams({
      database: worker,
      clock: systemClock,
      expired: () => eventErrors.error('SHUTTING_DOWN'),
      log: bus,
      onFailure,
    });
    await streams.start();
    return Object.assign(made, { bus, streams, sequencer });
  }

  /** A live stream: one that has begun to wait. */
  async function live(streams: EventStreams): Promise<{ stream: EventStream; take: (count: number) => Promise<string[]> }> {
    const stream = await streams.open({
      database: bench.database.app.scoped({ lenderId: bench.lenderId }),
      caller: systemCaller(bench.lenderId, 'test'),
      filter: {},
    });
    const rows: EventRow[] = [];
    void (async () => {
      for await (const row of stream) rows.push(row);
    })().catch(() => {});
    await until(() => (stream as unknown as { attached: boolean }).attached);
    return {
      stream,
      take: async (count) => {
        await until(() => rows.length >= count);
        return rows.splice(0).map(({ payload }) => payload.label as string);
      },
    };
  }
  const tell = async (labels: readonly string[], by = sides[0]!) => {
    await writer.tell('s0', labels);
    by.sequencer.nudge();
  };
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

  it('brings the rows that another process sequenced, without a reading of the log', async () => {
    const readers = await Promise.all(sides.map(({ streams }) => live(streams)));
    await tell(['first'], sides[0]);
    for (const { take } of readers) expect(await take(1)).toEqual(['first']);
    const before = sides[1]!.reads;
    for (let batch = 0; batch < 20; batch++) {
      await tell(numbers(batch * 10 + 1, batch * 10 + 10), sides[0]);
      expect(await readers[1]!.take(10)).toEqual(numbers(batch * 10 + 1, batch * 10 + 10));
    }
    expect(sides[1]!.reads).toBe(before);
    expect(failures).toEqual([]);
  });

  it('shows an event that came over the bus exactly as one of the log', async () => {
    const streams = sides.map(async ({ streams }) => {
      const stream = await streams.open({
        database: bench.database.app.scoped({ lenderId: bench.lenderId }),
        caller: systemCaller(bench.lenderId, 'test'),
        filter: {},
      });
      const next = stream.next();
      await until(() => (stream as unknown as { attached: boolean }).attached);
      return next;
    });
    const nexts = await Promise.all(streams.map(async (opened) => ({ next: opened })));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tell(['é "quoted" \u0000'.replace('\u0000', '')], sides[0]);
    const [own, other] = await Promise.all(nexts.map(({ next }) => next));
    expect(other!.value).toEqual(own!.value);
    expect(other!.value.at).toBeInstanceOf(Date);
  });

  it('fills what is missing from the log, and passes over what comes twice or late', async () => {
    const [{ log, bus }] = sides as [(typeof sides)[0]];
    const { take } = await live(sides[1]!.streams);
    const { epoch } = await readHead(bench.database.worker.scoped({ lenderId: null }));
    const stranger = await connect({ servers: new URL(nats.url).host, user: 'acme', pass: 'p@ss' });
    // Sequenced by somebody who could not tell the bus.
    await writer.tell('s0', numbers(1, 6));
    await bench.sequence();
    const { rows } = await log.read(0);
    const say = (...positions: number[]) =>
      stranger.publish(`lexgraph.events.${epoch}`, sealed(JSON.stringify({ epoch, rows: positions.map((pos) => rows[pos - 1]) })));
    // 5 before 4, 4 twice, 1 to 3 never.
    say(5);
    say(4, 5);
    say(4);
    await stranger.flush();
    expect(await take(6)).toEqual(numbers(1, 6));
    // Long known ones, another epoch's, and noise change nothing.
    say(2, 3);
    stranger.publish(`lexgraph.events.${epoch}`, sealed(JSON.stringify({ epoch: 'another', rows: [{ ...rows[0], pos: '7' }] })));
    stranger.publish(`lexgraph.events.${epoch}`, sealed('no JSON'));
    await stranger.flush();
    await tell(['7'], sides[0]);
    expect(await take(1)).toEqual(['7']);
    expect(failures).toHaveLength(2);
    expect(bus.connected).toBe(true);
    await stranger.close();
  });

  it('takes no row from whoever has not the installation’s key, though the server lets it in', async () => {
    const { take } = await live(sides[1]!.streams);
    await tell(['1']);
    expect(await take(1)).toEqual(['1']);
    const { epoch } = await readHead(bench.database.worker.scoped({ lenderId: null }));
    const { rows } = await sides[0]!.log.read(0);
    const forged = JSON.stringify({ epoch, rows: [{ ...rows[0], pos: '2', payload: { label: 'forged' } }] });
    const stranger = await connect({ servers: new URL(nats.url).host, user: 'acme', pass: 'p@ss' });
    const wrongly = createHmac('sha256', 'another’s').update(forged).digest('base64');
    for (const text of [forged, `${wrongly}${forged}`, '', sealed(forged).replace('forged', 'altered')])
      stranger.publish(`lexgraph.events.${epoch}`, text);
    await stranger.flush();
    // Four messages, on both sides.
    await until(() => failures.length === 8);
    await tell(['2']);
    expect(await take(1)).toEqual(['2']);
    await stranger.close();
  });

  it('without the server each reads the log by itself, and with it again the bus', async () => {
    const readers = await Promise.all(sides.map(({ streams }) => live(streams)));
    await tell(['1']);
    for (const { take } of readers) expect(await take(1)).toEqual(['1']);
    await nats.kill();
    await until(() => sides.every(({ bus }) => !bus.connected));
    await tell(['2', '3']);
    for (const { take } of readers) expect(await take(2)).toEqual(['2', '3']);
    await nats.restart();
    await until(() => sides.every(({ bus }) => bus.connected));
    await tell(['4']);
    for (const { take } of readers) expect(await take(1)).toEqual(['4']);
  });

  it('a process that starts before the server joins when it is there', async () => {
    await nats.kill();
    const early = await side();
    const { take } = await live(early.streams);
    await tell(['1'], early);
    expect(await take(1)).toEqual(['1']);
    await nats.restart();
    await until(() => early.bus.connected);
    await tell(['2'], early);
    expect(await take(1)).toEqual(['2']);
    await early.sequencer.stop();
    await early.streams.stop();
    await until(() => sides.every(({ bus }) => bus.connected));
  });

  it('refused for its password, it says so and goes on with the log', async () => {
    const stranger = await side(nats.url.replace('p%40ss', 'wrong'));
    const { take } = await live(stranger.streams);
    await tell(['1'], stranger);
    expect(await take(1)).toEqual(['1']);
    await until(() => failures.length > 0);
    expect(String(failures[0])).toMatch(/authorization/i);
    expect(String(failures[0])).not.toContain('wrong');
    await stranger.sequencer.stop();
    await stranger.streams.stop();
  });
});
