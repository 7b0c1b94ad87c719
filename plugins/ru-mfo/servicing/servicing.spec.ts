import { Temporal } from 'temporal-polyfill';
import { today } from '../../../modules/calendar';
import { AccrualWorker } from '../../../modules/contracts';
import { registerPayment } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { LoanBench } from '../test-support/loan-bench';
import { runningContract } from '../test-support/running-contract';

interface Balance {
  readonly principal: string;
  readonly interest: string;
  readonly penalty: string;
  readonly surplus: string;
}

describe('a loan after its conclusion', () => {
  let bench: LoanBench;
  let start: string;
  let payments = 0;
  beforeAll(async () => {
    bench = await LoanBench.open({ at: '2023-09-01T09:00:00Z' });
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    start = today(bench.clock, bench.lender.zone).toString();
  });

  const onDay = (days: number) => Temporal.PlainDate.from(start).add({ days }).toString();
  /** Moves to a day after the conclusion and accrues it in the background. */
  async function toDay(days: number): Promise<void> {
    bench.clock.moveTo(`${onDay(days)}T09:00:00Z`);
    const worker = new AccrualWorker({
      database: bench.database.worker,
      clock: bench.clock,
      execute: (command, input) => bench.execute(command, input),
      onFailure: (error) => {
        throw error;
      },
    });
    await worker.runDueNow();
  }
  const balance = async (contractId: string): Promise<Balance> =>
    (await bench.sql<Balance>('select principal, interest, penalty, surplus from core.ledger where contract_id = $1', [contractId]))[0]!;
  const contract = async (contractId: string) =>
    (
      await bench.sql<{ status: string; terms: { schedule: { dueOn: string; principal: string; interest: string }[] } }>(
        'select status, terms from core.contract where id = $1',
        [contractId],
      )
    )[0]!;
  const pay = (contractId: string, amount: string, paidOn: string | null = null) =>
    bench.execute(registerPayment, {
      contractId,
      amount: { amount: new Decimal(amount), currency: 'RUB' },
      paidOn,
      paidAt: null,
      externalId: `servicing-${++payments}`,
    });

  it('ru-mfo/veritas/1.6 · a debt is principal, interest and penalty, each kept and shown apart', async () => {
    const { contractId } = await runningContract(bench, { amount: '10000.00', termDays: 8 });
    await toDay(8);
    expect(await balance(contractId)).toMatchObject({ principal: '10000.00', interest: '640.00', penalty: '0.00' });
    await toDay(10);
    // Two days of 20 % a year on the whole principal, and of 0.8 % a day.
    expect(await balance(contractId)).toMatchObject({ principal: '10000.00', interest: '800.00', penalty: '10.96' });
  });

  it('costs by the schedule what the schedule says, and is closed by its last payment', async () => {
    const { contractId } = await runningContract(bench, { amount: '30000.00', termDays: 60 });
    for (const { dueOn, principal, interest } of (await contract(contractId)).terms.schedule) {
      await toDay(Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(dueOn)).days);
      await pay(contractId, new Decimal(principal).plus(interest).toFixed(2));
    }
    expect(await balance(contractId)).toMatchObject({ principal: '0.00', interest: '0.00', penalty: '0.00', surplus: '0.00' });
    expect((await contract(contractId)).status).toBe('CLOSED');
  });

  it('asks for the days of actual use only when it is repaid whole before its date', async () => {
    const { contractId } = await runningContract(bench, { amount: '15000.00', termDays: 30 });
    await toDay(10);
    expect(await balance(contractId)).toMatchObject({ interest: '1200.00' });
    await pay(contractId, '16200.00');
    expect((await contract(contractId)).status).toBe('CLOSED');
    await toDay(12);
    expect(await balance(contractId)).toMatchObject({ principal: '0.00', interest: '0.00', surplus: '0.00' });
  });

  it('plans the rest anew, on the days that were agreed, when a part is repaid early', async () => {
    const { contractId } = await runningContract(bench, { amount: '30000.00', termDays: 56 });
    const agreed = (await contract(contractId)).terms.schedule;
    await toDay(5);
    // 1 200 of interest for five days; the rest repays principal.
    await pay(contractId, '16200.00');
    expect(await balance(contractId)).toMatchObject({ principal: '15000.00', interest: '0.00' });
    const { schedule } = (await contract(contractId)).terms;
    expect(schedule.map(({ dueOn }) => dueOn)).toEqual(agreed.map(({ dueOn }) => dueOn));
    expect(schedule.reduce((sum, { principal }) => sum.plus(principal), new Decimal(0)).toFixed(2)).toBe('15000.00');
    // Nine days of 120 until the first date.
    expect(schedule[0]!.interest).toBe('1080.00');
    for (const { dueOn, principal, interest } of schedule) {
      await toDay(Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(dueOn)).days);
      await pay(contractId, new Decimal(principal).plus(interest).toFixed(2));
    }
    expect((await contract(contractId)).status).toBe('CLOSED');
    expect(await balance(contractId)).toMatchObject({ penalty: '0.00', surplus: '0.00' });
  });

  it('takes back the penalty of days on which the money was there already', async () => {
    const { contractId } = await runningContract(bench, { amount: '10000.00', termDays: 8 });
    await toDay(12);
    expect(await balance(contractId)).toMatchObject({ interest: '960.00', penalty: '21.92' });
    await pay(contractId, '10640.00', onDay(8));
    expect(await balance(contractId)).toMatchObject({ principal: '0.00', interest: '0.00', penalty: '0.00', surplus: '0.00' });
    expect((await contract(contractId)).status).toBe('CLOSED');
  });

  it('keeps a line of credit open at zero until its last day, and a plain loan not', async () => {
    const line = await runningContract(bench, { amount: '10000.00', termDays: 60, creditLimit: '30000.00' });
    const loan = await runningContract(bench, { amount: '10000.00', termDays: 60 });
    for (const { contractId } of [line, loan]) await pay(contractId, '10000.00');
    expect((await contract(line.contractId)).status).toBe('ACTIVE');
    expect((await contract(loan.contractId)).status).toBe('CLOSED');
    await toDay(20);
    expect(await balance(line.contractId)).toMatchObject({ principal: '0.00', interest: '0.00' });
  });
});
