import { ErrorCatalogue, toGlobalId } from '../../schema/base';
import { graphOf } from '../../test/support/graph-bench';
import { ServicingBench } from '../../test/support/servicing-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { systemCaller } from '../access';
import { applicationsModule } from '../applications';
import { clientsModule } from '../clients';
import type { GraphContext } from '../commands';
import { contractsModule } from '../contracts';
import { Loaders } from '../database';
import { deadlinesModule } from '../deadlines';
import { eventsModule } from '../events';
import { CommandRunner } from '../execution';
import { moneyModule } from '../money';
import { rulesModule } from '../rules';
import { paymentsModule } from './payments.module';

const MONEY = '{ amount currency }';
const CONTRACT = `id status overdueSince
  debt { on principal ${MONEY} interest ${MONEY} penalty ${MONEY} cost ${MONEY} total ${MONEY} overdue ${MONEY} overduePrincipal ${MONEY} overdueInterest ${MONEY} surplus ${MONEY} }`;

// biome-ignore lint/suspicious/noExplicitAny: the answers of a graph are told apart by what the tests expect of them.
type Answer = any;

describe('servicing in the graph', () => {
  let database: TestDatabase;
  let bench: ServicingBench;
  let payments = 0;
  let ask: (source: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await ServicingBench.open(database);
    const { lender } = bench.lender;
    const graph = graphOf(
      [contractsModule, paymentsModule, applicationsModule, clientsModule, deadlinesModule, eventsModule, moneyModule, rulesModule],
      bench.lender.extensions,
    );
    const caller = { ...systemCaller(lender.id, 'test'), scopes: new Set(['contracts:read']) };
    const errors = new ErrorCatalogue([...contractsModule.errors, ...paymentsModule.errors]);
    const runner = new CommandRunner({
      database: database.app,
      clock: bench.clock,
      ports: bench.lender.ports,
      extensions: bench.lender.extensions,
      pluginEventTypes: new Set(),
      onCommit: () => {},
      onAfterCommitFailure: () => {},
    });
    ask = async (source, variables = {}) => {
      const scope = database.app.scoped({ lenderId: lender.id });
      const loaders = new Loaders(scope);
      const execute: GraphContext['execute'] = async (command, input, { idempotencyKey } = {}) => {
        const result = await runner.execute(command, input, { caller, lender, locale: 'en', requestId: 'test', idempotencyKey });
        loaders.clear();
        return result;
      };
      const { data, errors: failures } = await graph<Answer>(scope, source, variables, {
        lender,
        caller,
        loaders,
        errors,
        clock: bench.clock,
        execute,
      });
      if (failures) throw failures[0]!;
      return data;
    };
  });
  afterAll(() => database.close());
  beforeEach(() => bench.toDay('2026-03-02'));

  const read = async (id: string, fields: string) =>
    (await ask(`query ($id: ID!) { contract(id: $id) { ${fields} } }`, { id: toGlobalId('Contract', id) })).contract;
  const register = (id: string, amount: string, more = '') =>
    ask(
      `mutation ($id: ID!) { registerPayment(input: { contractId: $id, amount: { amount: "${amount}", currency: "XTS" }, externalId: "graph-${++payments}"${more} })
        { payment { id status paidOn amount ${MONEY} source contract { id } } contract { ${CONTRACT} } findings { code message } } }`,
      { id: toGlobalId('Contract', id) },
    );
  const xts = (amount: string) => ({ amount, currency: 'XTS' });

  it('shows the debt with each part apart, and what of it is overdue since when', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-13');
    await bench.accrual().runDueNow();
    expect(await read(id, CONTRACT)).toEqual({
      id: toGlobalId('Contract', id),
      status: 'ACTIVE',
      overdueSince: '2026-03-13',
      debt: {
        on: '2026-03-13',
        principal: xts('3000.00'),
        interest: xts('330.00'),
        penalty: xts('1.00'),
        cost: xts('0.00'),
        total: xts('3331.00'),
        overdue: xts('1300.00'),
        overduePrincipal: xts('1000.00'),
        overdueInterest: xts('300.00'),
        surplus: xts('0.00'),
      },
    });
  });

  it('shows the debt of any day: as it was, as it is, and as it will be if nothing is paid', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-05');
    await register(id, '1090.00');
    const on = (day: string) =>
      `d${day.replaceAll('-', '')}: debt(on: "${day}") { principal { amount } interest { amount } penalty { amount } }`;
    const days = ['2026-03-01', '2026-03-04', '2026-03-05', '2026-03-12', '2026-03-14'];
    const answer = await read(id, days.map(on).join(' '));
    const amounts = Object.values<Answer>(answer).map(({ principal, interest, penalty }) => [
      principal.amount,
      interest.amount,
      penalty.amount,
    ]);
    expect(amounts).toEqual([
      ['0.00', '0.00', '0.00'],
      ['3000.00', '60.00', '0.00'],
      ['2000.00', '0.00', '0.00'],
      ['2000.00', '140.00', '0.00'],
      // The first date of payment had been paid ahead of; nothing of the principal is overdue.
      ['2000.00', '180.00', '0.00'],
    ]);
    expect(await bench.balance(id)).toMatchObject({ accruedThrough: '2026-03-05' });
  });

  it('pages through the ledger, the last line first, each with its cause', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-04');
    await register(id, '100.00');
    const page = `ledger(first: 3, after: $after) { edges { node { id on component amount ${MONEY} cause reference isCorrection correctedBy clause postedAt } } pageInfo { hasNextPage endCursor } }`;
    const query = `query ($id: ID!, $after: String) { contract(id: $id) { ${page} } }`;
    const variables = { id: toGlobalId('Contract', id) };
    const first = (await ask(query, variables)).contract.ledger;
    const second = (await ask(query, { ...variables, after: first.pageInfo.endCursor })).contract.ledger;
    const lines = [...first.edges, ...second.edges].map(
      ({ node }: Answer) => `${node.on} ${node.cause} ${node.component} ${node.amount.amount}`,
    );
    expect(lines).toEqual([
      '2026-03-04 PAYMENT INTEREST -60.00',
      '2026-03-04 PAYMENT PRINCIPAL -40.00',
      '2026-03-04 ACCRUAL INTEREST 30.00',
      '2026-03-03 ACCRUAL INTEREST 30.00',
      '2026-03-02 TRANSFER PRINCIPAL 3000.00',
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const { node } = await ask('query ($id: ID!) { node(id: $id) { ... on Posting { on cause amount { amount currency } } } }', {
      id: first.edges[0].node.id,
    });
    expect(node).toEqual({ on: '2026-03-04', cause: 'PAYMENT', amount: xts('-60.00') });
  });

  it('registers a payment and answers the contract as it stands after it', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-04');
    const { registerPayment } = await register(id, '3061.00');
    expect(registerPayment).toMatchObject({
      payment: {
        status: 'BOOKED',
        paidOn: '2026-03-04',
        source: 'CLIENT',
        amount: xts('3061.00'),
        contract: { id: toGlobalId('Contract', id) },
      },
      contract: { status: 'CLOSED', debt: { total: xts('0.00'), surplus: xts('1.00') } },
      findings: [],
    });
    const { payments } = await read(id, 'payments(first: 5) { edges { node { id amount { amount } } } }');
    expect(payments.edges).toHaveLength(1);
    const reversed = await ask(
      'mutation ($id: ID!) { reversePayment(input: { paymentId: $id, reason: "CHARGEBACK" }) { payment { status reversedAt } contract { status } findings { code } } }',
      { id: registerPayment.payment.id },
    );
    expect(reversed.reversePayment).toMatchObject({ payment: { status: 'REVERSED' }, contract: { status: 'ACTIVE' }, findings: [] });
  });

  it('answers a repeat with the same key by what was stored', async () => {
    const id = await bench.contract();
    const input = {
      contractId: toGlobalId('Contract', id),
      amount: xts('10.00'),
      paidOn: '2026-03-02',
      externalId: 'once',
      idempotencyKey: 'key-for-the-payment',
    };
    const mutation = 'mutation ($input: RegisterPaymentInput!) { registerPayment(input: $input) { payment { id } findings { code } } }';
    const answers = [await ask(mutation, { input }), await ask(mutation, { input })];
    expect(answers[1]).toEqual(answers[0]);
    await expect(ask(mutation, { input: { ...input, amount: xts('11.00') } })).rejects.toThrow();
  });

  it('says what is wrong in a sentence, and knows nothing of what is not there', async () => {
    const id = await bench.contract();
    const { registerPayment } = await register(id, '10.00', ', paidOn: "2026-04-01"');
    expect(registerPayment).toMatchObject({ payment: null, contract: null });
    expect(registerPayment.findings).toEqual([
      { code: 'LEDGER_DAY_OUTSIDE', message: 'Nothing can be booked on 2026-04-01: give a day from 2026-03-02 to 2026-03-02.' },
    ]);
    const nothing = await ask(
      'mutation { reversePayment(input: { paymentId: "bm90aGluZw", reason: "x" }) { payment { id } findings { code } } }',
    );
    expect(nothing.reversePayment).toEqual({ payment: null, findings: [{ code: 'PAYMENT_NOT_FOUND' }] });
    await expect(read(id, 'debt(on: "2026-02-30") { on }')).rejects.toThrow();
    await expect(read(id, 'debt(on: "9999-12-31") { on }')).rejects.toThrow('2027-03-03');
  });

  it('gives a surplus back by a transfer with its purpose', async () => {
    const id = await bench.contract();
    await register(id, '3005.00');
    const { refundSurplus } = await ask(
      `mutation ($id: ID!) { refundSurplus(input: { contractId: $id }) { contract { transfers { purpose status amount ${MONEY} } } findings { code } } }`,
      { id: toGlobalId('Contract', id) },
    );
    expect(refundSurplus).toEqual({
      contract: { transfers: [{ purpose: 'REFUND', status: 'ORDERED', amount: xts('5.00') }] },
      findings: [],
    });
  });

  it('keeps every version of the schedule readable, and the present one at hand', async () => {
    const id = await bench.contract();
    const fields = 'schedule { no dueOn principal { amount } } schedules { version cause from instalments { dueOn } }';
    expect(await read(id, fields)).toEqual({
      schedule: [
        { no: 1, dueOn: '2026-03-12', principal: { amount: '1000.00' } },
        { no: 2, dueOn: '2026-03-22', principal: { amount: '1000.00' } },
        { no: 3, dueOn: '2026-04-01', principal: { amount: '1000.00' } },
      ],
      schedules: [
        {
          version: 1,
          cause: 'CONCLUSION',
          from: '2026-03-02',
          instalments: [{ dueOn: '2026-03-12' }, { dueOn: '2026-03-22' }, { dueOn: '2026-04-01' }],
        },
      ],
    });
  });

  it('hides the ledger of one client from another', async () => {
    const [mine, other] = [await bench.contract(), await bench.contract()];
    const { clientId } = await bench.record(mine);
    const own = database.app.scoped({ lenderId: bench.lender.lender.id, clientId });
    for (const table of ['posting', 'ledger', 'schedule']) {
      const text = `select contract_id as id from core.${table} where contract_id = any($1)`;
      const rows = await own.query<{ id: string }>({ name: `test_own_${table}`, text }, [[mine, other]]);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([mine]));
    }
  });
});
