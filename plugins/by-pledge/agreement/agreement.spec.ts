import { PledgeBench } from '../test-support/pledge-bench';
import { countersignAgreement } from './sign.commands';

describe('an agreement', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  it('by-pledge/6/pledgor · is in force only when both have signed the same', async () => {
    const applied = await bench.ready();
    await bench.signed(applied, false);
    expect((await bench.pledge(applied.pledgeId)).status).toBe('FORMED');
    await bench.done(countersignAgreement, { pledgeId: applied.pledgeId, documentSha256: await bench.agreementSha(applied.pledgeId) });
    expect((await bench.pledge(applied.pledgeId)).status).toBe('ACTIVE');
    const contractId = await bench.provided(applied);
    expect(contractId).toEqual(expect.any(String));
  });
});
