import { Decimal } from '../../../schema/base';
import { acmeAccrual, acmeTerms } from '../../../test/support/acme-servicing';
import { ServicingBench } from '../../../test/support/servicing-bench';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { inOrder } from '..';
import { accrueBatch } from './accrue-batch.command';

describe('accrual', () => {
  let database: TestDatabase;
  let bench: ServicingBench;
  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await ServicingBench.open(database);
  });
  afterAll(() => database.close());
  beforeEach(() => bench.toDay('2026-03-02'));
  afterEach(() => {
    bench.accrue = acmeAccrual;
  });

  it('costs nothing on the day of the money and counts from the next day on', async () => {
    const id = await bench.contract();
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '0.00', '0.00']);
    await bench.toDay('2026-03-03');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '30.00', '0.00']);
  });

  it('goes by the lender’s day, not by the server’s', async () => {
    const id = await bench.contract();
    bench.clock.moveTo('2026-03-02T22:59:59Z');
    await bench.accrual().runDueNow();
    expect((await bench.balance(id)).accruedThrough).toBe('2026-03-02');
    bench.clock.moveTo('2026-03-02T23:00:00Z');
    await bench.accrual().runDueNow();
    expect((await bench.balance(id)).accruedThrough).toBe('2026-03-03');
  });

  it('accrues each day once, however often and however many workers run', async () => {
    const ids = [await bench.contract(), await bench.contract(), await bench.contract()];
    await bench.toDay('2026-03-07');
    await Promise.all([1, 2, 3].map(() => bench.accrual({ batch: 2 }).runDueNow()));
    await bench.accrual().runDueNow();
    for (const id of ids) {
      expect(await bench.debt(id)).toEqual(['3000.00', '150.00', '0.00']);
      expect((await bench.postings(id)).filter(({ cause }) => cause === 'ACCRUAL').map(({ reference }) => reference)).toEqual([
        '2026-03-03',
        '2026-03-04',
        '2026-03-05',
        '2026-03-06',
        '2026-03-07',
      ]);
    }
  });

  it('comes to the same, day by day or after a long pause', async () => {
    const terms = { principal: '1234.56', dailyRate: '0.35' };
    const daily = await bench.contract(terms);
    for (let day = 3; day <= 31; day++) {
      await bench.toDay(`2026-03-${String(day).padStart(2, '0')}`);
      await bench.accrual().runDueNow();
    }
    await bench.toDay('2026-03-02');
    const paused = await bench.contract(terms);
    await bench.toDay('2026-03-31');
    await bench.accrual().runDueNow();
    const lines = async (id: string) =>
      (await bench.postings(id)).filter(({ cause }) => cause === 'ACCRUAL').map(({ on, component, amount }) => [on, component, amount]);
    expect(await lines(paused)).toEqual(await lines(daily));
    expect(await bench.balance(paused)).toEqual(await bench.balance(daily));
  });

  it('goes on where a process was killed between two batches, and bounds the days of one', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-12');
    const batch = { limit: 100, days: 4, after: null };
    await bench.lender.execute(accrueBatch, batch);
    expect((await bench.balance(id)).accruedThrough).toBe('2026-03-06');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '300.00', '0.00']);
  });

  it('leaves nothing of a batch that failed half-way', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-03');
    await bench.sql(`alter table core.posting add constraint posting_test_check check (on_day <> '2026-03-03') not valid`);
    await expect(bench.lender.execute(accrueBatch, { limit: 100, days: 4, after: null })).rejects.toThrow('posting_test_check');
    await bench.sql('alter table core.posting drop constraint posting_test_check');
    expect(await bench.balance(id)).toMatchObject({ interest: '0.00', accruedThrough: '2026-03-02' });
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '30.00', '0.00']);
  });

  it('passes by a contract whose rule fails, tells of it, and takes it up when the rule is mended', async () => {
    const bad = await bench.contract({ principal: '666.00' });
    const good = await bench.contract();
    await bench.toDay('2026-03-03');
    bench.accrue = (day) => {
      if (day.terms.principal === '666.00') throw new Error('no rate');
      return acmeAccrual(day);
    };
    const failures: unknown[] = [];
    const summary = await bench.accrual({ batch: 1, onFailure: (error) => void failures.push(error) }).runDueNow();
    expect(summary.failed).toBe(1);
    expect(failures).toMatchObject([{ message: 'no rate' }]);
    expect(await bench.debt(good)).toEqual(['3000.00', '30.00', '0.00']);
    expect(await bench.debt(bad)).toEqual(['666.00', '0.00', '0.00']);
    bench.accrue = acmeAccrual;
    await bench.accrual().runDueNow();
    expect(await bench.debt(bad)).toEqual(['666.00', '6.66', '0.00']);
  });

  it('refuses charges that no ledger takes', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-03');
    for (const amounts of [['0'], ['-1'], ['0.001'], ['1', '2']]) {
      bench.accrue = () => amounts.map((amount) => ({ component: 'INTEREST' as const, amount: new Decimal(amount) }));
      const failures: unknown[] = [];
      await bench.accrual({ onFailure: (error) => void failures.push(error) }).runDueNow();
      expect(failures.length).toBeGreaterThan(0);
    }
    expect(await bench.debt(id)).toEqual(['3000.00', '0.00', '0.00']);
  });

  it('charges a penalty on overdue principal only, from the day after the date of payment', async () => {
    const id = await bench.contract({ principal: '3000.00' });
    await bench.toDay('2026-03-12');
    await bench.accrual().runDueNow();
    expect(await bench.balance(id)).toMatchObject({ penalty: '0.00', overdueSince: null });
    await bench.toDay('2026-03-13');
    await bench.accrual().runDueNow();
    expect(await bench.balance(id)).toMatchObject({ interest: '330.00', penalty: '1.00', overdueSince: '2026-03-13' });
  });

  it('stops exactly at the cap', async () => {
    const id = await bench.contract({ principal: '100.00', dailyRate: '7' });
    await bench.toDay('2026-04-30');
    await bench.accrual().runDueNow();
    const { interest, penalty } = await bench.balance(id);
    expect(new Decimal(interest).plus(penalty).toFixed(2)).toBe('130.00');
  });

  it('waits for no contract that another command holds', async () => {
    const [held, free] = [await bench.contract(), await bench.contract()];
    await bench.toDay('2026-03-03');
    await bench.lender.commands.asAdmin(async (client) => {
      await client.query('begin');
      await client.query('select 1 from core.contract where id = $1 for update', [held]);
      await bench.accrual().runDueNow();
      await client.query('rollback');
    });
    expect(await bench.debt(free)).toEqual(['3000.00', '30.00', '0.00']);
    expect(await bench.debt(held)).toEqual(['3000.00', '0.00', '0.00']);
    await bench.accrual().runDueNow();
    expect(await bench.debt(held)).toEqual(['3000.00', '30.00', '0.00']);
  });

  it('books an hour that the settlement partner is ahead, and waits for that day', async () => {
    const id = await bench.contract({ startOn: '2026-03-03' });
    expect((await bench.balance(id)).accruedThrough).toBe('2026-03-03');
    await bench.toDay('2026-03-04');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '30.00', '0.00']);
  });

  it('knows an order of repayment that would leave a part unpaid', () => {
    expect(() => inOrder(['INTEREST', 'PRINCIPAL', 'PENALTY'])).toThrow('COST');
    expect(acmeTerms({ principal: '100', startOn: '2026-03-02' }).schedule.map(({ principal }) => principal)).toEqual([
      '33.33',
      '33.33',
      '33.34',
    ]);
  });
});
