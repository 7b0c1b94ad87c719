import { orderTransfer } from '../../../modules/payments';
import { creditBureauPort, type ReportOutcome } from '../bureau';
import { bureausAnswer, cleanReport, payeeConfirmed } from '../test-support/law-steps';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, start, termsOf, transfer } from '../test-support/loan-steps';
import { codeFor } from '../test-support/running-contract';
import { askBureaus } from './ask-bureaus';
import { COOLING_OFF } from './cooling-off';
import { signDebtBurdenWarning } from './debt-burden-warning';
import { bookReport, openInquiry } from './inquiry.commands';

describe('a loan under the law of 2026', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ at: '2026-11-20T09:00:00Z' });
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2026-11-20T09:00:00Z'));

  const reviewed = async (amount = '15000.00') => {
    bench.clock.moveTo('2026-11-20T08:59:59Z');
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    bench.clock.moveTo('2026-11-20T09:00:00Z');
    await bench.sql('update core.application set amount = $2 where id = $1', [applicationId, amount]);
    return { clientId, applicationId };
  };
  const accepted = async (amount?: string) => {
    const found = await reviewed(amount);
    await bureausAnswer(bench, found.applicationId, {}, '1000000.00');
    expect(codesOf(await decide(bench, found.applicationId))).toEqual([]);
    const { contractId, findings } = await accept(bench, found.clientId, found.applicationId);
    expect(findings ?? []).toEqual([]);
    return { ...found, contractId: contractId! };
  };
  const statusOf = async (id: string) =>
    (await bench.sql<{ status: string }>('select status from core.application where id = $1', [id]))[0]!.status;
  const deadlineOf = async (id: string) =>
    (
      await bench.sql<{ state: string; due_at: Date; clause: string }>(
        'select state, due_at, clause from core.deadline where application_id = $1 and kind = $2',
        [id, COOLING_OFF],
      )
    )[0];

  it('is not approved before the bureaus answered, and nothing changes', async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, {});
    await bench.sql('delete from ru_mfo.bureau_inquiry where application_id = $1', [applicationId]);
    expect(codesOf(await decide(bench, applicationId))).toEqual(
      expect.arrayContaining(['RU_MFO_BUREAUS_NOT_ASKED', 'RU_MFO_BUREAUS_TOO_FEW', 'RU_MFO_DEBT_BURDEN_UNKNOWN']),
    );
    expect(await statusOf(applicationId)).toBe('IN_REVIEW');
  });

  it('is refused by the rules themselves for a self-ban, with the statute', async () => {
    const { applicationId } = await reviewed();
    await bureausAnswer(bench, applicationId, { selfBans: [{ kind: 'REMOTE', since: '2026-01-01' }] });
    expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_SELF_BAN');
    await decide(bench, applicationId, { kind: null });
    expect(await statusOf(applicationId)).toBe('REFUSED');
    const [decision] = await bench.sql<{ findings: { code: string; clauses: string[] }[] }>(
      'select findings from core.decision where application_id = $1',
      [applicationId],
    );
    expect(decision!.findings).toEqual([
      expect.objectContaining({ code: 'RU_MFO_SELF_BAN', clauses: ['ru/self-ban/ban at the person’s wish@2025-03-01'] }),
    ]);
  });

  it('is not approved where the bureaus could not tell of a self-ban', async () => {
    const { applicationId } = await reviewed();
    await bureausAnswer(bench, applicationId, { selfBans: null });
    expect(codesOf(await decide(bench, applicationId))).toEqual(['RU_MFO_BUREAUS_NOT_ASKED']);
  });

  it('is not approved beside two unpaid expensive ones of other lenders', async () => {
    const { applicationId } = await reviewed();
    const loan = { creditor: 'MFO', concludedOn: '2026-10-10', outstanding: '5000.00', monthlyPayment: '100.00' } as const;
    const open = { ...loan, fullCost: '292.000', overdueDays: 0, overdueAmount: '0.00' };
    await bureausAnswer(bench, applicationId, { openLoans: [open, { ...open, fullCost: null }] });
    expect(codesOf(await decide(bench, applicationId))).toEqual(['RU_MFO_EXPENSIVE_LOANS']);
    bench.clock.moveTo('2026-11-20T09:00:01Z');
    await bureausAnswer(bench, applicationId, { openLoans: [open, { ...open, creditor: 'BANK' }] });
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
  });

  it('warns of a debt burden above half of the income, and waits for the signature', async () => {
    const { clientId, applicationId } = await reviewed();
    await bureausAnswer(bench, applicationId, {}, '30000.00');
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    const [warning] = await bench.sql<{ id: string; sha256: string; content: Buffer }>(
      `select d.id, encode(d.sha256, 'hex') as sha256, d.content from core.document d
       join ru_mfo.debt_burden_warning w on w.document_id = d.id where w.application_id = $1`,
      [applicationId],
    );
    // 15 000 and 3 600 of interest in one month, of 30 000.
    expect(bench.open(warning!.content, 'core.document', warning!.id, 'content')).toContain('62,00 процента');
    expect(codesOf(await accept(bench, clientId, applicationId))).toEqual(['RU_MFO_DEBT_BURDEN_NOT_WARNED']);

    const { ceremonyId, code } = await codeFor(bench, clientId, { type: 'Application', id: applicationId });
    const sign = { applicationId, documentSha256: warning!.sha256, ceremonyId: ceremonyId!, code: code! };
    const wrong = code === '0'.repeat(code!.length) ? '1'.repeat(code!.length) : '0'.repeat(code!.length);
    expect(codesOf(await bench.execute(signDebtBurdenWarning, { ...sign, code: wrong }, bench.client(clientId)))).toEqual(['CODE_INVALID']);
    expect(codesOf(await bench.execute(signDebtBurdenWarning, { ...sign, documentSha256: 'ff' }, bench.client(clientId)))).toEqual([
      'RU_MFO_DOCUMENT_CHANGED',
    ]);
    expect(codesOf(await bench.execute(signDebtBurdenWarning, sign))).toEqual(['RU_MFO_DOCUMENT_NOT_PUBLISHED']);
    expect(codesOf(await bench.execute(signDebtBurdenWarning, sign, bench.client(clientId)))).toEqual([]);
    expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
  });

  it('of 50 000 waits four hours for its money, and the waiting is a deadline that is met when it runs out', async () => {
    const { applicationId, contractId } = await accepted('50000.00');
    await payeeConfirmed(bench, applicationId);
    expect(await deadlineOf(applicationId)).toEqual({
      state: 'PENDING',
      due_at: new Date('2026-11-20T13:00:00Z'),
      clause: 'ru/anti-fraud/cooling-off@2025-09-01',
    });
    bench.clock.moveTo('2026-11-20T12:59:59Z');
    expect(codesOf(await bench.execute(orderTransfer, { contractId }))).toEqual(['RU_MFO_COOLING_OFF']);
    bench.clock.moveTo('2026-11-20T13:00:00Z');
    await bench.fire(applicationId, COOLING_OFF);
    expect((await deadlineOf(applicationId))!.state).toBe('MET');
    expect(codesOf(await transfer(bench, contractId))).toEqual([]);
    expect(await statusOf(applicationId)).toBe('CONCLUDED');
  });

  it('of less than 50 000 waits for nothing', async () => {
    const { applicationId, contractId } = await accepted('49999.00');
    await payeeConfirmed(bench, applicationId);
    expect(await deadlineOf(applicationId)).toBeUndefined();
    expect(codesOf(await transfer(bench, contractId))).toEqual([]);
  });

  it('goes to the borrower’s own account only', async () => {
    const { applicationId, contractId } = await accepted();
    expect(codesOf(await bench.execute(orderTransfer, { contractId }))).toEqual(['RU_MFO_PAYEE_NOT_CHECKED']);
    await payeeConfirmed(bench, applicationId, 'ИНАЯ ПРОБА');
    expect(codesOf(await bench.execute(orderTransfer, { contractId }))).toEqual(['RU_MFO_PAYEE_DIFFERS']);
    bench.clock.moveTo('2026-11-20T09:00:01Z');
    await payeeConfirmed(bench, applicationId, 'Проба П.');
    expect(codesOf(await bench.execute(orderTransfer, { contractId }))).toEqual([]);
  });

  it('asks the bureaus once however often it is asked, and keeps no word of a failed call', async () => {
    const clientId = await bench.borrower();
    const { applicationId } = await start(bench, clientId);
    await bench.sql("update core.application set status = 'SUBMITTED' where id = $1", [applicationId]);
    const graph = { execute: bench.execute.bind(bench), ports: bench.ports } as unknown as Parameters<typeof askBureaus>[0];
    expect(codesOf(await askBureaus(graph, { applicationId: applicationId!, monthlyIncome: null }))).toEqual(['RU_MFO_CONSENT_MISSING']);
    await bench.sql('update ru_mfo.application set bureau_consent_at = now() where application_id = $1', [applicationId]);
    const asked: string[] = [];
    const answers: Array<ReportOutcome | Error> = [
      new Error('secret words'),
      { state: 'PENDING' },
      { state: 'READY', report: cleanReport(bench) },
    ];
    bench.bind(creditBureauPort, {
      report: async ({ id, subject }) => {
        asked.push(id);
        expect(subject).toMatchObject({ passport: '4510123456', bornOn: '1990-05-10', taxpayerNumber: '500100732259' });
        const answer = answers.shift()!;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
    const ask = () => askBureaus(graph, { applicationId: applicationId!, monthlyIncome: '50000.00' });
    const first = await ask();
    expect(JSON.stringify(first)).not.toContain('secret words');
    expect([first, await ask(), await ask()].map(codesOf)).toEqual([['RU_MFO_BUREAUS_UNREACHABLE'], ['RU_MFO_BUREAUS_PENDING'], []]);
    expect(new Set(asked).size).toBe(1);
    const [row] = await bench.sql<{ state: string; report_enc: Buffer }>(
      'select state, report_enc from ru_mfo.bureau_inquiry where application_id = $1',
      [applicationId],
    );
    expect(row!.state).toBe('ANSWERED');
    expect(row!.report_enc.toString('utf8')).not.toContain('report-1');
  });

  it('keeps the first answer, and a refusal of the bureaus with its reason', async () => {
    const { applicationId } = await reviewed();
    const { request } = await bench.execute(openInquiry, { applicationId, monthlyIncome: '1.00' });
    const inquiryId = request!.id;
    const refused = await bench.execute(bookReport, { inquiryId, outcome: { state: 'REFUSED', reason: 'SUBJECT_UNKNOWN' } });
    expect(codesOf(refused)).toEqual(['RU_MFO_BUREAUS_REFUSED']);
    await bench.execute(bookReport, { inquiryId, outcome: { state: 'READY', report: cleanReport(bench) } });
    expect(await bench.sql('select state, reason from ru_mfo.bureau_inquiry where id = $1', [inquiryId])).toEqual([
      { state: 'REFUSED', reason: 'SUBJECT_UNKNOWN' },
    ]);
  });

  it('refuses an income that is no sum', async () => {
    const { applicationId } = await reviewed();
    expect(codesOf(await bench.execute(openInquiry, { applicationId, monthlyIncome: '0.00' }))).not.toEqual([]);
    expect((await termsOf(bench, applicationId).catch(() => null))?.id).toBeUndefined();
  });
});
