import { textNotHeld } from '../../../../modules/rules';
import { cite } from '../../cite';
import { CONCLUSION, rules } from '../../rule-set';

/** Order 2009/3 of 2022-09-20. Its clauses are not yet written as parameters, so nothing may be decided by it. */
export const editions = rules.lender('ru-mfo/kapital-nt', {
  chosenBy: CONCLUSION,
  basis: cite('ru-mfo/kapital-nt/44'),
  reviewBy: '2027-04-01',
  timeline: [textNotHeld('2022-09-20', null, cite('ru-mfo/kapital-nt/preamble/1'))],
});
