import { randomUUID } from 'node:crypto';
import { NO_ROWS } from '../../../modules/database';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { pay, runningContract } from '../test-support/running-contract';
import { assignClaim, deleteAssessments, deleteDueAssessments, deleteEditionOriginal } from './retention.commands';
import { dueChecks } from './retention.record';

/** Lenders whose rules say how long assessments are kept: clause, years, and a day on which everything was repaid. */
const cases = [
  {
    lender: 'kapital-nt',
    clause: 'ru-mfo/kapital-nt/22',
    begun: '2023-03-11',
    ended: '2023-04-10',
    last: '2024-04-10',
    after: '2024-04-11',
  },
  { lender: 'sotovy', clause: 'ru-mfo/sotovy/6.1/1', begun: '2024-05-31', ended: '2024-06-30', last: '2027-06-30', after: '2027-07-01' },
];

describe.each(cases)('results of assessments at $lender', ({ lender, clause, begun, ended, last, after }) => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender, at: `${begun}T06:00:00Z` });
  });
  afterAll(() => bench.close());
  const at = (day: string) => bench.clock.moveTo(`${day}T06:00:00Z`);
  beforeEach(() => at(begun));

  const assessed = async () => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    await bench.sql(
      `insert into ru_mfo.assessment (lender_id, id, application_id, client_id, sources, identification_methods, credit_history_meets_policy,
         data_reliable, assessed_by, assessed_at) values ($1, $2, $3, $4, '{}', '{}', true, true, 'test', $5)`,
      [bench.lender.id, randomUUID(), running.applicationId, running.clientId, `${begun}T06:00:00Z`],
    );
    return running;
  };
  const repaid = async () => {
    const running = await assessed();
    at(ended);
    const rate = Number(
      (await bench.sql<{ rate: string }>("select terms->>'dailyRate' as rate from core.contract where id = $1", [running.contractId]))[0]!
        .rate,
    );
    await pay(bench, running.contractId, (10_000 + 100 * rate * 30).toFixed(2));
    expect(await bench.sql('select status from core.contract where id = $1', [running.contractId])).toEqual([{ status: 'CLOSED' }]);
    return running;
  };
  const left = async (clientId: string) => (await bench.sql('select 1 from ru_mfo.assessment where client_id = $1', [clientId])).length;

  it(`${clause} · are kept until the last day of the term, and deleted after it`, async () => {
    const { clientId } = await repaid();
    at(last);
    const refused = await bench.execute(deleteAssessments, { clientId });
    expect(refused.findings).toEqual([
      expect.objectContaining({ code: 'RU_MFO_RETENTION_VIOLATION', clauses: [clause], facts: { until: last } }),
    ]);
    expect(await left(clientId)).toBe(1);
    at(after);
    expect(await bench.execute(deleteAssessments, { clientId })).toMatchObject({ deleted: 1 });
    expect(await left(clientId)).toBe(0);
  });

  it(`${clause} · are kept while anything is owed, however long ago it was`, async () => {
    const { clientId } = await assessed();
    at('2031-01-01');
    expect(codesOf(await bench.execute(deleteAssessments, { clientId }))).toEqual(['RU_MFO_RETENTION_VIOLATION']);
    expect(await left(clientId)).toBe(1);
  });

  it(`${clause} · are kept from the day on which the claim was assigned, where it was`, async () => {
    const { clientId, contractId } = await assessed();
    expect(codesOf(await bench.execute(assignClaim, { contractId, assignedOn: ended }))).toEqual(['RU_MFO_ASSIGNMENT_DAY_INVALID']);
    at(ended);
    expect(codesOf(await bench.execute(assignClaim, { contractId, assignedOn: ended }))).toEqual([]);
    at(last);
    expect(codesOf(await bench.execute(deleteAssessments, { clientId }))).toEqual(['RU_MFO_RETENTION_VIOLATION']);
    at(after);
    expect(await bench.execute(deleteAssessments, { clientId })).toMatchObject({ deleted: 1 });
  });

  it(`${clause} · are deleted by the daily look on the first day after the term, not before`, async () => {
    const { clientId } = await repaid();
    const due = async (day: string) =>
      (await bench.database.worker.scoped(NO_ROWS).query(dueChecks, [day])).some((one) => one.clientId === clientId);
    expect(await due(ended)).toBe(true);
    expect(await bench.execute(deleteDueAssessments, { clientId })).toMatchObject({ deleted: 0 });
    expect(await due(last)).toBe(false);
    expect(await due(after)).toBe(true);
    at(after);
    expect(await bench.execute(deleteDueAssessments, { clientId })).toMatchObject({ deleted: 1 });
    expect(await due(after)).toBe(false);
  });
});

describe('the original of an edition', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'sotovy', at: '2024-05-31T06:00:00Z' });
  });
  afterAll(() => bench.close());

  const published = async () => {
    const id = randomUUID();
    await bench.sql(
      `insert into ru_mfo.publication (lender_id, id, kind, version, title, effective_from, edition_id, url, text, sha256, published_by, published_at)
       values ($1, $2, 'RULES', $2::uuid::text, 'Правила', '2023-01-19', 'ru-mfo/sotovy/2023-01-19', null, 'Текст', sha256('x'), 'test', '2023-01-19')`,
      [bench.lender.id, id],
    );
    return id;
  };
  const count = async () => (await bench.sql('select 1 from ru_mfo.publication')).length;

  it('ru-mfo/sotovy/6.1/2 · is kept three years after the last contract under it ended', async () => {
    const publicationId = await published();
    const { contractId } = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    await bench.sql("update core.contract set edition_id = 'ru-mfo/sotovy/2023-01-19' where id = $1", [contractId]);
    expect(codesOf(await bench.execute(deleteEditionOriginal, { publicationId }))).toEqual(['RU_MFO_RETENTION_VIOLATION']);
    bench.clock.moveTo('2024-06-30T06:00:00Z');
    await pay(bench, contractId, '12400.00');
    bench.clock.moveTo('2027-06-30T06:00:00Z');
    expect((await bench.execute(deleteEditionOriginal, { publicationId })).findings).toEqual([
      expect.objectContaining({ clauses: ['ru-mfo/sotovy/6.1/2'], facts: { until: '2027-06-30' } }),
    ]);
    expect(await count()).toBe(1);
    bench.clock.moveTo('2027-07-01T06:00:00Z');
    expect(codesOf(await bench.execute(deleteEditionOriginal, { publicationId }))).toEqual([]);
    expect(await count()).toBe(0);
  });

  it('that nobody published cannot be deleted', async () => {
    expect(codesOf(await bench.execute(deleteEditionOriginal, { publicationId: randomUUID() }))).toEqual([
      'RU_MFO_EDITION_ORIGINAL_UNKNOWN',
    ]);
  });
});
