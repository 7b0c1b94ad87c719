import { EventBench, type Writer } from '../../test/support/event-bench';
import { type ScopedDatabase, uuidv7 } from '../database';
import { decodeCursor, encodeCursor } from './cursor';
import type { EventFilter } from './event-filter';
import { EventLog, eventQuery } from './event-log';
import { feedQuery } from './log-feed';
import { readHead, resolveCursor } from './log-head';

const clientId = uuidv7();
const otherClientId = uuidv7();
const applicationId = uuidv7();

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.extensions,
  );

describe('event log', () => {
  let bench: EventBench;
  let writer: Writer;
  let own: ScopedDatabase;
  beforeAll(async () => {
    bench = await EventBench.open();
    writer = await bench.writer();
    own = bench.database.app.scoped({ lenderId: bench.lenderId });
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.reset());

  const labelsOf = async (database: ScopedDatabase, filter: EventFilter & { after?: string } = {}) =>
    (await EventLog.read(database, { ...filter, limit: 100 })).map(({ payload }) => payload.label);

  describe('rights', () => {
    const attempt = (role: 'app' | 'worker', sql: string) =>
      bench.database[role].scoped({ lenderId: bench.lenderId }).query({ name: '', text: sql });

    it('shows a lender its own events only, and nothing without a lender', async () => {
      await writer.tell('s0', ['mine']);
      await (await bench.writer(bench.otherLenderId)).tell('s0', ['theirs']);
      await bench.sequence();
      expect(await labelsOf(own)).toEqual(['mine']);
      expect(await labelsOf(bench.database.app.scoped({ lenderId: bench.otherLenderId }))).toEqual(['theirs']);
      expect(await labelsOf(bench.database.app.scoped({ lenderId: null }))).toEqual([]);
    });

    it('shows a borrower what concerns the borrower only', async () => {
      await writer.tell('s0', ['mine'], { clientId });
      await writer.tell('s0', ['theirs'], { clientId: otherClientId });
      await writer.tell('s0', ["nobody's"]);
      await bench.sequence();
      expect(await labelsOf(bench.database.app.scoped({ lenderId: bench.lenderId, clientId }))).toEqual(['mine']);
      expect(await labelsOf(own, { clientId: otherClientId })).toEqual(['theirs']);
    });

    it('takes no event in the name of another lender', async () => {
      await expect(
        attempt(
          'app',
          `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, actor, command, payload)
          values ('${bench.otherLenderId}', uuidv7(), 't', 1, now(), 't', 't', 't', 't', '{}')`,
        ),
      ).rejects.toThrow(/row-level security/);
    });

    it('lets no role read a partition by its own name', async () => {
      await bench.reset(2);
      await writer.tell('s0', ['1', '2', '3', '4', '5']);
      await bench.sequence();
      const { rows } = await bench.admin.query(
        "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'core.event'::regclass",
      );
      expect(rows.length).toBeGreaterThanOrEqual(3);
      for (const { name } of rows) {
        for (const role of ['app', 'worker'] as const)
          await expect(attempt(role, `select from ${name}`)).rejects.toThrow(/permission denied/);
      }
    });

    it('is never changed: not by the roles of the gateway, nor by the owner or the administrator through an oversight', async () => {
      await writer.tell('s0', ['1']);
      await bench.sequence();
      for (const role of ['app', 'worker'] as const) {
        for (const sql of ["update core.event set type = 'x'", 'delete from core.event', 'truncate core.event']) {
          await expect(attempt(role, sql)).rejects.toThrow(/permission denied/);
        }
      }
      const { rows } = await bench.admin.query(
        "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'core.event'::regclass limit 1",
      );
      for (const table of ['core.event', rows[0].name]) {
        for (const sql of [`update ${table} set type = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
          await expect(bench.admin.query(sql)).rejects.toThrow('the event log is append-only');
        }
      }
      expect(await labelsOf(own)).toEqual(['1']);
    });

    it('keeps the app role from the inbox, the head and the functions of the log', async () => {
      for (const sql of [
        'select from core.event_inbox',
        'delete from core.event_inbox',
        'update core.event_head set pos = 0',
        'select core.extend_event_log()',
        'select core.begin_event_epoch()',
      ]) {
        await expect(attempt('app', sql)).rejects.toThrow(/permission denied/);
      }
      await expect(attempt('worker', 'select core.begin_event_epoch()')).rejects.toThrow(/permission denied/);
    });
  });

  describe('reading', () => {
    it('gives whole rows', async () => {
      await writer.tell('s0', ['1'], { applicationId, clientId, plugin: 'acme', clause: 'acme/rules/1', schemaVersion: 3 });
      await bench.sequence();
      const [row] = await EventLog.read(own, { limit: 1 });
      const { epoch } = await readHead(own);
      expect(row).toEqual({
        pos: 1,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        cursor: encodeCursor({ epoch, pos: 1, id: row!.id }),
        lenderId: bench.lenderId,
        type: 'ThingChanged',
        schemaVersion: 3,
        at: new Date('2026-03-31T09:00:00Z'),
        subject: { type: 'Thing', id: 's0' },
        applicationId,
        clientId,
        plugin: 'acme',
        actor: 'SYSTEM:test',
        command: 'test',
        clause: 'acme/rules/1',
        payload: { label: '1' },
      });
    });

    it('goes on after a cursor, page by page, across partitions, without gap or repeat', async () => {
      await bench.reset(3);
      const labels = Array.from({ length: 11 }, (_, index) => String(index));
      await writer.tell('s0', labels);
      await bench.sequence({ batch: 4 });
      const read: unknown[] = [];
      let after: string | undefined;
      for (;;) {
        const rows = await EventLog.read(own, { after, limit: 2 });
        if (rows.length === 0) break;
        read.push(...rows.map(({ payload }) => payload.label));
        after = rows.at(-1)!.cursor;
      }
      expect(read).toEqual(labels);
    });

    it('narrows by type, subject, application, plugin and what the reader may see', async () => {
      await writer.tell('s0', ['typed'], { type: 'ThingEnded' });
      await writer.tell('s1', ['subject']);
      await writer.tell('s0', ['application'], { applicationId });
      await writer.tell('s0', ['plugin'], { plugin: 'acme' });
      await bench.sequence();
      expect(await labelsOf(own, { types: ['ThingEnded', 'Unheard'] })).toEqual(['typed']);
      expect(await labelsOf(own, { types: [] })).toEqual([]);
      expect(await labelsOf(own, { subject: { type: 'Thing', id: 's1' } })).toEqual(['subject']);
      expect(await labelsOf(own, { subject: { type: 'Other', id: 's1' } })).toEqual([]);
      expect(await labelsOf(own, { applicationId })).toEqual(['application']);
      expect(await labelsOf(own, { plugin: 'acme' })).toEqual(['plugin']);
      expect(await labelsOf(own, { visiblePlugins: new Set() })).toEqual(['typed', 'subject', 'application']);
      expect(await labelsOf(own, { visiblePlugins: new Set(['acme']), types: ['ThingChanged'] })).toEqual([
        'subject',
        'application',
        'plugin',
      ]);
    });
  });

  describe('plan of the query', () => {
    beforeEach(async () => {
      await bench.reset(15_000);
      await bench.admin.query(
        `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, actor, command, payload)
         select case n % 2 when 0 then $1::uuid else $2::uuid end, uuidv7(), 'ThingChanged', 1, '2026-03-31', 'Thing', 's' || n % 500,
           case n % 200 when 0 then $3::uuid end, case n % 200 when 0 then $4::uuid end, 'SYSTEM:test', 'test', '{}'
         from generate_series(1, 40000) as n`,
        [bench.lenderId, bench.otherLenderId, applicationId, clientId],
      );
      await bench.sequence({ batch: 15_000 });
      await bench.admin.query('analyze core.event');
    });

    it.each<[string, EventFilter, string | undefined]>([
      ['everything', {}, undefined],
      ["a caller's types", { types: ['ThingChanged'], visiblePlugins: new Set(['acme']) }, undefined],
      ['an application', { applicationId }, undefined],
      ['a subject', { subject: { type: 'Thing', id: 's2' } }, undefined],
      ['a borrower', {}, clientId],
    ])('asks an index of every partition for %s, by the position too', async (_, filter, client) => {
      const scope = { lenderId: bench.lenderId, clientId: client };
      const { query, values } = eventQuery(filter, scope, { after: 10, through: 39_000, limit: 51 });
      const rows = await bench.database.app
        .scoped(scope)
        .query<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${query.text}` }, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(new Set(plan.match(/event_p\d+/g)).size).toBe(3);
      expect(plan).not.toContain('Seq Scan');
      expect(plan.match(/Index Cond: .*pos > /g)).toHaveLength(3);
    });

    it('asks the primary key of every partition for the feed of all streams', async () => {
      const worker = bench.database.worker.scoped({ lenderId: null });
      const rows = await worker.query<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${feedQuery.text}` }, [10]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toContain('Seq Scan');
      expect(plan.match(/Index Cond: \(pos > /g)!.length).toBeGreaterThanOrEqual(3);
    });
  });

  describe('cursors', () => {
    it('refuses one beyond the end of the log', async () => {
      const { epoch } = await readHead(own);
      expect(await codeOf(resolveCursor(own, encodeCursor({ epoch, pos: 1, id: uuidv7() })))).toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('refuses one of another log', async () => {
      expect(await codeOf(EventLog.read(own, { after: encodeCursor({ epoch: uuidv7(), pos: 0, id: uuidv7() }), limit: 1 }))).toMatchObject({
        code: 'CURSOR_INVALID',
      });
    });

    it('says that one has expired when what follows it is no longer kept', async () => {
      await writer.tell('s0', ['1', '2', '3']);
      await bench.sequence();
      const [first, second] = await EventLog.read(own, { limit: 2 });
      await bench.admin.query('update core.event_head set first_pos = 3');
      expect(await codeOf(resolveCursor(own, first!.cursor))).toMatchObject({ code: 'CURSOR_EXPIRED' });
      expect(await labelsOf(own, { after: second!.cursor })).toEqual(['3']);
    });

    it('answers a restored log with the same place in it, found by the event, and skips nothing', async () => {
      await writer.tell('s0', ['1', '2', '3']);
      await bench.sequence();
      const [, second] = await EventLog.read(own, { limit: 3 });
      await bench.admin.query('select core.begin_event_epoch()');
      const refusal = await codeOf(EventLog.read(own, { after: second!.cursor, limit: 9 }));
      expect(refusal).toMatchObject({ code: 'CURSOR_EPOCH_CHANGED' });
      expect(await labelsOf(own, { after: refusal.facts.resumeAfter })).toEqual(['3']);
    });

    it('goes on after the restored end when the event of the cursor was lost with the restore', async () => {
      await writer.tell('s0', ['1', '2']);
      await bench.sequence();
      const { epoch } = await readHead(own);
      const lost = encodeCursor({ epoch, pos: 7, id: uuidv7() });
      await bench.admin.query('select core.begin_event_epoch()');
      await writer.tell('s0', ['written after the restore']);
      await bench.sequence();
      const refusal = await codeOf(resolveCursor(own, lost));
      expect(refusal).toMatchObject({ code: 'CURSOR_EPOCH_CHANGED' });
      expect(decodeCursor(refusal.facts.resumeAfter).pos).toBe(2);
      expect(await labelsOf(own, { after: refusal.facts.resumeAfter })).toEqual(['written after the restore']);
    });

    it('keeps a place without an event over a restore', async () => {
      await writer.tell('s0', ['1', '2']);
      await bench.sequence();
      const { epoch } = await readHead(own);
      await bench.admin.query('select core.begin_event_epoch()');
      const refusal = await codeOf(resolveCursor(own, encodeCursor({ epoch, pos: 1, id: null })));
      expect(await labelsOf(own, { after: refusal.facts.resumeAfter })).toEqual(['2']);
    });
  });
});
