import { type Caller, signInWithPassword } from '../../../modules/access';
import { toGlobalId } from '../../../schema/base';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { carryOutInstruction, reportCompromise } from './compromise.commands';

const PASSWORD = 'correct horse 7';

describe('the personal account', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ at: '2023-04-10T06:00:00Z' });
  });
  afterAll(() => bench.close());

  const registered = new Map<string, ReturnType<LoanBench['registration']>>();
  /** Somebody whose contacts the test knows. */
  const known = async () => {
    const input = bench.registration();
    const clientId = await bench.registered(input);
    registered.set(clientId, input);
    await bench.confirm(clientId, 'PHONE');
    return clientId;
  };
  const enter = (clientId: string, caller: Caller = bench.nobody) =>
    bench.execute(signInWithPassword, { login: registered.get(clientId)!.phone!, password: PASSWORD }, caller);
  const report = (clientId: string, caller?: Caller) =>
    bench.execute(reportCompromise, { clientId, channel: 'PHONE', instructions: ['CONFIRM_IDENTITY', 'CHANGE_EMAIL'] }, caller);

  it('ru-mfo/veritas/3.4/а · is locked from the report of compromise on, until every instruction is carried out', async () => {
    const clientId = await known();
    expect(codesOf(await enter(clientId))).toEqual([]);
    expect(codesOf(await report(clientId))).toEqual([]);
    expect(await bench.sql('select 1 from core.session where client_id = $1 and ended_at is null', [clientId])).toEqual([]);
    bench.clock.moveTo('2023-04-10T06:05:00Z');
    expect((await enter(clientId)).findings).toMatchObject([{ code: 'RU_MFO_ACCOUNT_LOCKED', clauses: ['ru-mfo/veritas/3.4/а'] }]);
    await bench.execute(carryOutInstruction, { clientId, instruction: 'CONFIRM_IDENTITY' });
    expect(codesOf(await enter(clientId))).toEqual(['RU_MFO_ACCOUNT_LOCKED']);
    await bench.execute(carryOutInstruction, { clientId, instruction: 'CHANGE_EMAIL' });
    expect(codesOf(await enter(clientId))).toEqual([]);
  });

  it('is locked by the client’s own report too, and the graph shows what opens it', async () => {
    const clientId = await known();
    const ask = graphOf(bench);
    const mutation = `mutation ($input: RuMfoReportCompromiseInput!) { ruMfoReportCompromise(input: $input) {
      client { ruMfo { accountLock { channel instructions carriedOut } } } findings { code } } }`;
    const input = { channel: 'PERSONAL_ACCOUNT', instructions: ['CHANGE_PASSWORD'] };
    const { ruMfoReportCompromise } = await ask(mutation, { input }, bench.client(clientId));
    expect(ruMfoReportCompromise).toEqual({
      client: { ruMfo: { accountLock: { channel: 'PERSONAL_ACCOUNT', instructions: ['CHANGE_PASSWORD'], carriedOut: [] } } },
      findings: [],
    });
    // The password that others know is good for nothing any more.
    expect(codesOf(await enter(clientId))).not.toEqual([]);
    const done = `mutation ($input: RuMfoCarryOutInstructionInput!) { ruMfoCarryOutInstruction(input: $input) {
      client { ruMfo { accountLock { channel } } } findings { code } } }`;
    const carried = { clientId: toGlobalId('Client', clientId), instruction: 'CHANGE_PASSWORD' };
    expect((await ask(done, { input: carried }, bench.officer)).ruMfoCarryOutInstruction).toEqual({
      client: { ruMfo: { accountLock: null } },
      findings: [],
    });
  });

  it('is not locked without instructions, nor twice, nor opened by one that was not given', async () => {
    const clientId = await known();
    const none = { clientId, channel: 'PHONE' as const, instructions: [] };
    expect(codesOf(await bench.execute(reportCompromise, none))).toEqual(['RU_MFO_FIELD_REQUIRED']);
    await report(clientId);
    expect(codesOf(await report(clientId))).toEqual(['RU_MFO_ACCOUNT_LOCKED_ALREADY']);
    expect(await bench.sql('select 1 from ru_mfo.account_lock where client_id = $1', [clientId])).toHaveLength(1);
    const foreign = { clientId, instruction: 'CHANGE_PHONE' as const };
    expect(codesOf(await bench.execute(carryOutInstruction, foreign))).toEqual(['RU_MFO_INSTRUCTION_NOT_GIVEN']);
  });

  it('ru-mfo/veritas/1.17 · is entered over a protected connection only', async () => {
    const clientId = await known();
    expect((await enter(clientId, { ...bench.nobody, insecure: true })).findings).toMatchObject([
      { code: 'RU_MFO_INSECURE_CHANNEL', clauses: ['ru-mfo/veritas/1.17'] },
    ]);
    expect(codesOf(await enter(clientId))).toEqual([]);
    expect(bench.lender.details?.account).toMatch(/^https:/);
  });
});
