import { type CommandResult, defineCommand } from '../../../modules/commands';
import { LoanBench } from '../test-support/loan-bench';
import { accept, decide, inReview, transfer } from '../test-support/loan-steps';
import { beginService } from './begin-service';

describe('being taken into service', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const servedSince = async (clientId: string) =>
    (await bench.sql<{ served_since: Date | null }>('select served_since from ru_mfo.registration where client_id = $1', [clientId]))[0]!
      .served_since;

  it('ru-mfo/veritas/1.19/б · comes with the first provided loan only: by hand nobody becomes a client', async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    await decide(bench, applicationId);
    const { contractId } = await accept(bench, clientId, applicationId);
    const byHand = defineCommand<object, CommandResult>({
      name: 'test',
      emits: [],
      run: async (_input, context) => {
        await beginService(context, { id: applicationId, clientId }, context.now);
        return {};
      },
    });
    expect((await bench.execute(byHand, {})).findings).toMatchObject([
      { code: 'RU_MFO_STATUS_TRANSITION_INVALID', clauses: ['ru-mfo/veritas/1.19/б'] },
    ]);
    expect(await servedSince(clientId)).toBeNull();
    await transfer(bench, contractId!);
    expect(await servedSince(clientId)).toEqual(new Date('2023-04-28T09:00:00Z'));
  });
});
