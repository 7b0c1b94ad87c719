import { Refusal } from '../../../modules/commands';
import type { TermsCalculator } from '../../../modules/contracts';
import { formFinding } from '../../../modules/rules';
import { perform } from '../editions/duties';
import { loanTerms, tariffOn } from '../finance';
import { lenderData } from '../lenders';

/** Sum, term, rate, schedule and full cost by the lender's tariff of the day on which the money is provided. */
export const ruMfoTerms: TermsCalculator = {
  async compute(context, _application, { amount, termDays }, startOn) {
    const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], startOn);
    if (!tariff) throw new Refusal([formFinding('RU_MFO_PRODUCT_NOT_CONFIGURED', ['input'])]);
    perform(context.lender.code, 'terms.essential');
    return loanTerms({ amount, termDays, startOn }, tariff);
  },
};
