import { processCases } from '../test-support/process-cases';
import { judge } from '../test-support/rule-book';
import { groundCreditHistory, groundData, groundNotEligible, groundOther } from './decision';

describe('the way from registration to conclusion', () => {
  for (const { clause: point, sentence, validator, good, bad, code } of processCases) {
    const clause = `ru-mfo/veritas/${point}`;
    it(`${clause} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject({ verdict: 'PASS', clauses: [clause] });
      for (const facts of bad) {
        expect(judge(validator, facts)).toMatchObject({ verdict: 'FAIL', code, clauses: [clause], edition: 'ru-mfo/veritas/2023-03-13' });
      }
    });
  }

  it('a ground that was not named is not judged', () => {
    for (const validator of [groundNotEligible, groundCreditHistory, groundData, groundOther]) {
      expect(judge(validator, { grounds: [] })).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'NOT_APPLICABLE' });
    }
  });
});
