import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Validator } from '../../../../modules/rules';
import { Decimal } from '../../../../schema/base';
import { fixedSumOf, fixedSumStated, fixedSumStatement } from '../../documents/first-page';
import { published, shortLoans } from '../../reception/eligibility';
import { rules } from '../../rule-set';
import { receptionCases } from '../../test-support/reception';
import { judge, type PlainFacts, rulesOn } from '../../test-support/rule-book';
import { age } from '../../validators/requirements';

const EDITION = 'ru-mfo/sotovy/2023-01-19';
const day = (iso: string) => Temporal.PlainDate.from(iso);
const of = (text: string) => new Decimal(text);
const small = { decidedTermDays: 15, decidedAmount: of('10000.00'), secured: false };

const judged = (validator: Validator, facts: PlainFacts) => judge(validator, facts, '2024-06-10', 'sotovy');

describe('the rules of an undated document', () => {
  for (const { point, sentence, validator, good, bad, code } of receptionCases) {
    const clause = `ru-mfo/sotovy/${point}`;
    it(`${clause} · ${sentence}`, () => {
      for (const facts of good) {
        const { verdict, clauses } = judged(validator, facts);
        expect([verdict, clauses.includes(clause)]).toEqual(['PASS', true]);
      }
      for (const facts of bad) {
        const { clauses, ...verdict } = judged(validator, facts);
        expect(verdict).toMatchObject({ verdict: 'FAIL', code, edition: EDITION });
        expect(clauses).toContain(clause);
      }
    });
  }

  it('ru-mfo/sotovy/1.1 · the edition rests on seven acts and standards, and has none before its day', () => {
    expect(rules.read(rulesOn('2023-01-19', 'sotovy'), 'edition.legalBasis')?.value).toHaveLength(7);
    expect(rulesOn('2023-01-18', 'sotovy').edition).toBeNull();
    expect(rulesOn('2024-06-10', 'sotovy').edition?.id).toBe(EDITION);
  });

  it('ru-mfo/sotovy/2.3.2/min · 18 on the day is enough, a day less is not', () => {
    expect(judged(age, { birthDate: day('2006-06-10'), concludedOn: day('2024-06-10') }).verdict).toBe('PASS');
    expect(judged(age, { birthDate: day('2006-06-11'), concludedOn: day('2024-06-10') })).toMatchObject({
      code: 'RU_MFO_AGE_BELOW_MIN',
      clauses: ['ru-mfo/sotovy/2.3.2/min'],
      facts: { years: 17, limit: 18 },
    });
  });

  it('ru-mfo/sotovy/2.3.2/max · 70 full years is allowed until the day before the 71st birthday', () => {
    expect(judged(age, { birthDate: day('1953-06-11'), concludedOn: day('2024-06-10') }).verdict).toBe('PASS');
    expect(judged(age, { birthDate: day('1953-06-10'), concludedOn: day('2024-06-10') })).toMatchObject({
      code: 'RU_MFO_AGE_ABOVE_MAX',
      clauses: ['ru-mfo/sotovy/2.3.2/max'],
      facts: { years: 71, limit: 70 },
    });
  });

  it('ru-mfo/sotovy/2.3.2/исключение · above 70 the proposal alone does not do, with the decision it does', () => {
    const facts = { birthDate: day('1952-01-01'), concludedOn: day('2024-06-10') };
    expect(judged(age, { ...facts, ageExceptionParts: ['SPECIALIST_PROPOSAL'] }).code).toBe('RU_MFO_AGE_ABOVE_MAX');
    expect(judged(age, { ...facts, ageExceptionParts: ['MANAGEMENT_DECISION'] }).code).toBe('RU_MFO_AGE_ABOVE_MAX');
    const both = judged(age, { ...facts, ageExceptionParts: ['SPECIALIST_PROPOSAL', 'MANAGEMENT_DECISION'] });
    expect(both.verdict).toBe('PASS');
    expect(both.clauses).toContain('ru-mfo/sotovy/2.3.2/исключение');
  });

  it('ru-mfo/sotovy/2.5/6 · eight short loans within the year let the next one pass, nine refuse, and more do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (taken) => {
        const { verdict, clauses } = judged(shortLoans, { shortLoansTaken: taken });
        expect([verdict, clauses.includes('ru-mfo/sotovy/2.5/6')]).toEqual([taken < 9 ? 'PASS' : 'FAIL', true]);
      }),
    );
    const terms = (name: 'shortLoans.termDays' | 'shortLoans.usedMoreThanDays' | 'shortLoans.months') =>
      rules.read(rulesOn('2024-06-10', 'sotovy'), name)?.value;
    expect([terms('shortLoans.termDays'), terms('shortLoans.usedMoreThanDays'), terms('shortLoans.months')]).toEqual([30, 7, 12]);
  });

  it.each([
    ['2.4/1', 'the rules', ['INFORMATION', 'GENERAL_TERMS']],
    ['2.4/2', 'the information', ['RULES', 'GENERAL_TERMS']],
    ['2.4/3', 'the general terms', ['RULES', 'INFORMATION']],
  ] as const)('ru-mfo/sotovy/%s · without %s on the site nobody registers', (point, _title, publishedKinds) => {
    expect(judged(published, { publishedKinds: ['RULES', 'INFORMATION', 'GENERAL_TERMS'] }).verdict).toBe('PASS');
    expect(judged(published, { publishedKinds })).toMatchObject({
      code: 'RU_MFO_PUBLISHED_DOCUMENT_MISSING',
      clauses: [`ru-mfo/sotovy/${point}`],
    });
  });

  it.each([
    ['16 days', { ...small, decidedTermDays: 16 }],
    ['10 000.01', { ...small, decidedAmount: of('10000.01') }],
    ['security', { ...small, secured: true }],
  ])('ru-mfo/sotovy/4.4/1/текст · with %s the statement on the fixed sum is not needed', (_what, facts) => {
    expect(judged(fixedSumStatement, { ...facts, firstPageStatements: [] }).reason).toBe('NOT_APPLICABLE');
    expect(judged(fixedSumStated, facts).reason).toBe('NOT_APPLICABLE');
  });

  it('ru-mfo/sotovy/4.4/2 · the largest fixed sum is 15 % of the loan, never rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (kopecks) => {
        const principalSum = of(String(kopecks)).div(100);
        const largest = fixedSumOf(principalSum, of('15'));
        expect(largest.lte(principalSum.mul('0.15'))).toBe(true);
        expect(principalSum.mul('0.15').minus(largest).lt('0.01')).toBe(true);
      }),
    );
  });
});
