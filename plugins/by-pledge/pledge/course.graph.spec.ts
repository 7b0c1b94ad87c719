import { Sequencer } from '../../../modules/events';
import { toGlobalId } from '../../../schema/base';
import { askGraph } from '../test-support/ask';
import { PledgeBench } from '../test-support/pledge-bench';
import { PledgeStory } from '../test-support/pledge-story';

describe('the course of a pledge in the graph', () => {
  let bench: PledgeBench;
  let story: PledgeStory;
  beforeAll(async () => {
    bench = await PledgeBench.open();
    story = await PledgeStory.open(bench);
  });
  afterAll(() => bench.close());

  const ask = (source: string, variables: Record<string, unknown>) => askGraph(bench, source, variables);
  const mutate = (name: string, input: object, answer: string) =>
    ask(`mutation ($input: ByPledge${name}Input!) { byPledge${name}(input: $input) { ${answer} findings { code } } }`, { input }).then(
      (data) => data[`byPledge${name}`],
    );

  it('goes from a notice to a duty, a violation, a fine and a case, all on one timeline', async () => {
    const pledgeId = toGlobalId('ByPledgePledge', story.pledgeId);
    const demanded = await mutate(
      'DemandDuty',
      { pledgeId, kind: 'INSPECTION', ground: 'Осмотр', ways: ['REGISTERED_MAIL'] },
      'duty { kind status clause } notice { id kind deliveries { way receivedOn } }',
    );
    expect(demanded).toMatchObject({ duty: { kind: 'INSPECTION', status: 'WAITING' }, findings: [] });
    bench.toDay('2026-06-02');
    const noticeId = demanded.notice.id;
    await mutate('RecordReceipt', { noticeId, way: 'REGISTERED_MAIL', deliveredOn: '2026-06-02' }, 'notice { receivedOn }');
    const inspected = await mutate(
      'RecordInspection',
      { pledgeId, on: '2026-06-02', type: 'PHYSICAL', access: 'ACCESS_GRANTED', isInOrder: true, isTaxi: true, findings: 'Такси' },
      'violationIds',
    );
    expect(inspected.findings).toEqual([{ code: 'BY_PLEDGE_TAXI_USE' }]);
    const [violationId] = inspected.violationIds;
    await mutate('ChargeFine', { pledgeId, violationId }, 'violationIds');
    const opened = await mutate(
      'OpenForeclosure',
      { pledgeId, route: 'COURT', basis: 'EARLY', violationId },
      'foreclosure { state graceEndsOn }',
    );
    expect(opened.foreclosure).toEqual({ state: 'OPEN', graceEndsOn: '2026-07-02' });

    await new Sequencer({ database: bench.database.worker }).stop();
    const course = `query ($id: ID!) { node(id: $id) { ... on ByPledgePledge {
      duties { edges { node { status dueOn } } } notices { edges { node { kind receivedOn } } }
      violations { edges { node { clause fine { amount } } } } foreclosures { edges { node { state basis } } }
      timeline(first: 100) { edges { node { id what detail amount { amount } } } } } } }`;
    const { node } = await ask(course, { id: pledgeId });
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const nodes = (list: any) => list.edges.map((edge: any) => edge.node);
    expect(nodes(node.duties)).toEqual([{ status: 'OPEN', dueOn: '2026-06-05' }]);
    expect(nodes(node.notices)).toEqual([{ kind: 'INSPECTION_REQUEST', receivedOn: '2026-06-02' }]);
    expect(nodes(node.violations)).toEqual([{ clause: 'by-pledge/3.1/о', fine: { amount: '225.00' } }]);
    expect(nodes(node.foreclosures)).toEqual([{ state: 'OPEN', basis: 'EARLY' }]);
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const told = nodes(node.timeline).map(({ what }: any) => what);
    expect(told).toEqual(
      expect.arrayContaining([
        'POSTING FINE',
        'POSTING TRANSFER',
        'ByPledgeDutyStatusChanged',
        'ByPledgeNoticeChanged',
        'ByPledgeViolationChanged',
        'ByPledgeForeclosureStatusChanged',
        'ByPledgeStatusChanged',
      ]),
    );
    const entry = nodes(node.timeline)[0];
    const again = await ask('query ($id: ID!) { node(id: $id) { ... on ByPledgeTimelineEntry { what } } }', { id: entry.id });
    expect(again.node).toEqual({ what: entry.what });
  });
});
