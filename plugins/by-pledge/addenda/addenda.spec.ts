import { saveInventory } from '../inventory/save-inventory.command';
import { clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { acceptAddendum, proposeAddendum } from './addendum.commands';

describe('addenda to an agreement in force', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.toDay('2026-06-01'));

  it('by-pledge/5.3 · nothing in force is edited; an addendum of both parties changes it', async () => {
    const { pledgeId, clientId } = await bench.running();
    const edit = await bench.execute(saveInventory, { pledgeId, ...bench.anyCar, pledgeValue: '10800.00' });
    expect([codesOf(edit), clausesOf(edit)]).toEqual([['BY_PLEDGE_ADDENDUM_MISSING'], ['by-pledge/5.3']]);
    const { addendumId } = await bench.done(proposeAddendum, {
      pledgeId,
      kind: 'VALUE',
      changes: { pledgeValue: '10800.00' },
      reason: 'независимая оценка',
      effectiveOn: '2026-06-01',
    });
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
    expect((await bench.pledge(pledgeId)).pledge_value).toBe('12500.00');
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
    expect(await bench.pledge(pledgeId)).toMatchObject({ pledge_value: '10800.00', inventory_version: 2, valuation_at_loan: '12500.00' });
  });

  it('by-pledge/5.16 · a signed copy from the questionnaire’s address counts without an original', async () => {
    const { pledgeId, clientId } = await bench.running();
    const [mail] = await bench.sql<{ no: string }>('select number as no from core.client where id = $1', [clientId]);
    expect(mail).toBeDefined();
    const { addendumId } = await bench.done(proposeAddendum, {
      pledgeId,
      kind: 'OTHER',
      changes: { terms: 'иное' },
      reason: 'по соглашению',
      effectiveOn: '2026-06-01',
    });
    const accept = (from: string) => bench.execute(acceptAddendum, { pledgeId, addendumId: addendumId!, from });
    expect(codesOf(await accept('stranger@example.org'))).toEqual(['BY_PLEDGE_ORIGINAL_NOT_ACCEPTED']);
    expect(codesOf(await accept(bench.emailOf(clientId)))).toEqual([]);
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
    expect(await bench.sql('select status, channel from by_pledge.addendum where id = $1', [addendumId])).toEqual([
      { status: 'ACCEPTED', channel: 'EMAIL' },
    ]);
  });

  it('by-pledge/1.1/p3/rate-on-date · an addendum changes the rate of later days only', async () => {
    const { pledgeId, clientId, contractId } = await bench.running({ amount: '2000.00' });
    const changes = { dailyRate: '0.12' };
    const { addendumId } = await bench.done(proposeAddendum, {
      pledgeId,
      kind: 'RATE',
      changes,
      reason: 'снижение ставки',
      effectiveOn: '2026-06-11',
    });
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
    bench.toDay('2026-06-12');
    await bench.pay(contractId, '0.01');
    const rows = await bench.sql<{ day: string; amount: string }>(
      "select on_day::text as day, amount from core.posting where contract_id = $1 and cause = 'ACCRUAL' and on_day in ('2026-06-10', '2026-06-11') order by on_day",
      [contractId],
    );
    expect(rows).toEqual([
      { day: '2026-06-10', amount: '3.00' },
      { day: '2026-06-11', amount: '2.40' },
    ]);
  });
});
