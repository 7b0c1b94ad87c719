import { cite } from '../cite';
import { rules } from '../rules';
import { enforcementEntries } from './enforcement';
import { formationEntries } from './formation';

/**
 * The pledge agreement bears no date of its own. It names the lender's entry in the register of microfinance
 * organisations, made on 2023-11-14: no pledge can have been formed under it before.
 */
export const zubrLeasingRules = rules.lender('by-pledge/zubr-leasing', {
  chosenBy: 'CONTRACT_CONCLUDED_ON',
  basis: cite('by-pledge/1.6'),
  reviewBy: '2027-01-01',
  timeline: [
    rules.edition(
      '2023-11-14',
      null,
      cite('by-pledge/0/pledgee'),
      {
        ...formationEntries,
        ...enforcementEntries,
        'selfSale.max': ['100', cite('by-pledge/5.6/threshold'), { interpretation: 'I-09' }],
        'grace.period': [1, cite('by-pledge/5.4'), { interpretation: 'I-08' }],
        'violation.fine': ['5', cite('by-pledge/4.1'), { interpretation: 'I-09' }],
        'vin.length': [17, cite('by-pledge/A1/row2')],
        'vin.excludedLetters': [['I', 'O', 'Q'], cite('by-pledge/A1/row2')],
        'pledgeValue.places': [2, cite('by-pledge/A1/row6')],
        'inspection.within': [3, cite('by-pledge/3.1/б/present')],
        'restore.within': [5, cite('by-pledge/3.1/е/restore')],
        'reimbursement.within': [3, cite('by-pledge/3.1/м')],
        'register.change.within': [2, cite('by-pledge/3.3/в/b1')],
        'register.exclusion.within': [2, cite('by-pledge/3.3/в/b2')],
        'claim.answer.within': [10, cite('by-pledge/5.5/answer')],
        'addressChange.notice.within': [1, cite('by-pledge/5.14')],
      },
      { title: 'договор залога, обеспечивающий микрозаём', undated: true },
    ),
  ],
});
