import { takeApplication } from '../../../modules/applications';
import { decideApplication } from '../../../modules/decisions';
import { CabinetBench } from '../test-support/cabinet-bench';
import { DocumentBench } from '../test-support/document-bench';

describe('what came of a questionnaire', () => {
  let cabinet: CabinetBench;
  let bench: DocumentBench;
  beforeAll(async () => {
    cabinet = await CabinetBench.open();
    bench = await DocumentBench.open(cabinet.leasing);
  });
  afterAll(() => cabinet.close());

  const decided = async (kind: 'APPROVED' | 'REFUSED') => {
    const clientId = await bench.ready();
    const applicationId = await bench.applied(clientId);
    expect(await cabinet.notices(clientId)).toEqual([]);
    await bench.done(takeApplication, { applicationId });
    const grounds = kind === 'REFUSED' ? [{ code: 'SOLVENCY', note: null }] : [];
    await bench.done(decideApplication, { applicationId, kind, amount: null, termDays: null, grounds });
    const [application] = await cabinet.sql<{ number: string; status: string }>(
      'select number, status from core.application where id = $1',
      [applicationId],
    );
    return { application: application!, notices: await cabinet.notices(clientId) };
  };

  it('by-leasing/7.5 · is told by SMS and in the cabinet with the application’s number, and its status changes', async () => {
    const { application, notices } = await decided('APPROVED');
    expect(application.status).toBe('OFFERED');
    expect(notices.map(({ channel, kind, clause }) => [channel, kind, clause])).toEqual([
      ['CABINET', 'BY_LEASING_RESULT_APPROVED', 'by-leasing/7.5'],
      ['SMS', 'BY_LEASING_RESULT_APPROVED', 'by-leasing/7.5'],
    ]);
    for (const { text } of notices) expect(text).toContain(application.number);
  });

  it('by-leasing/11.4 · may be a refusal, and the client is told of it just so', async () => {
    const { application, notices } = await decided('REFUSED');
    expect(application.status).toBe('REFUSED');
    expect(notices.map(({ kind }) => kind)).toEqual(['BY_LEASING_RESULT_REFUSED', 'BY_LEASING_RESULT_REFUSED']);
  });
});
