import { textNotHeld } from '../../../../modules/rules';
import { cite } from '../../cite';
import { CONCLUSION, rules } from '../../rule-set';

/**
 * The document bears no date; it names a standard of 2023-01-19, so it is taken to stand from then.
 * Its clauses are not yet written as parameters, so nothing may be decided by it.
 */
export const editions = rules.lender('ru-mfo/sotovy', {
  chosenBy: CONCLUSION,
  basis: cite('ru-mfo/sotovy/1.2'),
  reviewBy: '2027-04-01',
  timeline: [textNotHeld('2023-01-19', null, cite('ru-mfo/sotovy/1.1'))],
});
