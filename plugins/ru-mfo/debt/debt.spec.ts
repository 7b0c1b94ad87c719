import fc from 'fast-check';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { ledgerEvents, lockContractWithApplication, post } from '../../../modules/contracts';
import { Decimal, toGlobalId } from '../../../schema/base';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { type Running, runningContract } from '../test-support/running-contract';

interface Charged {
  readonly contractId: string;
  readonly interest: string;
  readonly penalty: string;
  readonly cost: string;
}

/** Charges of an earlier system that were taken over. */
const charge = defineCommand<Charged, CommandResult>({
  name: 'test:charge',
  emits: ledgerEvents,
  async run({ contractId, interest, penalty, cost }, context) {
    const { contract } = await lockContractWithApplication(context, contractId);
    const lines = [
      { component: 'INTEREST' as const, amount: interest },
      { component: 'PENALTY' as const, amount: penalty },
      { component: 'COST' as const, amount: cost },
    ];
    await post(context, contract, { cause: 'ADJUSTMENT', reference: contractId, on: context.today, lines });
    return {};
  },
});

describe('a debt', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const owing = async (interest: string, penalty: string, cost = '0.00'): Promise<Running> => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    await bench.execute(charge, { contractId: running.contractId, interest, penalty, cost });
    return running;
  };
  const debtOf = async ({ clientId, contractId }: Running) => {
    const query = `query ($id: ID!) { contract(id: $id) { ruMfo { debt {
      principal { amount } interest { amount } penalty { amount } total { amount } beside { amount } } } } }`;
    const answer = await graphOf(bench)(query, { id: toGlobalId('Contract', contractId) }, bench.client(clientId));
    return answer.contract.ruMfo.debt;
  };

  it('ru-mfo/veritas/1.6 · is principal, interest and penalty, each shown apart, and their sum', async () => {
    expect(await debtOf(await owing('640.00', '12.30'))).toEqual({
      principal: { amount: '10000.00' },
      interest: { amount: '640.00' },
      penalty: { amount: '12.30' },
      total: { amount: '10652.30' },
      beside: { amount: '0.00' },
    });
  });

  it('adds up whatever was charged, and prices of services stand beside it', async () => {
    const kopecks = fc.integer({ min: 1, max: 500_000 }).map((amount) => new Decimal(amount).div(100).toFixed(2));
    await fc.assert(
      fc.asyncProperty(kopecks, kopecks, kopecks, async (interest, penalty, cost) => {
        const debt = await debtOf(await owing(interest, penalty, cost));
        expect(debt.total.amount).toBe(new Decimal('10000').plus(interest).plus(penalty).toFixed(2));
        expect(debt.beside.amount).toBe(cost);
      }),
      { numRuns: 5 },
    );
  });
});
