import { toGlobalId } from '../../../schema/base';
import { CabinetBench } from '../test-support/cabinet-bench';
import { type AccountedContract, type LenderAccounts, lenderAccountsPort } from './port';
import { simulatedAccounts } from './simulator';

const CONTRACT = `id number active nextPaymentOn nextPayment { amount currency } debt { amount } asOf reconciliation { id }`;
const REFRESH = `mutation { byLeasingRefreshContracts { contracts { ${CONTRACT} } findings { code clauses { id } } } }`;
const OWN = `query ($id: ID!) { client(id: $id) { byLeasing { leasedContracts { ${CONTRACT} } } } }`;
const RECONCILE = `mutation ($input: ByLeasingRequestReconciliationInput!) { byLeasingRequestReconciliation(input: $input) {
  statement { id kind title status sha256 } findings { code } } }`;

describe('contracts in the lender’s accounts', () => {
  let bench: CabinetBench;
  let told: (Omit<AccountedContract, 'holder'> & Partial<AccountedContract>)[] = [];
  let asOf = new Date('2026-06-01T06:00:00Z');
  const accounts: LenderAccounts = {
    contractsOf: async ({ holder }) => ({ asOf, contracts: told.map((contract) => ({ holder, ...contract })) }),
    reconcile: simulatedAccounts.reconcile,
  };
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.bind(lenderAccountsPort, accounts);
    told = [
      { number: 'FL-1001', concludedOn: '2025-11-10', active: true, nextPayment: { on: '2026-07-10', amount: '640.25' }, debt: '7683.00' },
    ];
    asOf = new Date('2026-06-01T06:00:00Z');
  });

  const refresh = async (clientId: string) => (await bench.ask(REFRESH, {}, bench.client(clientId))).byLeasingRefreshContracts;
  const own = async (clientId: string, caller = bench.client(clientId)) =>
    (await bench.ask(OWN, { id: toGlobalId('Client', clientId) }, caller)).client?.byLeasing.leasedContracts;
  const reconcile = async (clientId: string, contractId: string, from = '2026-01-01', to = '2026-05-31') =>
    (await bench.ask(RECONCILE, { input: { contractId, from, to } }, bench.client(clientId))).byLeasingRequestReconciliation;

  it('by-leasing/3.13.1 · show the owner the next payment, the debt and a reconciliation statement', async () => {
    const clientId = await bench.newClient();
    const { contracts, findings } = await refresh(clientId);
    expect(findings).toEqual([]);
    expect(contracts).toMatchObject([
      {
        number: 'FL-1001',
        active: true,
        nextPaymentOn: '2026-07-10',
        nextPayment: { amount: '640.25', currency: 'BYN' },
        debt: { amount: '7683.00' },
        reconciliation: null,
      },
    ]);
    const { statement } = await reconcile(clientId, contracts[0].id);
    expect(statement).toMatchObject({ kind: 'RECONCILIATION_STATEMENT', title: 'Акт сверки', status: 'PUBLISHED' });
    expect(await own(clientId)).toMatchObject([{ number: 'FL-1001', reconciliation: { id: statement.id } }]);
  });

  it('are nobody else’s to see or reconcile', async () => {
    const [clientId, other] = [await bench.newClient(), await bench.newClient()];
    const { contracts } = await refresh(clientId);
    expect(await own(clientId, bench.client(other))).toBeUndefined();
    expect((await reconcile(other, contracts[0].id)).findings).toEqual([{ code: 'BY_LEASING_LEASED_CONTRACT_NOT_FOUND' }]);
  });

  const suspicions = (clientId: string) =>
    bench.sql(
      "select payload->>'what' as what from core.event_inbox where type = 'ByLeasingSecurityEvent' and client_id = $1 and payload->>'what' = 'FOREIGN_CONTRACT'",
      [clientId],
    );
  const foreign = { code: 'BY_LEASING_CONTRACT_OF_ANOTHER', clauses: [{ id: 'by-leasing/3.13.1' }] };

  it('are not shown where another holds them, who had the number before; that there are such is told without their data', async () => {
    const clientId = await bench.newClient();
    const { surname, firstName } = bench.leasing.formOf(clientId);
    const mine = { ...told[0]!, number: 'FL-1002', holder: { familyName: ` ${surname!.toUpperCase()}`, givenName: firstName! } };
    const others = [{ familyName: 'Прежний', givenName: firstName! }, { familyName: '', givenName: '' }, { unp: '193498948' }];
    told = [mine, ...others.map((holder, i) => ({ ...told[0]!, number: `FL-200${i}`, holder }))];
    const { contracts, findings } = await refresh(clientId);
    expect(contracts).toMatchObject([{ number: 'FL-1002' }]);
    expect(findings).toEqual([foreign]);
    expect(await bench.sql('select number from by_leasing.leased_contract where client_id = $1', [clientId])).toEqual([
      { number: 'FL-1002' },
    ]);
    expect(await suspicions(clientId)).toHaveLength(1);
    // The accounts find out later that it is another's: what was shown is shown no more, nor reconciled.
    told = [{ ...mine, holder: others[0]! }];
    asOf = new Date('2026-06-01T07:00:00Z');
    expect(await refresh(clientId)).toMatchObject({ contracts: [], findings: [foreign] });
    expect(await own(clientId)).toEqual([]);
    expect((await reconcile(clientId, contracts[0].id)).findings).toEqual([{ code: 'BY_LEASING_LEASED_CONTRACT_NOT_FOUND' }]);
  });

  it.each(['LEGAL_ENTITY', 'SOLE_PROPRIETOR'] as const)('of a %s are its own by the УНП', async (kind) => {
    const clientId = await bench.newClient(kind);
    const { unp, surname, firstName } = bench.leasing.formOf(clientId);
    told = [
      { ...told[0]!, holder: { unp: unp! } },
      { ...told[0]!, number: 'FL-2002', holder: { unp: '100000007' } },
      { ...told[0]!, number: 'FL-2003', holder: { familyName: surname ?? '', givenName: firstName ?? '' } },
    ];
    const { contracts, findings } = await refresh(clientId);
    expect([contracts.map(({ number }: { number: string }) => number), findings]).toEqual([['FL-1001'], [foreign]]);
  });

  it('change with what the accounts tell later, and not with what they told before', async () => {
    const clientId = await bench.newClient();
    await refresh(clientId);
    told = [{ ...told[0]!, debt: '7042.75', nextPayment: null }];
    asOf = new Date('2026-06-01T07:00:00Z');
    expect((await refresh(clientId)).contracts).toMatchObject([{ debt: { amount: '7042.75' }, nextPayment: null }]);
    told = [{ ...told[0]!, debt: '9999.00' }];
    asOf = new Date('2026-06-01T05:00:00Z');
    expect((await refresh(clientId)).contracts).toMatchObject([{ debt: { amount: '7042.75' } }]);
  });

  it('stay as they were told while the accounts do not answer', async () => {
    const clientId = await bench.newClient();
    await refresh(clientId);
    bench.bind(lenderAccountsPort, { ...accounts, contractsOf: () => Promise.reject(new Error('no answer')) });
    expect(await refresh(clientId)).toMatchObject({ contracts: null, findings: [{ code: 'BY_LEASING_ACCOUNTS_UNAVAILABLE' }] });
    expect(await own(clientId)).toHaveLength(1);
  });

  it('are reconciled for days that have passed and that follow each other', async () => {
    const clientId = await bench.newClient();
    const { contracts } = await refresh(clientId);
    for (const [from, to] of [
      ['2026-05-02', '2026-05-01'],
      ['2026-05-01', '2026-06-02'],
    ])
      expect((await reconcile(clientId, contracts[0].id, from, to)).findings).toEqual([{ code: 'BY_LEASING_PERIOD_INVALID' }]);
  });

  it('by-leasing/9.2.8 · are asked for five times in ten minutes, a sixth time is refused and recorded', async () => {
    const clientId = await bench.newClient();
    for (let i = 0; i < 5; i++) expect((await refresh(clientId)).findings).toEqual([]);
    expect((await refresh(clientId)).findings).toEqual([
      { code: 'BY_LEASING_USAGE_LIMIT_EXCEEDED', clauses: [{ id: 'by-leasing/9.2.8' }] },
    ]);
    const refused = await bench.sql('select operation, grounds from by_leasing.operation_refusal where client_id = $1', [clientId]);
    expect(refused).toEqual([{ operation: 'CONTRACTS', grounds: ['BY_LEASING_USAGE_LIMIT_EXCEEDED'] }]);
    const other = await bench.newClient();
    expect((await refresh(other)).findings).toEqual([]);
    bench.clock.advance({ minutes: 10 });
    expect((await refresh(clientId)).findings).toEqual([]);
  });
});
