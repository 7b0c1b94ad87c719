import { Temporal } from 'temporal-polyfill';
import { resolveRules } from '../../../modules/rules';
import { lenderData } from '../lenders';
import { requestProlongation, signProlongation } from '../prolongation/prolongation.commands';
import { charge } from '../test-support/charge-addon';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { codeFor, pay, type Running, runningContract, tickAll } from '../test-support/running-contract';
import { undisclosed } from './addon-rules';
import { tickAddon } from './tick-addon.command';
import { withdrawFromAddon } from './withdraw-addon.command';

const LENDER = 'kapital-nt';
const INSURANCE = 'ACCIDENT_INSURANCE';

interface AddonRow {
  readonly id: string;
  readonly status: string;
  readonly price: string;
  readonly chosen_at: Date | null;
  readonly charged_at: Date | null;
  readonly refunded_to_debt: string | null;
}

describe('paid services beside a prolongation', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: LENDER, at: '2023-03-01T09:00:00Z' });
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-03-01T09:00:00Z'));

  const asked = async () => {
    bench.clock.moveTo('2023-03-01T09:00:00Z');
    const running = await runningContract(bench, { amount: '10000.00', termDays: 21 });
    bench.clock.moveTo('2023-03-18T09:00:00Z');
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    const { prolongationId, findings } = await bench.execute(requestProlongation, input, bench.client(running.clientId));
    expect(findings ?? []).toEqual([]);
    return { ...running, prolongationId: prolongationId! };
  };
  const insuranceOf = async (prolongationId: string) =>
    (await bench.sql<AddonRow>('select * from ru_mfo.addon where occasion_id = $1 and code = $2', [prolongationId, INSURANCE]))[0]!;
  const tick = ({ clientId, applicationId }: Running, prolongationId: string) =>
    bench.execute(tickAddon, { applicationId, prolongationId, code: INSURANCE, ticked: true }, bench.client(clientId));
  const sign = async ({ clientId, contractId }: Running, prolongationId: string) => {
    const [row] = await bench.sql<{ packet_id: string; interest_told: string }>(
      'select packet_id, interest_told from ru_mfo.prolongation where id = $1',
      [prolongationId],
    );
    if (row!.interest_told !== '0.00') await pay(bench, contractId, row!.interest_told);
    await tickAll(bench, clientId, row!.packet_id);
    const { ceremonyId, code } = await codeFor(bench, clientId, { type: 'RuMfoPacket', id: row!.packet_id });
    return bench.execute(signProlongation, { prolongationId, ceremonyId: ceremonyId!, code: code! }, bench.client(clientId));
  };
  const costsOf = async (contractId: string) =>
    (
      await bench.sql<{ cost: string }>(
        "select coalesce(sum(amount), 0)::numeric(18, 2)::text as cost from core.posting where contract_id = $1 and component = 'COST'",
        [contractId],
      )
    )[0]!.cost;

  it('ru-mfo/kapital-nt/35/2 · are offered with kind, terms, all costs and the page of documents of the site', async () => {
    const { prolongationId } = await asked();
    expect(await insuranceOf(prolongationId)).toMatchObject({ status: 'OFFERED', price: '990.00', chosen_at: null });
    const rules = resolveRules(bench.extensions, 'ru-mfo', LENDER, Temporal.PlainDate.from('2023-03-18'));
    const [service] = lenderData(LENDER)!.addons!;
    expect(undisclosed(rules, 'PROLONGATION', service!)).toBeNull();
    const { links } = service!;
    const hidden = [{ links: { ...links, documents: null } }, { links: { ...links, terms: null } }, { kind: '' as never }];
    for (const changes of [{ price: null }, ...hidden]) {
      expect(undisclosed(rules, 'PROLONGATION', { ...service!, ...changes })).toMatchObject({
        code: 'RU_MFO_ADDON_DISCLOSURE_MISSING',
        clauses: ['ru-mfo/kapital-nt/35/2'],
      });
    }
  });

  it('ru-mfo/kapital-nt/35/3 · are bought by a tick of their own, and without it nothing is charged', async () => {
    const without = await asked();
    expect(codesOf(await sign(without, without.prolongationId))).toEqual([]);
    expect(await insuranceOf(without.prolongationId)).toMatchObject({ status: 'DECLINED', charged_at: null });
    expect(await costsOf(without.contractId)).toBe('0.00');
    const { id: addonId } = await insuranceOf(without.prolongationId);
    expect((await bench.execute(charge, { addonId })).findings).toMatchObject([
      { code: 'RU_MFO_ADDON_NOT_OPTED_IN', clauses: ['ru-mfo/kapital-nt/35/3'] },
    ]);
    const running = await asked();
    expect(codesOf(await tick(running, running.prolongationId))).toEqual([]);
    expect(codesOf(await sign(running, running.prolongationId))).toEqual([]);
    expect(await insuranceOf(running.prolongationId)).toMatchObject({ status: 'JOINED' });
    expect(await costsOf(running.contractId)).toBe('990.00');
  });

  it('ru-mfo/kapital-nt/35/4 · are given up until the fourteenth day after the prolongation, by request to the lender', async () => {
    const [first, second] = [await asked(), await asked()];
    for (const running of [first, second]) {
      await tick(running, running.prolongationId);
      await sign(running, running.prolongationId);
    }
    const withdraw = async (running: typeof first, addressee: 'LENDER' | 'INSURER' = 'LENDER') => {
      const input = { addonId: (await insuranceOf(running.prolongationId)).id, addressee, madeOn: null, reference: null };
      return bench.execute(withdrawFromAddon, input, bench.client(running.clientId));
    };
    expect((await withdraw(first, 'INSURER')).findings).toMatchObject([
      { code: 'RU_MFO_ADDON_WITHDRAWAL_ADDRESSEE', clauses: ['ru-mfo/kapital-nt/35/4'] },
    ]);
    bench.clock.moveTo('2023-04-01T19:59:59Z');
    expect(codesOf(await withdraw(first))).toEqual([]);
    expect(await insuranceOf(first.prolongationId)).toMatchObject({ status: 'WITHDRAWN', refunded_to_debt: '990.00' });
    bench.clock.moveTo('2023-04-01T20:00:00Z');
    expect((await withdraw(second)).findings).toMatchObject([
      {
        code: 'RU_MFO_ADDON_WITHDRAWAL_EXPIRED',
        clauses: expect.arrayContaining(['ru-mfo/kapital-nt/35/4']),
        facts: { lastDay: '2023-04-01', madeOn: '2023-04-02' },
      },
    ]);
  });

  it('are not ticked where their price with all interest to the new last day would pass what may be charged', async () => {
    const prolonged = async (days: number) => {
      bench.clock.moveTo('2023-03-01T09:00:00Z');
      const running = await runningContract(bench, { amount: '1000.00', termDays: 30 });
      bench.clock.moveTo('2023-03-28T09:00:00Z');
      const input = { contractId: running.contractId, action: 'PROLONG' as const, days };
      const { prolongationId } = await bench.execute(requestProlongation, input, bench.client(running.clientId));
      return { ...running, prolongationId: prolongationId! };
    };
    // 1 % of 1 000 roubles a day for 51 days and 990 roubles come to 150 % of the loan, a day more does not fit.
    const within = await prolonged(21);
    expect(codesOf(await tick(within, within.prolongationId))).toEqual([]);
    const beyond = await prolonged(22);
    expect((await tick(beyond, beyond.prolongationId)).findings).toMatchObject([
      { code: 'RU_MFO_CHARGES_ABOVE_CAP', facts: { charges: '1510.00', limit: '150' } },
    ]);
    expect(await insuranceOf(beyond.prolongationId)).toMatchObject({ status: 'OFFERED', chosen_at: null });
  });

  it('are not ticked by somebody else, nor under another prolongation', async () => {
    const [running, other] = [await asked(), await asked()];
    expect(codesOf(await tick({ ...running, clientId: other.clientId }, running.prolongationId))).toEqual(['APPLICATION_NOT_FOUND']);
    expect(codesOf(await tick(running, other.prolongationId))).toEqual(['RU_MFO_ADDON_NOT_OFFERED']);
  });
});
