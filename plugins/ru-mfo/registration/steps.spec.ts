import { LoanBench } from '../test-support/loan-bench';
import { registeredInSteps } from '../test-support/registration-steps';

describe('a registration in steps', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt' });
  });
  afterAll(() => bench.close());
  it('goes through', async () => {
    const id = await registeredInSteps(bench);
    expect(await bench.sql('select stage from ru_mfo.registration where client_id = $1', [id])).toEqual([{ stage: 'REGISTERED' }]);
  });
});
