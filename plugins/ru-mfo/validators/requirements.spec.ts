import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Verdict } from '../../../modules/rules';
import { requirementCases } from '../test-support/requirement-cases';
import { judge, rulesOn } from '../test-support/rule-book';
import { age, citizenship, fullYears } from './requirements';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const aged = (birthDate: string, concludedOn: string) => judge(age, { birthDate: day(birthDate), concludedOn: day(concludedOn) });
const failed = (code: string, clause: string): Partial<Verdict> => ({
  verdict: 'FAIL',
  code,
  clauses: [clause],
  edition: 'ru-mfo/veritas/2023-03-13',
});
const passed = (clause: string): Partial<Verdict> => ({ verdict: 'PASS', clauses: [clause] });

describe('the requirements to a borrower', () => {
  it('ru-mfo/veritas/2.3/а · 66 on the conclusion day is refused, 65 full years is not', () => {
    expect(aged('1957-04-28', '2023-04-27')).toMatchObject(passed('ru-mfo/veritas/2.3/а'));
    expect(aged('1957-04-28', '2023-04-28')).toMatchObject({
      ...failed('RU_MFO_AGE_ABOVE_MAX', 'ru-mfo/veritas/2.3/а'),
      facts: { years: 66, limit: 65 },
    });
  });

  it('ru-mfo/veritas/2.3/а · 18 on the conclusion day is enough, a day less is refused', () => {
    expect(aged('2005-04-28', '2023-04-28')).toMatchObject(passed('ru-mfo/veritas/2.3/а'));
    expect(aged('2005-04-29', '2023-04-28')).toMatchObject({
      ...failed('RU_MFO_AGE_BELOW_MIN', 'ru-mfo/veritas/2.3/а'),
      facts: { years: 17, limit: 18 },
    });
  });

  it('ru-mfo/veritas/2.3/а · one born on 29 February comes of age on 1 March of a common year', () => {
    expect(aged('2004-02-29', '2022-02-28').verdict).toBe('FAIL');
    expect(aged('2004-02-29', '2022-03-01').verdict).toBe('PASS');
  });

  it('ru-mfo/veritas/2.3/а · age changes on birthdays only, by one', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => day('1920-01-01').add({ days: n }));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40_000 }), (birthDate, lived) => {
        const on = birthDate.add({ days: lived });
        const birthday = on.month === birthDate.month && on.day === birthDate.day;
        const leapling = birthDate.month === 2 && birthDate.day === 29 && on.month === 3 && on.day === 1 && !on.inLeapYear;
        expect(fullYears(birthDate, on) - fullYears(birthDate, on.subtract({ days: 1 }))).toBe(birthday || leapling ? 1 : 0);
        const { verdict } = judge(age, { birthDate, concludedOn: on });
        const years = fullYears(birthDate, on);
        expect(verdict).toBe(years >= 18 && years <= 65 ? 'PASS' : 'FAIL');
      }),
    );
  });

  for (const { clause: point, sentence, validator, good, bad, code } of requirementCases) {
    const clause = `ru-mfo/veritas/${point}`;
    it(`${clause} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject(passed(clause));
      for (const facts of bad) expect(judge(validator, facts)).toMatchObject(failed(code, clause));
    });
  }

  it('are judged only with the facts known: a missing one is named and blocks', () => {
    expect(judge(citizenship, {})).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'FACT_MISSING', missing: ['citizenship'] });
  });

  it('of an edition whose text is not held are not judged at all', () => {
    expect(judge(citizenship, { citizenship: 'UZ' }, '2023-03-12')).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'TEXT_NOT_HELD' });
    expect(rulesOn('2023-03-12').finding?.code).toBe('RU_MFO_EDITION_TEXT_NOT_HELD');
  });
});
