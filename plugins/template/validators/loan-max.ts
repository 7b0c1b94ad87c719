import { fail, pass } from '../../../modules/rules';
import { rules } from '../rules';

/** A pure function of facts and parameters; its clause is that of the parameter that bound. */
export const loanMax = rules.validator({
  id: 'xx-template.loan-max',
  appliesAt: ['START', 'SUBMIT', 'DECIDE'],
  facts: ['amount'],
  params: ['loan.max'],
  path: ['input', 'amount'],
  check: ({ amount }, params) => {
    const max = params['loan.max'];
    return amount.lte(max.decimal) ? pass : fail('XX_TEMPLATE_LOAN_ABOVE_MAX', max, { amount: amount.toFixed(2), max: max.value });
  },
});
