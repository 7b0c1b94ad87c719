import { EventBench, until } from '../../test/support/event-bench';
import { systemCaller } from '../access';
import { MovableClock } from '../calendar';
import { type ScopedDatabase, uuidv7 } from '../database';
import { decodeCursor, encodeCursor } from './cursor';
import { EventLog } from './event-log';
import { EventRetention } from './event-retention';
import { EventStreams } from './event-streams';
import { eventErrors } from './events.errors';
import { readHead } from './log-head';

const START = '2026-01-01T00:00:00Z';

describe('the retention of events', () => {
  let bench: EventBench;
  let scoped: ScopedDatabase;
  let clock: MovableClock;
  const failures: unknown[] = [];

  beforeAll(async () => {
    bench = await EventBench.open();
    scoped = bench.database.app.scoped({ lenderId: bench.lenderId });
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.reset(10);
    clock = MovableClock.standingAt(START);
    failures.length = 0;
  });

  /** So many events of today's moment. */
  async function tell(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await bench.admin.query(
        `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, actor, command, payload)
         values ($1, $2, 'ThingChanged', 1, $3, 'Thing', 's0', 'SYSTEM:test', 'test', '{}')`,
        [bench.lenderId, uuidv7(), clock.now().toString()],
      );
    }
    await bench.sequence({ batch: 5 });
  }
  const positions = async () => (await bench.log()).map(({ pos }) => pos);
  const from = (first: number, to: number) => Array.from({ length: to - first + 1 }, (_, index) => first + index);
  const partitions = async () => {
    const { rows } = await bench.admin.query("select count(*)::int as n from pg_inherits where inhparent = 'core.event'::regclass");
    return rows[0].n as number;
  };

  /** One round of a process's retention, as at its start. */
  async function trim(options: { days?: number; batch?: number } = {}): Promise<void> {
    const retention = new EventRetention({
      database: bench.database.worker,
      clock,
      days: 90,
      onFailure: (error) => failures.push(error),
      ...options,
    });
    retention.start();
    await retention.stop();
  }

  it('keeps every event for its days, and none for longer', async () => {
    await tell(4);
    clock.advance({ hours: 24 });
    await tell(3);
    clock.advance({ hours: 89 * 24 - 1 });
    await trim();
    expect(await positions()).toEqual(from(1, 7));
    clock.advance({ hours: 1, milliseconds: 1 });
    await trim();
    expect(await positions()).toEqual(from(5, 7));
    clock.advance({ hours: 24 });
    await trim();
    expect(await positions()).toEqual([]);
    expect(await readHead(scoped)).toMatchObject({ pos: 7, firstPos: 8 });
    await tell(1);
    expect(await positions()).toEqual([8]);
    expect(failures).toEqual([]);
  });

  it.each([1, 3, 1000])('drops partitions that are old as a whole and the old part of the next, in batches of %i', async (batch) => {
    await tell(25);
    clock.advance({ hours: 24 });
    await tell(8);
    const before = await partitions();
    clock.advance({ hours: 90 * 24 - 1 });
    await trim({ batch });
    expect(await positions()).toEqual(from(26, 33));
    expect(before - (await partitions())).toBe(2);
    await trim({ batch });
    expect(await positions()).toEqual(from(26, 33));
    expect(failures).toEqual([]);
  });

  it('never goes past an event that is younger, whatever the moments of later ones say', async () => {
    await tell(2);
    clock.advance({ hours: 24 * 30 });
    await tell(1);
    clock.moveTo(clock.now().subtract({ hours: 24 * 30 }));
    await tell(20);
    clock.advance({ hours: 24 * 91 });
    await trim({ batch: 4 });
    expect(await positions()).toEqual(from(3, 23));
  });

  it('moves the first position in the transaction in which the events go', async () => {
    await tell(12);
    clock.advance({ hours: 91 * 24 });
    await bench.admin.query('begin');
    await bench.admin.query('lock table core.event in access share mode');
    // Somebody reads the first partition for long: the trim gives up, and the log is whole.
    await trim();
    expect(failures).toHaveLength(1);
    await bench.admin.query('commit');
    expect(await readHead(scoped)).toMatchObject({ firstPos: 1 });
    expect(await positions()).toEqual(from(1, 12));
    await trim();
    expect(await readHead(scoped)).toMatchObject({ firstPos: 13 });
  });

  it('a cursor of what is gone is told where the oldest kept event follows; a cursor of the last one gone is good', async () => {
    await tell(6);
    const events = await EventLog.read(scoped, { limit: 10 });
    clock.advance({ hours: 24 });
    await tell(2);
    clock.advance({ hours: 89.5 * 24 });
    await trim();
    const expired = await EventLog.read(scoped, { after: events[2]!.cursor, limit: 10 }).catch((error) => error);
    expect(expired.extensions).toMatchObject({ code: 'CURSOR_EXPIRED' });
    const { resumeAfter } = expired.facts;
    expect(decodeCursor(resumeAfter)).toMatchObject({ pos: 6, id: null });
    const rest = await EventLog.read(scoped, { after: resumeAfter, limit: 10 });
    expect(rest.map(({ pos }) => pos)).toEqual([7, 8]);
    expect(await EventLog.read(scoped, { after: events[5]!.cursor, limit: 10 })).toEqual(rest);
    expect(await EventLog.read(scoped, { limit: 10 })).toEqual(rest);
  });

  it('a stream that the retention overtakes ends instead of skipping', async () => {
    await tell(12);
    const streams = new EventStreams({ database: bench.database.worker, clock, expired: () => eventErrors.error('SHUTTING_DOWN') });
    await streams.start();
    const { epoch } = await readHead(scoped);
    const stream = await streams.open({
      database: scoped,
      caller: systemCaller(bench.lenderId, 'test'),
      filter: {},
      after: encodeCursor({ epoch, pos: 0, id: null }),
    });
    clock.advance({ hours: 91 * 24 });
    await trim();
    const end = await stream.next().catch((error) => error);
    expect(['CURSOR_EXPIRED', 'STREAM_INTERRUPTED']).toContain(end.extensions?.code);
    await expect(
      streams.open({ database: scoped, caller: stream.caller, filter: {}, after: end.extensions.lastCursor }),
    ).rejects.toMatchObject({
      extensions: { code: 'CURSOR_EXPIRED' },
    });
    await streams.stop();
  });

  it('nobody else takes events out of the log, and nobody moves its beginning', async () => {
    await tell(3);
    await expect(bench.admin.query('delete from core.event where pos = 1')).rejects.toThrow('append-only');
    const worker = bench.database.worker.pool;
    await expect(worker.query('delete from core.event where pos = 1')).rejects.toThrow('permission denied');
    await expect(worker.query('update core.event_head set first_pos = 3')).rejects.toThrow('permission denied');
    await expect(bench.database.app.pool.query("select core.trim_event_log('2027-01-01', 10)")).rejects.toThrow('permission denied');
  });

  it('two processes trim one after the other', async () => {
    await tell(30);
    clock.advance({ hours: 91 * 24 });
    await Promise.all([trim({ batch: 2 }), trim({ batch: 3 })]);
    await until(async () => {
      await trim();
      return (await positions()).length === 0;
    });
    expect(await readHead(scoped)).toMatchObject({ pos: 30, firstPos: 31 });
    expect(failures).toEqual([]);
  });
});
