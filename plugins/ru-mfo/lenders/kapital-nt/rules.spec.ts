import { Temporal } from 'temporal-polyfill';
import { runValidator, type Validator, type Verdict } from '../../../../modules/rules';
import { cardOutlivesLoan } from '../../review/validators';
import { reviewCases } from '../../test-support/review-cases';
import { factsOf, type PlainFacts, rulesOn } from '../../test-support/rule-book';

const LENDER = 'ru-mfo/kapital-nt';
const day = (iso: string) => Temporal.PlainDate.from(iso);
const judge = (validator: Validator, facts: PlainFacts, on = '2023-03-01'): Verdict =>
  runValidator(validator, factsOf(facts), rulesOn(on, 'kapital-nt'));

describe('the rules from the application to the conclusion', () => {
  for (const { clause, sentence, validator, good, bad, code } of reviewCases) {
    const id = `${LENDER}/${clause}`;
    it(`${id} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject({ verdict: 'PASS' });
      for (const facts of bad) {
        const verdict = judge(validator, facts);
        expect(verdict).toMatchObject({ verdict: 'FAIL', code });
        expect(verdict.clauses).toContain(id);
      }
    });
  }

  it('a card whose end nobody told is not judged', () => {
    expect(judge(cardOutlivesLoan, { repaidOn: day('2023-04-05') })).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'NOT_APPLICABLE' });
  });
});
