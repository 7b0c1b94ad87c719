import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, transfer } from '../test-support/loan-steps';
import { CODE_LENDER, codeBorrower, reviewed, sentApplication, signPacketOf } from '../test-support/packet-steps';

describe('a loan whose terms a code signs', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: '2023-02-21T14:05:00Z' });
  });
  afterAll(() => bench.close());

  it('goes from the application to the contract', async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId);
    await reviewed(bench, applicationId);
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    const { contractId, findings } = await signPacketOf(bench, clientId, applicationId);
    expect(findings).toEqual([]);
    expect(codesOf(await transfer(bench, contractId!))).toEqual([]);
  });
});
