import { defineErrors } from '../../schema/base';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { type Caller, systemCaller } from '../access';
import { MovableClock } from '../calendar';
import { type RowScope, uuidv7 } from '../database';
import type { EventFilter } from './event-filter';
import { EventLog } from './event-log';
import type { EventRow } from './event-row';
import type { EventStream, StreamOptions } from './event-stream';
import { EventStreams } from './event-streams';
import { LogListener } from './log-listener';
import { Sequencer } from './sequencer';
import { StreamEnded } from './stream-ended';

const errors = defineErrors('test', {
  TOKEN_OVER: { kind: 'ERROR', en: 'Over.', ru: 'Всё.', be: 'Усё.' },
  ACME_OFF: { kind: 'ERROR', en: '{plugin} is off.', ru: '{plugin} выкл.', be: '{plugin} выкл.' },
});

/** What a test must wait for or switch off, and no user may touch. */
const inside = (thing: EventStream | EventStreams) =>
  thing as unknown as { attached: boolean; busy: boolean; readTo: number; position: number };

describe('event streams', () => {
  let bench: EventBench;
  let writer: Writer;
  let streams: EventStreams;
  let sequencer: Sequencer;
  let clock: MovableClock;
  const failures: unknown[] = [];

  beforeAll(async () => {
    bench = await EventBench.open();
    writer = await bench.writer();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.reset();
    clock = MovableClock.standingAt('2026-03-31T09:00:00Z');
    sequencer = new Sequencer({ database: bench.database.worker });
    streams = newStreams();
    await streams.start();
    failures.length = 0;
  });
  afterEach(async () => {
    await sequencer.stop();
    await streams.stop();
  });

  function newStreams(poll = 60_000): EventStreams {
    return new EventStreams({
      database: bench.database.worker,
      clock,
      expired: () => errors.error('TOKEN_OVER'),
      poll,
      onFailure: (error) => failures.push(error),
    });
  }

  const tell = async (labels: readonly string[], more: Parameters<Writer['tell']>[2] = {}, by = writer) => {
    await by.tell('s0', labels, more);
    sequencer.nudge();
  };

  function open(
    options: { scope?: RowScope; filter?: EventFilter; caller?: Partial<Caller>; from?: EventStreams } & Pick<
      StreamOptions,
      'after' | 'allowed' | 'bufferLimit'
    > = {},
  ): Promise<EventStream> {
    const { scope = { lenderId: bench.lenderId }, filter = {}, caller, from = streams, ...rest } = options;
    return from.open({
      database: bench.database.app.scoped(scope),
      caller: { ...systemCaller(bench.lenderId, 'test'), ...caller },
      filter,
      ...rest,
    });
  }

  const labelOf = (row: EventRow) => row.payload.label as string;
  const take = async (stream: EventStream, count: number): Promise<EventRow[]> => {
    const rows: EventRow[] = [];
    while (rows.length < count) rows.push((await stream.next()).value);
    return rows;
  };
  const labels = async (stream: EventStream, count: number) => (await take(stream, count)).map(labelOf);
  const endOf = async (stream: EventStream): Promise<StreamEnded> =>
    stream.next().then(
      ({ value }) => Promise.reject(new Error(`It gave ${JSON.stringify(value)} instead of its end.`)),
      (error) => error,
    );
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

  describe('neither gap nor repeat', () => {
    it('gives everything that is committed after it was opened, also before the first is asked for', async () => {
      await tell(['before']);
      await until(async () => (await bench.labels()).length === 1);
      const stream = await open();
      await tell(['1', '2']);
      await until(async () => (await bench.labels()).length === 3);
      await tell(['3']);
      expect(await labels(stream, 3)).toEqual(['1', '2', '3']);
    });

    it('gives what came after a cursor, then what happens', async () => {
      await tell(numbers(1, 5));
      await until(async () => (await bench.labels()).length === 5);
      const [second] = (await EventLog.read(bench.database.app.scoped({ lenderId: bench.lenderId }), { limit: 2 })).slice(1);
      const stream = await open({ after: second!.cursor });
      expect(await labels(stream, 3)).toEqual(['3', '4', '5']);
      await tell(['6']);
      expect(await labels(stream, 1)).toEqual(['6']);
    });

    it('back-fills many pages in order while new events arrive', async () => {
      await tell(['0']);
      await until(async () => (await bench.labels()).length === 1);
      const [zero] = await EventLog.read(bench.database.app.scoped({ lenderId: bench.lenderId }), { limit: 1 });
      await tell(numbers(1, 700));
      const stream = await open({ after: zero!.cursor, bufferLimit: 300 });
      const head = await labels(stream, 10);
      await tell(numbers(701, 900));
      const rest = await labels(stream, 890);
      expect([...head, ...rest]).toEqual(numbers(1, 900));
    });

    it('holds for streams opened at any moment while four writers write, from any cursor, under any pace', async () => {
      const writers = [writer, await bench.writer(), await bench.writer(), await bench.writer()];
      const [opened, target] = [[] as Promise<EventRow[]>[], 4 * 60];
      const scoped = bench.database.app.scoped({ lenderId: bench.lenderId });
      const follow = async (after: EventRow | undefined, pause: number) => {
        const stream = await open({ after: after?.cursor });
        const first = after ? after.pos : inside(stream).readTo;
        const rows: EventRow[] = [];
        while ((rows.at(-1)?.pos ?? first) < target) {
          rows.push((await stream.next()).value);
          if (pause && rows.length % 7 === 0) await new Promise((resolve) => setTimeout(resolve, pause));
        }
        await stream.return();
        expect(rows.map(({ pos }) => pos)).toEqual(Array.from({ length: target - first }, (_, index) => first + index + 1));
        return rows;
      };
      await Promise.all(
        writers.map(async (one, index) => {
          for (let n = 0; n < 60; n++) {
            await one.tell(`s${index}`, [`${index}/${n}`]);
            sequencer.nudge();
            if (n % 12 === index * 3) {
              const known = await EventLog.read(scoped, { limit: 100 });
              opened.push(follow(known.at(Math.floor(known.length / 2)), index), follow(undefined, 0));
            }
          }
        }),
      );
      expect((await Promise.all(opened)).length).toBeGreaterThanOrEqual(24);
      expect(streams.size).toBe(0);
    });

    it('holds when the listening connection is lost: it comes back and reads what it missed', async () => {
      const stream = await open();
      await tell(['1']);
      expect(await labels(stream, 1)).toEqual(['1']);
      await bench.admin.query(
        "select pg_terminate_backend(pid, 1000) from pg_stat_activity where query ilike 'listen%' and datname = current_database()",
      );
      await tell(['2']);
      expect(await labels(stream, 1)).toEqual(['2']);
      expect(failures.length).toBeGreaterThan(0);
    });

    it('holds without any notification, by the poll', async () => {
      const polling = newStreams(20);
      jest.spyOn(LogListener.prototype, 'start').mockResolvedValueOnce();
      await polling.start();
      const stream = await open({ from: polling });
      await tell(['1', '2']);
      expect(await labels(stream, 2)).toEqual(['1', '2']);
      await polling.stop();
    });
  });

  describe('a burst', () => {
    it('larger than what may wait in memory is read from the log at the pace of a reader that had kept up', async () => {
      const stream = await open({ bufferLimit: 5 });
      await tell(['1']);
      expect(await labels(stream, 1)).toEqual(['1']);
      const waiting = take(stream, 1);
      await tell(numbers(2, 500));
      await until(() => inside(streams).position === 500);
      await tell(['501']);
      expect([...(await waiting).map(labelOf), ...(await labels(stream, 499))]).toEqual(numbers(2, 501));
      await tell(['502']);
      expect(await labels(stream, 1)).toEqual(['502']);
    });
  });

  describe('rights', () => {
    const clientId = uuidv7();

    it("gives a lender's reader its own events only, from the log and live", async () => {
      const theirs = await bench.writer(bench.otherLenderId);
      const [mine, other] = [await open(), await open({ scope: { lenderId: bench.otherLenderId } })];
      await tell(['mine 1']);
      await tell(['theirs 1'], {}, theirs);
      const [first] = await take(mine, 1);
      await tell(['theirs 2'], {}, theirs);
      await tell(['mine 2']);
      expect(labelOf(first!)).toBe('mine 1');
      expect(await labels(mine, 1)).toEqual(['mine 2']);
      expect(await labels(other, 2)).toEqual(['theirs 1', 'theirs 2']);
      expect(await labels(await open({ after: first!.cursor }), 1)).toEqual(['mine 2']);
    });

    it("gives a borrower's session what concerns the borrower only, from the log and live", async () => {
      await tell(['start'], { clientId });
      await until(async () => (await bench.labels()).length === 1);
      const scope = { lenderId: bench.lenderId, clientId };
      const [start] = await EventLog.read(bench.database.app.scoped(scope), { limit: 1 });
      await tell(["other's"], { clientId: uuidv7() });
      await tell(["nobody's"]);
      await tell(['own, stored'], { clientId });
      await until(async () => (await bench.labels()).length === 4);
      const stream = await open({ scope, after: start!.cursor });
      expect(await labels(stream, 1)).toEqual(['own, stored']);
      await tell(["other's"], { clientId: uuidv7() });
      await tell(["nobody's"]);
      await tell(['own, live'], { clientId });
      expect(await labels(stream, 1)).toEqual(['own, live']);
    });

    it('asks for each event whether it may be seen, and passes over what may not', async () => {
      let revoked = false;
      const stream = await open({ allowed: async ({ payload }) => !(revoked && payload.label === 'secret') });
      await tell(['secret']);
      expect(await labels(stream, 1)).toEqual(['secret']);
      revoked = true;
      await tell(['secret', 'plain']);
      expect(await labels(stream, 1)).toEqual(['plain']);
    });

    it("passes over events of plugins outside the reader's schema and of types not asked for", async () => {
      const stream = await open({ filter: { visiblePlugins: new Set(['acme']), types: ['ThingChanged'] } });
      await tell(['hidden'], { plugin: 'other-plugin' });
      await tell(['unasked'], { type: 'ThingEnded' });
      await tell(['of acme'], { plugin: 'acme' });
      await tell(['of the core']);
      expect(await labels(stream, 2)).toEqual(['of acme', 'of the core']);
    });

    it("ends when the caller's token expires, even if nothing happens", async () => {
      await streams.stop();
      streams = newStreams(10);
      await streams.start();
      const stream = await open({ caller: { expiresAt: new Date('2026-03-31T10:00:00Z') } });
      const end = endOf(stream);
      clock.advance({ hours: 1 });
      expect(await end).toMatchObject({ code: 'TOKEN_OVER', lastCursor: expect.any(String) });
    });

    it('delivers nothing to a token that expired while events waited', async () => {
      const stream = await open({ caller: { expiresAt: new Date('2026-03-31T10:00:00Z') } });
      await tell(['1', '2']);
      const [first] = await take(stream, 1);
      clock.advance({ hours: 1 });
      expect(await endOf(stream)).toMatchObject({ code: 'TOKEN_OVER', lastCursor: first!.cursor });
    });
  });

  describe('its end', () => {
    it('comes for a slow reader with the last cursor, after which nothing is missing', async () => {
      const stream = await open({ bufferLimit: 5 });
      await tell(['1']);
      const [first] = await take(stream, 1);
      await tell(['2']);
      await until(() => inside(streams).position === 2);
      await tell(numbers(3, 20));
      await until(() => streams.size === 0);
      const end = await endOf(stream);
      expect(end).toBeInstanceOf(StreamEnded);
      expect(end.extensions).toEqual({ code: 'SLOW_CONSUMER', lastCursor: first!.cursor });
      expect(await stream.next()).toEqual({ value: undefined, done: true });
      expect(await labels(await open({ after: end.lastCursor }), 19)).toEqual(numbers(2, 20));
    });

    it('comes where it is asked for, at a toggle, and leaves other streams alone', async () => {
      const [acme, plain] = [await open({ filter: { visiblePlugins: new Set(['acme']) } }), await open()];
      await tell(['1'], { plugin: 'acme' });
      const [first] = await take(acme, 1);
      const waiting = endOf(acme);
      const ended = streams.endWhere(
        (stream) => stream.filter.visiblePlugins?.has('acme') === true,
        errors.error('ACME_OFF', { plugin: 'acme' }),
      );
      expect(ended).toBe(1);
      expect((await waiting).extensions).toEqual({ code: 'ACME_OFF', facts: { plugin: 'acme' }, lastCursor: first!.cursor });
      await tell(['2']);
      expect(await labels(plain, 2)).toEqual(['1', '2']);
      expect(await labels(await open({ after: (await waiting).lastCursor }), 1)).toEqual(['2']);
    });

    it('drops what waits in memory, and the last cursor stands before it', async () => {
      const stream = await open();
      await tell(numbers(1, 5));
      const [, second] = await take(stream, 2);
      streams.endWhere(() => true, errors.error('ACME_OFF', { plugin: 'acme' }));
      expect((await endOf(stream)).lastCursor).toBe(second!.cursor);
    });

    it('comes before an event whose right is still being asked for', async () => {
      let ask: (allowed: boolean) => void = () => {};
      const stream = await open({ allowed: () => new Promise<boolean>((resolve) => (ask = resolve)) });
      await tell(['1']);
      const end = endOf(stream);
      await until(() => inside(stream).busy && inside(stream).attached);
      streams.endWhere(() => true, errors.error('ACME_OFF', { plugin: 'acme' }));
      ask(true);
      expect(await labels(await open({ after: (await end).lastCursor }), 1)).toEqual(['1']);
    });

    it('counts what was passed over as seen, so that a quiet reader does not fall behind the log', async () => {
      const stream = await open({ filter: { types: ['ThingEnded'] } });
      const end = endOf(stream);
      await until(() => inside(stream).attached);
      await tell(numbers(1, 5));
      await until(() => inside(streams).position === 5);
      streams.endWhere(() => true, errors.error('ACME_OFF', { plugin: 'acme' }));
      const next = await open({ after: (await end).lastCursor });
      await tell(['6']);
      expect(await labels(next, 1)).toEqual(['6']);
    });

    it('comes with SHUTTING_DOWN for all when the gateway goes down, and none opens afterwards', async () => {
      const stream = await open();
      const end = endOf(stream);
      await streams.stop();
      expect((await end).code).toBe('SHUTTING_DOWN');
      await expect(open()).rejects.toMatchObject({ extensions: { code: 'SHUTTING_DOWN' } });
    });

    it('comes with STREAM_INTERRUPTED when the log cannot be read or a right cannot be told', async () => {
      await tell(['1', '2']);
      await until(async () => (await bench.labels()).length === 2);
      const [first] = await EventLog.read(bench.database.app.scoped({ lenderId: bench.lenderId }), { limit: 1 });
      const stream = await open({
        after: first!.cursor,
        allowed: () => {
          throw new Error('no answer');
        },
      });
      expect(await endOf(stream)).toMatchObject({ code: 'STREAM_INTERRUPTED', lastCursor: first!.cursor });
      expect(failures).toEqual([new Error('no answer')]);
    });

    it('comes when the log was restored under it', async () => {
      const stream = await open();
      await tell(['1']);
      await take(stream, 1);
      const end = endOf(stream);
      await bench.admin.query('select core.begin_event_epoch()');
      await bench.admin.query(
        "select pg_terminate_backend(pid, 1000) from pg_stat_activity where query ilike 'listen%' and datname = current_database()",
      );
      const { code, lastCursor } = await end;
      expect(code).toBe('CURSOR_EPOCH_CHANGED');
      await expect(open({ after: lastCursor })).rejects.toMatchObject({ extensions: { code: 'CURSOR_EPOCH_CHANGED' } });
    });

    it('is immediate when the reader leaves while it waits', async () => {
      const stream = await open();
      const waiting = stream.next();
      await until(() => inside(stream).attached);
      expect(await stream.return()).toEqual({ value: undefined, done: true });
      expect(await waiting).toEqual({ value: undefined, done: true });
      expect(streams.size).toBe(0);
    });

    it('refuses a cursor before anything is streamed', async () => {
      await expect(open({ after: 'elsewhere' })).rejects.toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
      expect(streams.size).toBe(0);
    });
  });
});
