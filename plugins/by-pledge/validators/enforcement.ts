import { fail, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { rules } from '../rules';
import { violationFine } from '../violations/violation-fine';

/** Up to so many base values of the loan contract's day, that value included, the lender sells by itself; above, a court must decide. */
export const selfSale = rules.validator({
  id: 'by-pledge.self-sale',
  appliesAt: ['SELF_SALE'],
  facts: ['valuation', 'baseValueAtLoan'],
  params: ['selfSale.max'],
  check: ({ valuation, baseValueAtLoan }, params) => {
    const max = params['selfSale.max'];
    const limit = max.decimal.times(baseValueAtLoan);
    if (valuation.lte(limit)) return pass;
    return fail('BY_PLEDGE_SELF_SALE_NOT_ALLOWED', max, { valuation: valuation.toFixed(2), limit: limit.toFixed(2) });
  },
});

/** A fine of exactly the agreed size, once for one violation. */
export const fine = rules.validator({
  id: 'by-pledge.violation-fine',
  appliesAt: ['FINE'],
  facts: ['fine', 'baseValueAtViolation', 'alreadyFined'],
  params: ['violation.fine'],
  cites: [cite('by-pledge/4.1')],
  check: (facts, params) => {
    const bound = params['violation.fine'];
    const due = violationFine(bound, facts.baseValueAtViolation);
    if (!facts.alreadyFined && facts.fine.eq(due)) return pass;
    return fail('BY_PLEDGE_FINE_NOT_CHARGEABLE', bound, { due: due.toFixed(2), alreadyFined: facts.alreadyFined });
  },
});
