import { Temporal } from 'temporal-polyfill';
import { RuleBook, runValidator } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { TRANSFER_TERM } from '../ids';
import { lenderData } from '../lenders';
import { rules } from '../rule-set';
import { statutes } from '../statutes';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, start } from '../test-support/loan-steps';
import { factsOf, judge } from '../test-support/rule-book';
import { validators } from '../validators';
import { charges } from '../validators/loan';
import { agreeTransferTerm } from './agreed-term';
import { basisOf, type ClauseOverride, overridden, overrideFinding } from './clause-override';
import { contractTerm } from './validators';

const own = lenderData('sotovy')!.editions;
const override: ClauseOverride = {
  parameter: 'charges.max',
  clause: cite('ru-mfo/sotovy/4.3/1/предел'),
  effectiveFrom: '2025-01-01',
  law: 'ru/an-act/art. 1',
  newValue: '110',
};

describe('a clause contrary to law', () => {
  const judged = (altered: typeof own, day: string, sum: string) =>
    runValidator(
      charges,
      factsOf({ decidedAmount: new Decimal('10000'), decidedTermDays: 30, charges: new Decimal(sum) }),
      new RuleBook(rules, [altered], statutes, validators).resolve('sotovy', day),
    );

  it('ru-mfo/sotovy/6.4 · from the override’s day on the law’s value binds and the law is cited; the day before, the clause', () => {
    const altered = overridden(own, [override]);
    expect(judged(altered, '2024-12-31', '11000.01').verdict).toBe('PASS');
    expect(judged(altered, '2025-01-02', '11000.00').verdict).toBe('PASS');
    expect(judged(altered, '2025-01-02', '11000.01')).toMatchObject({
      verdict: 'FAIL',
      clauses: ['ru/an-act/art. 1'],
      facts: { limit: '110' },
    });
    expect(judged(own, '2025-01-02', '13000.01')).toMatchObject({ clauses: expect.arrayContaining(['ru-mfo/sotovy/4.3/1/предел']) });
  });

  it('ru-mfo/sotovy/6.4 · an override that names no law is refused, and the rules do not load with it', () => {
    const basis = basisOf(own, '2025-01-01');
    expect(overrideFinding(basis, override)).toBeNull();
    expect(overrideFinding(basis, { ...override, law: ' ' })).toMatchObject({
      code: 'RU_MFO_OVERRIDE_BASIS_MISSING',
      clauses: ['ru-mfo/sotovy/6.4'],
      facts: { from: '2025-01-01' },
    });
    expect(() => overridden(own, [{ ...override, law: '' }])).toThrow('RU_MFO_OVERRIDE_BASIS_MISSING');
  });

  it('keeps an edition of its own for what was concluded before', () => {
    const held = overridden(own, [override]).timeline.filter(({ kind }) => kind === 'EDITION');
    expect(held.map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-19', '2025-01-01'],
      ['2025-01-01', null],
    ]);
  });

  it('can be overridden again, and is not where another clause stands there', () => {
    const later = { ...override, clause: { clause: override.law }, effectiveFrom: '2026-01-01', newValue: '105', law: 'ru/an-act/art. 2' };
    expect(judged(overridden(own, [later, override]), '2026-01-02', '10500.01')).toMatchObject({ clauses: ['ru/an-act/art. 2'] });
    expect(() => overridden(own, [{ ...override, clause: cite('ru-mfo/sotovy/2.5/5') }])).toThrow('takes charges.max from');
  });
});

describe('what the contract itself sets', () => {
  const on = (iso: string) => Temporal.PlainDate.from(iso);

  it('ru-mfo/sotovy/6.5 · a contract’s term of one working day is overdue on the second, though the rules allow three', () => {
    const facts = { agreedTransferDays: 1, transferDueOn: on('2024-06-11') };
    const judgedOn = (actedOn: string) => judge(contractTerm, { ...facts, actedOn: on(actedOn) }, '2024-06-10', 'sotovy');
    expect(judgedOn('2024-06-11')).toMatchObject({ verdict: 'PASS', clauses: ['ru-mfo/sotovy/6.5'] });
    expect(judgedOn('2024-06-13')).toMatchObject({ verdict: 'FAIL', code: 'RU_MFO_DISBURSEMENT_OVERDUE', clauses: ['ru-mfo/sotovy/6.5'] });
  });

  it('ru-mfo/sotovy/6.5 · a contract that sets nothing leaves the rules’ own term', () => {
    expect(judge(contractTerm, { actedOn: on('2024-06-20') }, '2024-06-10', 'sotovy')).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it('ends the term of the transfer: one working day where the rules say three', async () => {
    const bench = await LoanBench.open();
    try {
      const clientId = await bench.borrower();
      const applicationId = await inReview(bench, clientId);
      await bench.execute(agreeTransferTerm, { applicationId, workingDays: 1 });
      await decide(bench, applicationId);
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
      // Friday; Monday is the first of May.
      const due = await bench.sql<{ due_at: Date }>('select due_at from core.deadline where application_id = $1 and kind = $2', [
        applicationId,
        TRANSFER_TERM,
      ]);
      expect(due.map(({ due_at }) => due_at.toISOString().slice(0, 10))).toEqual(['2023-05-02']);
      expect(codesOf(await bench.execute(agreeTransferTerm, { applicationId, workingDays: 5 }))).toEqual(['RU_MFO_AGREED_TERM_INVALID']);
    } finally {
      await bench.close();
    }
  });

  it('is agreed in whole working days before the signing, by one row', async () => {
    const bench = await LoanBench.open();
    try {
      const { applicationId } = await start(bench, await bench.borrower());
      const agree = (workingDays: number) => bench.execute(agreeTransferTerm, { applicationId: applicationId!, workingDays });
      expect(codesOf(await agree(1))).toEqual(['RU_MFO_AGREED_TERM_INVALID']);
      await bench.sql("update core.application set status = 'IN_REVIEW' where id = $1", [applicationId]);
      expect([await agree(0), await agree(1.5)].map(codesOf)).toEqual([['RU_MFO_AGREED_TERM_INVALID'], ['RU_MFO_AGREED_TERM_INVALID']]);
      expect([await agree(2), await agree(1)].map(codesOf)).toEqual([[], []]);
      expect(await bench.sql('select transfer_days from ru_mfo.agreed_term')).toEqual([{ transfer_days: 1 }]);
    } finally {
      await bench.close();
    }
  });
});
