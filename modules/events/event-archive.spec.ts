import { EventBench } from '../../test/support/event-bench';
import { systemCaller } from '../access';
import { MovableClock } from '../calendar';
import type { GraphContext } from '../commands';
import { Loaders, type RowScope, type ScopedDatabase, uuidv7 } from '../database';
import { encodeCursor } from './cursor';
import { eventNode } from './event.loader';
import { eventsOfApplication } from './event.resolver';
import { EventLog } from './event-log';
import { EventRetention } from './event-retention';
import { EVENT_HISTORY } from './event-row';
import { eventPageKey, eventsOfApplications } from './events-of-application';
import { readHead } from './log-head';

const START = '2026-01-01T00:00:00Z';

interface Told {
  readonly application?: string | null;
  readonly client?: string | null;
  readonly lenderId?: string;
}

describe('the archive of events', () => {
  let bench: EventBench;
  let clock: MovableClock;
  let own: ScopedDatabase;
  const application = uuidv7();
  const client = uuidv7();

  beforeAll(async () => {
    bench = await EventBench.open();
    own = bench.database.app.scoped({ lenderId: bench.lenderId });
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.reset(10);
    clock = MovableClock.standingAt(START);
  });

  async function tell(labels: readonly string[], { application: id = application, client: owner = client, lenderId }: Told = {}) {
    await bench.admin.query(
      `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, actor, command, clause, payload)
       select $1, uuidv7(), 'ThingChanged', 1, $2, 'Thing', 's0', $3, $4, 'SYSTEM:test', 'test', 'acme/1', jsonb_build_object('label', label)
       from unnest($5::text[]) with ordinality as told (label, place) order by place`,
      [lenderId ?? bench.lenderId, clock.now().toString(), id, owner, labels],
    );
    await bench.sequence({ batch: 5 });
  }

  async function trim(batch?: number): Promise<void> {
    const onFailure = (error: unknown) => {
      throw error;
    };
    const retention = new EventRetention({ database: bench.database.worker, clock, days: 90, batch, onFailure });
    retention.start();
    await retention.stop();
  }

  function context(scope: RowScope = { lenderId: bench.lenderId }): GraphContext {
    const database = bench.database.app.scoped(scope);
    return {
      database,
      loaders: new Loaders(database),
      caller: systemCaller(bench.lenderId, 'test'),
      lender: { id: scope.lenderId, code: 'acme-credit' },
      visiblePlugins: new Set(),
      eventTypes: [],
    } as unknown as GraphContext;
  }

  async function history(scope?: RowScope, first = 100): Promise<{ labels: unknown[]; cursors: string[]; ids: string[] }> {
    const told = { labels: [] as unknown[], cursors: [] as string[], ids: [] as string[] };
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await eventsOfApplication(application, { first, after }, context(scope));
      told.labels.push(...edges.map(({ node }) => (node.payload as { label: string }).label));
      told.cursors.push(...edges.map(({ cursor }) => cursor));
      told.ids.push(...edges.map(({ node }) => Buffer.from(node.id, 'base64url').toString().split(':')[1]!));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return told;
  }
  const archived = async () => (await bench.admin.query('select pos::int from core.event_archive order by pos')).rows.map(({ pos }) => pos);
  const labels = (first: number, to: number) => Array.from({ length: to - first + 1 }, (_, index) => `e${first + index}`);

  it.each([1, 3, 1000])('keeps the whole history of an application, in order and from its beginning, in batches of %i', async (batch) => {
    await tell(labels(1, 13));
    await tell(['of nothing'], { application: null });
    await tell(labels(14, 23));
    clock.advance({ hours: 24 });
    await tell(labels(24, 27));
    const before = await history();
    clock.advance({ hours: 90 * 24 - 1 });
    await trim(batch);
    expect(await readHead(own)).toMatchObject({ firstPos: 25, pos: 28 });
    expect(await archived()).toEqual([...Array.from({ length: 24 }, (_, index) => index + 1).filter((pos) => pos !== 14)]);
    expect(await history()).toEqual(before);
    expect(before.labels).toEqual(labels(1, 27));
    await trim(batch);
    expect(await history(undefined, 4)).toEqual(before);
    clock.advance({ hours: 48 });
    await trim(batch);
    expect(await bench.log()).toEqual([]);
    expect(await history(undefined, 4)).toEqual(before);
  });

  it('finds an event by its id after the log has let it go, whole as it was', async () => {
    await tell(['e1']);
    const { ids } = await history();
    const before = await eventNode.load(context(), ids[0]!);
    expect(before).toMatchObject({ type: 'ThingChanged', payload: { label: 'e1' } });
    clock.advance({ hours: 91 * 24 });
    await trim();
    expect(await eventNode.load(context(), ids[0]!)).toEqual(before);
    expect(await eventNode.load(context({ lenderId: bench.lenderId, clientId: uuidv7() }), ids[0]!)).toBeNull();
    expect(await eventNode.load(context({ lenderId: bench.otherLenderId }), ids[0]!)).toBeNull();
  });

  it('shows no lender and no client the rows of another, before and after', async () => {
    const another = uuidv7();
    await tell(['mine']);
    await tell(['another client’s'], { client: another });
    await tell(['nobody’s'], { client: null });
    await tell(['another lender’s'], { lenderId: bench.otherLenderId });
    const see = async () => ({
      lender: (await history()).labels,
      client: (await history({ lenderId: bench.lenderId, clientId: client })).labels,
      another: (await history({ lenderId: bench.lenderId, clientId: another })).labels,
      otherLender: (await history({ lenderId: bench.otherLenderId })).labels,
    });
    const seen = {
      lender: ['mine', 'another client’s', 'nobody’s'],
      client: ['mine'],
      another: ['another client’s'],
      otherLender: ['another lender’s'],
    };
    expect(await see()).toEqual(seen);
    clock.advance({ hours: 91 * 24 });
    await trim();
    expect(await archived()).toEqual([1, 2, 3, 4]);
    expect(await see()).toEqual(seen);
    await expect(bench.database.app.pool.query(`select from ${EVENT_HISTORY}`)).resolves.toMatchObject({ rowCount: 0 });
  });

  it('leaves the log’s own cursors as they are: expired there, good in the list of the application', async () => {
    await tell(labels(1, 4));
    const { cursors } = await history();
    clock.advance({ hours: 91 * 24 });
    await tell(['e5']);
    await trim();
    await expect(EventLog.read(own, { after: cursors[1], limit: 9 })).rejects.toMatchObject({ extensions: { code: 'CURSOR_EXPIRED' } });
    expect((await EventLog.read(own, { limit: 9 })).map(({ pos }) => pos)).toEqual([5]);
    const rest = await eventsOfApplication(application, { after: cursors[1] }, context());
    expect(rest.edges.map(({ node }) => node.payload)).toEqual([{ label: 'e3' }, { label: 'e4' }, { label: 'e5' }]);
    const { epoch, pos } = await readHead(own);
    const beyond = encodeCursor({ epoch, pos: pos + 1, id: null });
    await expect(eventsOfApplication(application, { after: beyond }, context())).rejects.toMatchObject({
      extensions: { code: 'CURSOR_INVALID' },
    });
  });

  it('finds the place of an archived cursor in a restored log', async () => {
    await tell(labels(1, 3));
    const { cursors } = await history();
    clock.advance({ hours: 91 * 24 });
    await trim();
    await bench.admin.query('select core.begin_event_epoch()');
    const refusal = await eventsOfApplication(application, { after: cursors[0] }, context()).catch((error) => error);
    expect(refusal.extensions).toMatchObject({ code: 'CURSOR_EPOCH_CHANGED' });
    const rest = await eventsOfApplication(application, { after: refusal.facts.resumeAfter }, context());
    expect(rest.edges.map(({ node }) => node.payload)).toEqual([{ label: 'e2' }, { label: 'e3' }]);
    await expect(EventLog.read(own, { after: cursors[0], limit: 9 })).rejects.toMatchObject({ extensions: { code: 'CURSOR_EXPIRED' } });
  });

  it('takes nothing where the trim gives up', async () => {
    await tell(labels(1, 12));
    clock.advance({ hours: 91 * 24 });
    await bench.admin.query('begin');
    await bench.admin.query('lock table core.event in access share mode');
    const failed = bench.database.worker.pool.query("select core.trim_event_log('2027-01-01', 100)");
    await expect(failed).rejects.toThrow('lock timeout');
    await bench.admin.query('commit');
    expect(await archived()).toEqual([]);
    expect((await history()).labels).toEqual(labels(1, 12));
  });

  it('is added to by the trim alone, and changed and emptied by nobody', async () => {
    await tell(['e1']);
    clock.advance({ hours: 91 * 24 });
    await trim();
    for (const role of ['app', 'worker'] as const) {
      for (const sql of [
        'insert into core.event_archive select * from core.event',
        "update core.event_archive set type = 'x'",
        'delete from core.event_archive',
        'truncate core.event_archive',
      ]) {
        await expect(bench.database[role].pool.query(sql)).rejects.toThrow(/permission denied/);
      }
    }
    for (const sql of ["update core.event_archive set type = 'x'", 'delete from core.event_archive', 'truncate core.event_archive']) {
      await expect(bench.admin.query(sql)).rejects.toThrow('the event archive is append-only');
    }
    expect(await archived()).toEqual([1]);
  });

  it('is read with the log by an index of each, for an application and for an id', async () => {
    await bench.reset(15_000);
    await bench.admin.query(
      `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, client_id, actor, command, payload)
       select case n % 2 when 0 then $1::uuid else $2::uuid end, uuidv7(), 'ThingChanged', 1, case when n <= 20000 then '2026-01-01' else '2026-06-01' end::timestamptz,
         'Thing', 's', case n % 200 when 0 then $3::uuid else uuidv7() end, $4, 'SYSTEM:test', 'test', '{}' from generate_series(1, 40000) as n`,
      [bench.lenderId, bench.otherLenderId, application, client],
    );
    await bench.sequence({ batch: 15_000 });
    clock.moveTo('2026-06-02T00:00:00Z');
    await trim();
    await bench.admin.query('analyze core.event, core.event_archive');
    const plan = async (text: string, values: unknown[]) =>
      (await own.query<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${text}` }, values)).map((row) => row['QUERY PLAN']).join('\n');
    const page = eventPageKey({ applicationId: application, after: 10, limit: 51, types: null, plugins: [], hidden: [] });
    const ofApplication = await plan(eventsOfApplications.statement.text, [[page]]);
    expect(ofApplication).not.toContain('Seq Scan');
    expect(ofApplication).toContain('event_archive_application_idx');
    expect(ofApplication.match(/Index Cond: .*application_id = .*pos > /g)).toHaveLength(3);
    const byId = await plan(`select id from ${EVENT_HISTORY} where id = any($1::uuid[])`, [[uuidv7()]]);
    expect(byId).not.toContain('Seq Scan');
    expect(byId).toContain('event_archive_pkey');
  });
});
