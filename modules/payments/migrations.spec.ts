import { makeDataSource } from '../../ormconfig';
import { ServicingBench } from '../../test/support/servicing-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { CreateLedger1700000001210 } from '../contracts/ledger/create-ledger.migration';
import { CreatePayments1700000001310 } from './create-payments.migration';

describe('contracts that were concluded before there was a ledger', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('get their balances and their schedule, accrue from the day after the conclusion, and go back without them', async () => {
    const bench = await ServicingBench.open(database);
    const id = await bench.contract();
    const owner = await makeDataSource(database.urls.owner).initialize();
    const runner = owner.createQueryRunner();
    try {
      await new CreatePayments1700000001310().down(runner);
      await new CreateLedger1700000001210().down(runner);
      expect(
        await bench.sql<{ cause: string; amount: string }>('select cause, amount from core.posting where contract_id = $1', [id]),
      ).toEqual([{ cause: expect.stringMatching(/^transfer:/), amount: '3000.00' }]);
      await new CreateLedger1700000001210().up(runner);
      await new CreatePayments1700000001310().up(runner);
    } finally {
      await runner.release();
      await owner.destroy();
    }
    expect(await bench.balance(id)).toMatchObject({ principal: '3000.00', interest: '0.00', accruedThrough: '2026-03-02' });
    await bench.toDay('2026-03-04');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['3000.00', '60.00', '0.00']);
    const forced = await bench.sql<{ forced: boolean }>(
      "select relforcerowsecurity as forced from pg_class where oid in ('core.contract'::regclass, 'core.posting'::regclass, 'core.transfer'::regclass)",
    );
    expect(forced.map((row) => row.forced)).toEqual([true, true, true]);
  });
});
