import type { Caller } from '../../../modules/access';
import { toGlobalId } from '../../../schema/base';
import { type AskGraph, graphOf } from '../test-support/graph-of';
import { bureausAnswer } from '../test-support/law-steps';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, inReview } from '../test-support/loan-steps';
import { applicant, examined, MONDAY, military, RECEPTION_LENDER, signedApplication } from '../test-support/reception-steps';

const DECISIONS = `query ($id: ID!) { application(id: $id) { decisions {
  kind grounds { code note } findings { code } receipt receiptHash } } }`;

const told = async (ask: AskGraph, applicationId: string, caller: Caller) => {
  const { application } = await ask(DECISIONS, { id: toGlobalId('Application', applicationId) }, caller);
  return application.decisions[0];
};

describe('the reason of a refusal', () => {
  let bench: LoanBench;
  let ask: AskGraph;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: RECEPTION_LENDER, at: MONDAY });
    ask = graphOf(bench);
  });
  afterAll(() => bench.close());

  const asked = async () => {
    const clientId = await applicant(bench);
    const applicationId = await signedApplication(bench, clientId);
    await examined(bench, clientId, applicationId);
    return { clientId, applicationId };
  };
  const eventCodes = async (applicationId: string) =>
    (
      await bench.sql<{ codes: string[] }>(
        "select payload->'codes' as codes from core.event_inbox where application_id = $1 and type = 'DecisionMade'",
        [applicationId],
      )
    )[0]!.codes;

  it('ru-mfo/sotovy/3.4.4/мотив · is kept from the client, and told to the officer', async () => {
    const { clientId, applicationId } = await asked();
    await military(bench, applicationId, true);
    const grounds = [{ code: 'OTHER', note: 'Внутренняя оценка риска' }];
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
    expect(await told(ask, applicationId, bench.client(clientId))).toMatchObject({
      kind: 'REFUSED',
      grounds: [],
      findings: [],
      receipt: null,
    });
    const seen = await told(ask, applicationId, bench.officer);
    expect(seen.grounds).toEqual([{ code: 'OTHER', note: 'Внутренняя оценка риска' }]);
    expect(seen.findings.map(({ code }: { code: string }) => code)).toContain('RU_MFO_MILITARY_REGISTER');
    expect(seen.receipt).toMatchObject({ hash: { value: seen.receiptHash } });
    expect(await eventCodes(applicationId)).toEqual([]);
  });

  it('is told where law demands it, whatever the lender’s rules say', async () => {
    bench.clock.moveTo('2025-06-02T07:00:00Z');
    const { clientId, applicationId } = await asked();
    bench.clock.moveTo('2025-06-02T07:05:00Z');
    await bureausAnswer(bench, applicationId, { selfBans: [{ kind: 'REMOTE', since: '2025-05-01' }] });
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED' }))).toEqual([]);
    expect((await told(ask, applicationId, bench.client(clientId))).findings).toEqual([{ code: 'RU_MFO_SELF_BAN' }]);
    expect(await eventCodes(applicationId)).toEqual(['RU_MFO_SELF_BAN']);
  });
});

it('the client of a lender whose rules keep nothing back reads every ground, and the receipt', async () => {
  const bench = await LoanBench.open();
  try {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    const grounds = [{ code: 'OTHER', note: 'Заявитель просил отказать' }];
    await decide(bench, applicationId, { kind: 'REFUSED', grounds });
    const seen = await told(graphOf(bench), applicationId, bench.client(clientId));
    expect(seen).toMatchObject({ grounds, receipt: { hash: { value: seen.receiptHash } } });
  } finally {
    await bench.close();
  }
});
