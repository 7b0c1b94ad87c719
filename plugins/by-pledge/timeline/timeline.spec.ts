import { EventRetention, Sequencer } from '../../../modules/events';
import { toGlobalId } from '../../../schema/base';
import { askGraph } from '../test-support/ask';
import { PledgeBench } from '../test-support/pledge-bench';
import { timelinePages } from './timeline.record';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly what: string;
}

const TIMELINE = `query ($id: ID!, $after: String) { node(id: $id) { ... on ByPledgePledge {
  timeline(first: 7, after: $after) { edges { node { id at what detail clause subjectId } } pageInfo { hasNextPage endCursor } } } } }`;

describe('the timeline of a pledge', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  async function timeline(pledgeId: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { node } = await askGraph(bench, TIMELINE, { id: toGlobalId('ByPledgePledge', pledgeId), after });
      // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's.
      entries.push(...node.timeline.edges.map((edge: any) => edge.node));
      after = node.timeline.pageInfo.endCursor;
      more = node.timeline.pageInfo.hasNextPage;
    }
    return entries;
  }

  async function letGo(): Promise<void> {
    const onFailure = (error: unknown) => {
      throw error;
    };
    const retention = new EventRetention({ database: bench.database.worker, clock: bench.clock, days: 90, onFailure });
    retention.start();
    await retention.stop();
  }

  it('is complete, in order and the pledge’s own after the log has let its events go', async () => {
    const story = await bench.running();
    const other = await bench.running();
    await new Sequencer({ database: bench.database.worker }).stop();
    const before = [await timeline(story.pledgeId), await timeline(other.pledgeId)];
    bench.toDay('2026-12-01');
    await letGo();
    expect(await bench.sql('select from core.event')).toHaveLength(0);
    const after = [await timeline(story.pledgeId), await timeline(other.pledgeId)];
    expect(after).toEqual(before);
    const told = after[0]!;
    expect(told.length).toBeGreaterThan(14);
    expect(told.map(({ at }) => at)).toEqual(
      told
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(told.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['ApplicationStatusChanged', 'ByPledgeStatusChanged', 'POSTING TRANSFER']),
    );
    const ids = new Set(after[1]!.map(({ id }) => id));
    expect(told.filter(({ id }) => ids.has(id))).toEqual([]);
    const { node } = await askGraph(bench, 'query ($id: ID!) { node(id: $id) { ... on ByPledgeTimelineEntry { what } } }', {
      id: told.at(-1)!.id,
    });
    expect(node).toEqual({ what: told.at(-1)!.what });
  });

  it('is read by indices of the log, the archive and the ledger', async () => {
    await bench.sql(
      `insert into core.event_inbox (lender_id, id, type, schema_version, at, subject_type, subject_id, application_id, actor, command, payload)
       select $1, uuidv7(), 'ThingChanged', 1, case when n <= 10000 then '2026-06-01' else '2026-11-30' end::timestamptz, 'Thing', 's', uuidv7(),
         'SYSTEM:test', 'test', '{}' from generate_series(1, 20000) as n`,
      [bench.lender.id],
    );
    await new Sequencer({ database: bench.database.worker, batch: 20_000 }).stop();
    bench.toDay('2026-12-01');
    await letGo();
    await bench.sql('analyze core.event, core.event_archive');
    const { applicationId } = await bench.running();
    const rows = await bench.database.app
      .scoped({ lenderId: bench.lender.id })
      .query<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${timelinePages.statement.text}` }, [
        [`${applicationId} 2027-01-01T00:00:00Z ffffffff-ffff-ffff-ffff-ffffffffffff 51`],
      ]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // The next partition is there and empty, for which an index is no help.
    expect(plan).toMatch(/Index Scan using event_p0+1_\w*application\w* on event_p0+1 .*\n\s+Index Cond: .*application_id = /);
    expect(plan).toMatch(/Index Scan using event_archive_application_idx .*\n\s+Index Cond: .*application_id = /);
  });
});
