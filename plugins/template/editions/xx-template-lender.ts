import { cite } from '../cite';
import { rules } from '../rules';

/** The lender's rules by dated editions, half-open; a gap between two would be an entry of its own. */
export const lenderEditions = rules.lender('xx-template/xx-template-lender', {
  chosenBy: 'CONTRACT_CONCLUDED_ON',
  basis: cite('xx-template/1.1'),
  reviewBy: '2027-01-01',
  timeline: [rules.edition('2026-01-01', null, cite('xx-template/1.1'), { 'loan.max': ['1000.00', cite('xx-template/1.2')] })],
});
