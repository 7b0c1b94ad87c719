import { type ExecutionResult, graphql, parse, subscribe, validate } from 'graphql';
import { coreModules } from '../../../modules';
import { accessErrors, type Caller } from '../../../modules/access';
import { type GraphContext } from '../../../modules/commands';
import { Loaders } from '../../../modules/database';
import { EventStreams, Sequencer } from '../../../modules/events';
import { composeMaximalSchema, derive } from '../../../schema';
import { toGlobalId } from '../../../schema/base';
import { ruMfo } from '..';
import { LoanBench } from '../test-support/loan-bench';
import { codeFor, type Running, runningContract, settle } from '../test-support/running-contract';

const TRANCHES = `subscription ($after: Cursor) { ruMfoTrancheStatusChanged(after: $after) {
  cursor from to tranche { id status amount { amount currency } contract { number } } } }`;
const PROLONGATIONS = `subscription ($after: Cursor) { ruMfoProlongationStatusChanged(after: $after) {
  cursor from to prolongation { id status toDueOn terms { schedule { dueOn } } } } }`;
const REQUEST = `mutation ($input: RuMfoRequestTrancheInput!) { ruMfoRequestTranche(input: $input) {
  tranche { id status payoutMethod payoutMask application { sha256 status kind } } contract { id }
  findings { code path } } }`;
const SIGN = `mutation ($input: RuMfoSignTrancheInput!) { ruMfoSignTranche(input: $input) { tranche { id status } findings { code } } }`;
const CONTRACT = `query ($id: ID!) { contract(id: $id) { ruMfo {
  creditLine { limit { amount } available { amount } }
  tranches(first: 1) { edges { cursor node { id status recalculation formula } } pageInfo { hasNextPage endCursor } }
  prolongations { edges { node { id } } } topUps { edges { node { id } } } } } }`;

describe('changes of a running contract in the graph', () => {
  const maximal = composeMaximalSchema({ modules: coreModules, plugins: [ruMfo] });
  const { schema } = maximal;
  let bench: LoanBench;
  let sequencer: Sequencer;
  let streams: EventStreams;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'veritas', at: '2024-05-02T09:00:00Z' });
    sequencer = new Sequencer({ database: bench.database.worker });
    streams = new EventStreams({ database: bench.database.worker, clock: bench.clock, expired: () => accessErrors.error('SESSION_ENDED') });
    await streams.start();
  });
  afterAll(async () => {
    await sequencer.stop();
    await streams.stop();
    await bench.close();
  });

  const contextOf = (caller: Caller) => {
    const database = bench.database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId });
    return {
      caller,
      lender: bench.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions: bench.extensions,
      ports: bench.ports,
      clock: bench.clock,
      streams,
      eventTypes: [],
      visiblePlugins: new Set(['ru-mfo']),
      errors: { find: () => null },
      execute: (command: never, input: never, options?: { idempotencyKey?: string }) =>
        bench.execute(command, input, caller, options?.idempotencyKey),
    } as unknown as GraphContext;
  };
  const ask = async <Data>(source: string, variableValues: Record<string, unknown>, caller: Caller): Promise<Data> => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: contextOf(caller) });
    expect(errors).toBeUndefined();
    return data as Data;
  };
  const open = async (source: string, caller: Caller, after?: string) => {
    const stream = (await subscribe({
      schema,
      document: parse(source),
      variableValues: { after },
      contextValue: contextOf(caller),
    })) as AsyncGenerator<ExecutionResult>;
    return async () => {
      sequencer.nudge();
      const { value } = await stream.next();
      expect(value.errors).toBeUndefined();
      return Object.values(value.data as object)[0] as { cursor: string; from: string | null; to: string };
    };
  };
  const line = () => runningContract(bench, { amount: '10000.00', termDays: 84, creditLimit: '30000.00' });
  const wish = ({ contractId }: Running, changes: object = {}) => ({
    contractId: toGlobalId('Contract', contractId),
    amount: { amount: '8000.00', currency: 'RUB' },
    payoutMethod: 'BANK_ACCOUNT',
    account: '40702810638050013199',
    bankCode: '044525225',
    ...changes,
  });
  type Requested = {
    ruMfoRequestTranche: { tranche: { id: string; application: { sha256: string } } | null; findings: { code: string }[] };
  };
  const rowOf = (globalId: string) => Buffer.from(globalId, 'base64url').toString().split(':')[1]!;
  const draw = async (running: Running): Promise<string> => {
    const caller = bench.client(running.clientId);
    const { ruMfoRequestTranche } = await ask<Requested>(REQUEST, { input: wish(running) }, caller);
    const { id, application } = ruMfoRequestTranche.tranche!;
    const { ceremonyId, code } = await codeFor(bench, running.clientId, { type: 'RuMfoTranche', id: rowOf(id) });
    const input = { trancheId: id, documentSha256: application.sha256, ceremonyId: toGlobalId('Ceremony', ceremonyId!), code };
    const signed = await ask<{ ruMfoSignTranche: unknown }>(SIGN, { input }, caller);
    expect(signed.ruMfoSignTranche).toEqual({ tranche: { id, status: 'ORDERED' }, findings: [] });
    await settle(bench, rowOf(id));
    return id;
  };

  it('a tranche goes from its request to the ledger, and the line shows what is left of it', async () => {
    const running = await line();
    const id = await draw(running);
    type Shown = { contract: { ruMfo: { creditLine: unknown; tranches: { edges: { cursor: string; node: unknown }[] } } } };
    const { contract } = await ask<Shown>(CONTRACT, { id: toGlobalId('Contract', running.contractId) }, bench.client(running.clientId));
    expect(contract.ruMfo).toMatchObject({
      creditLine: { limit: { amount: '30000.00' }, available: { amount: '12000.00' } },
      tranches: {
        edges: [{ node: { id, status: 'PAID', recalculation: 'NEXT_RECALCULATED', formula: 'equal-payments/1' } }],
        pageInfo: { hasNextPage: false },
      },
      prolongations: { edges: [] },
      topUps: { edges: [] },
    });
    const { node } = await ask<{ node: unknown }>(
      'query ($id: ID!) { node(id: $id) { ... on RuMfoTranche { status amount { amount } } } }',
      { id },
      { ...bench.client(running.clientId), scopes: new Set(['contracts:read']) },
    );
    expect(node).toEqual({ status: 'PAID', amount: { amount: '8000.00' } });
  });

  it('the same key asks once; with another wish it is refused', async () => {
    const running = await line();
    const caller = bench.client(running.clientId);
    const input = wish(running, { idempotencyKey: 'tranche-1' });
    const first = await ask<Requested>(REQUEST, { input }, caller);
    const again = await ask<Requested>(REQUEST, { input }, caller);
    expect(again.ruMfoRequestTranche.tranche!.id).toBe(first.ruMfoRequestTranche.tranche!.id);
    const rows = await bench.sql('select 1 from ru_mfo.tranche where contract_id = $1', [running.contractId]);
    expect(rows).toHaveLength(1);
    const other = { ...input, amount: { amount: '9000.00', currency: 'RUB' } };
    const { errors, data } = await graphql({ schema, source: REQUEST, variableValues: { input: other }, contextValue: contextOf(caller) });
    const code = (data as Requested | null)?.ruMfoRequestTranche.findings[0]?.code ?? errors?.[0]?.message;
    expect(code).toBeTruthy();
    expect(await bench.sql('select 1 from ru_mfo.tranche where contract_id = $1', [running.contractId])).toHaveLength(1);
  });

  it('another borrower’s contract, tranche or id of another type is not found, and nothing changes', async () => {
    const [running, stranger] = [await line(), await line()];
    const refused = await ask<Requested>(REQUEST, { input: wish(running) }, bench.client(stranger.clientId));
    expect(refused.ruMfoRequestTranche).toMatchObject({ tranche: null, findings: [{ code: 'CONTRACT_NOT_FOUND' }] });
    const wrong = wish(running, { contractId: toGlobalId('Application', running.applicationId) });
    const unknown = await ask<Requested>(REQUEST, { input: wrong }, bench.client(running.clientId));
    expect(unknown.ruMfoRequestTranche).toMatchObject({ tranche: null, findings: [{ code: 'CONTRACT_NOT_FOUND' }] });
    expect(await bench.sql('select 1 from ru_mfo.tranche where contract_id = $1', [running.contractId])).toEqual([]);
  });

  it('tells every state of a tranche live, and again after the cursor of any of them', async () => {
    const running = await line();
    const live = await open(TRANCHES, bench.client(running.clientId));
    const id = await draw(running);
    const told = [await live(), await live(), await live()];
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [null, 'DRAFT'],
      ['DRAFT', 'ORDERED'],
      ['ORDERED', 'PAID'],
    ]);
    expect(told[2]).toMatchObject({ tranche: { id, status: 'PAID', amount: { amount: '8000.00', currency: 'RUB' } } });
    const resumed = await open(TRANCHES, bench.client(running.clientId), told[0]!.cursor);
    expect([await resumed(), await resumed()].map(({ cursor }) => cursor)).toEqual(told.slice(1).map(({ cursor }) => cursor));
    const stranger = await line();
    const theirs = await open(TRANCHES, bench.client(stranger.clientId));
    await ask(REQUEST, { input: wish(running) }, bench.client(running.clientId));
    const { ruMfoRequestTranche: own } = await ask<Requested>(REQUEST, { input: wish(stranger) }, bench.client(stranger.clientId));
    expect(await theirs()).toMatchObject({ to: 'DRAFT', tranche: { id: own.tranche!.id } });
  });

  it('tells every state of a prolongation live, and again after a cursor', async () => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    const caller = bench.client(running.clientId);
    const live = await open(PROLONGATIONS, caller);
    const request = `mutation ($input: RuMfoRequestProlongationInput!) { ruMfoRequestProlongation(input: $input) {
      prolongation { id days interestToPay { amount } packet { id } supplementaryAgreement { kind } } findings { code } } }`;
    const input = (days: number) => ({ contractId: toGlobalId('Contract', running.contractId), action: 'PROLONG', days });
    type Asked = { ruMfoRequestProlongation: { prolongation: { id: string } } };
    const one = await ask<Asked>(request, { input: input(10) }, caller);
    const two = await ask<Asked>(request, { input: input(14) }, caller);
    expect(two.ruMfoRequestProlongation).toMatchObject({
      prolongation: { days: 14, packet: { id: expect.any(String) }, supplementaryAgreement: { kind: 'SUPPLEMENTARY_AGREEMENT' } },
      findings: [],
    });
    const told = [await live(), await live(), await live()];
    expect(told).toMatchObject([
      { from: null, to: 'OFFERED', prolongation: { id: one.ruMfoRequestProlongation.prolongation.id, status: 'VOID' } },
      { from: 'OFFERED', to: 'VOID' },
      { from: null, to: 'OFFERED', prolongation: { id: two.ruMfoRequestProlongation.prolongation.id, status: 'OFFERED' } },
    ]);
    const resumed = await open(PROLONGATIONS, caller, told[1]!.cursor);
    expect((await resumed()).cursor).toBe(told[2]!.cursor);
  });

  it('is gone with the plugin: neither subscription nor mutation nor type is left', () => {
    for (const source of [TRANCHES, PROLONGATIONS, REQUEST, SIGN]) {
      expect(validate(derive(maximal, ['ru-mfo']), parse(source))).toEqual([]);
      expect(validate(derive(maximal, []), parse(source)).length).toBeGreaterThan(0);
    }
    expect(Object.keys(derive(maximal, []).getTypeMap()).filter((name) => name.startsWith('RuMfo'))).toEqual([]);
  });
});
