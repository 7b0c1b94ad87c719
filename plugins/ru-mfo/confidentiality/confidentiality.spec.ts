import { lifecycleEvents, lockApplication } from '../../../modules/applications';
import { defineCommand } from '../../../modules/commands';
import { ledgerEvents } from '../../../modules/contracts';
import { toGlobalId } from '../../../schema/base';
import { lifecycle } from '../lifecycle/lifecycle';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { runningContract } from '../test-support/running-contract';
import { disclose } from './disclose.command';
import { acceptBureauReport, checkBureauReports, formBureauReport, restrictReporting } from './reporting';

describe('what is told of a client', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'sotovy', at: '2024-06-10T06:00:00Z' });
  });
  afterAll(() => bench.close());
  const running = () => runningContract(bench, { amount: '10000.00', termDays: 30 });
  const reportsOf = (contractId: string) =>
    bench.sql<{ id: string; state: string; bureau: string | null }>(
      'select id, state, bureau from ru_mfo.bureau_report where contract_id = $1 order by formed_at, id',
      [contractId],
    );

  it('ru-mfo/sotovy/6.2 · nothing is disclosed without a ground of law; with one it is recorded', async () => {
    const { clientId } = await running();
    const ask = { clientId, recipient: 'Суд', contents: ['OPERATIONS'] };
    for (const ground of ['', '  ']) {
      const { findings } = await bench.execute(disclose, { ...ask, ground });
      expect(findings).toEqual([expect.objectContaining({ code: 'RU_MFO_DISCLOSURE_NOT_ALLOWED', clauses: ['ru-mfo/sotovy/6.2'] })]);
    }
    expect(await bench.sql('select 1 from ru_mfo.disclosure where client_id = $1', [clientId])).toEqual([]);
    expect(codesOf(await bench.execute(disclose, { ...ask, ground: '151-FZ art. 9 part 3' }))).toEqual([]);
    expect(
      await bench.sql('select recipient, ground, contents, disclosed_by from ru_mfo.disclosure where client_id = $1', [clientId]),
    ).toEqual([{ recipient: 'Суд', ground: '151-FZ art. 9 part 3', contents: ['OPERATIONS'], disclosed_by: 'OFFICER:officer-1' }]);
  });

  it('ru-mfo/sotovy/6.2 · whoever reads personal data of another leaves an entry in the audit; the client itself does not', async () => {
    const { clientId } = await running();
    const ask = graphOf(bench);
    const query = 'query ($id: ID!) { client(id: $id) { personal { familyName } } }';
    const entries = () =>
      bench.sql<{ actor_subject: string }>(
        "select actor_subject from core.audit_entry where command = 'readClientPersonal' and details->>'client' = $1",
        [clientId],
      );
    await ask(query, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    expect(await entries()).toEqual([]);
    const { client } = await ask(query, { id: toGlobalId('Client', clientId) }, bench.officer);
    expect(client.personal.familyName).toBe('Примерова');
    expect(await entries()).toEqual([{ actor_subject: 'officer-1' }]);
  });

  it('ru-mfo/sotovy/6.6/а · every contract waits for a bureau’s receipt, without any consent; until then the report is missing', async () => {
    const { contractId } = await running();
    expect((await bench.execute(checkBureauReports, { contractId })).findings).toEqual([
      expect.objectContaining({ code: 'RU_MFO_BUREAU_REPORT_MISSING', clauses: ['ru-mfo/sotovy/6.6/а'], facts: { told: 0, limit: 1 } }),
    ]);
    expect(codesOf(await bench.execute(formBureauReport, { contractId }))).toEqual([]);
    const [report] = await reportsOf(contractId);
    expect(report!.state).toBe('PENDING');
    expect(codesOf(await bench.execute(checkBureauReports, { contractId }))).toEqual(['RU_MFO_BUREAU_REPORT_MISSING']);
    expect(codesOf(await bench.execute(acceptBureauReport, { reportId: report!.id, bureau: 'first', receipt: '' }))).toEqual([
      'RU_MFO_FIELD_REQUIRED',
    ]);
    expect(codesOf(await bench.execute(acceptBureauReport, { reportId: report!.id, bureau: 'first', receipt: 'r-1' }))).toEqual([]);
    await bench.execute(acceptBureauReport, { reportId: report!.id, bureau: 'second', receipt: 'r-2' });
    expect(await reportsOf(contractId)).toEqual([{ id: report!.id, state: 'ACCEPTED', bureau: 'first' }]);
    expect(codesOf(await bench.execute(checkBureauReports, { contractId }))).toEqual([]);
  });

  it('ru-mfo/sotovy/6.6/а · the conclusion itself puts the report into the outbox', async () => {
    const { contractId, applicationId } = await running();
    const concluded = defineCommand({
      name: 'test:concluded',
      emits: [...new Set([...lifecycleEvents, ...ledgerEvents])],
      run: async (_input: object, context) => {
        await lifecycle.effects!.CONCLUDE!(context, await lockApplication(context, applicationId), undefined, context.now);
        return {};
      },
    });
    await bench.execute(concluded, {});
    expect((await reportsOf(contractId)).map(({ state }) => state)).toEqual(['PENDING']);
  });

  it('ru-mfo/sotovy/6.6/б · nothing is reported of a person under a restriction of the Government', async () => {
    const { clientId, contractId } = await running();
    expect(codesOf(await bench.execute(formBureauReport, { contractId }))).toEqual([]);
    await bench.execute(restrictReporting, { clientId, code: 'GOVERNMENT_RESTRICTION', ground: 'Government decree' });
    expect((await bench.execute(formBureauReport, { contractId })).findings).toEqual([
      expect.objectContaining({ code: 'RU_MFO_BUREAU_REPORT_RESTRICTED', clauses: ['ru-mfo/sotovy/6.6/б'] }),
    ]);
    expect(await reportsOf(contractId)).toHaveLength(1);
    expect(codesOf(await bench.execute(checkBureauReports, { contractId }))).toEqual([]);
  });

  it('another kind of restriction does not exempt', async () => {
    const { clientId, contractId } = await running();
    await bench.execute(restrictReporting, { clientId, code: 'OTHER', ground: 'a wish' });
    expect(codesOf(await bench.execute(formBureauReport, { contractId }))).toEqual([]);
  });
});
