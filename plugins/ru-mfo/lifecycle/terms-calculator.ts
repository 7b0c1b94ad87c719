import { Refusal } from '../../../modules/commands';
import type { TermsCalculator } from '../../../modules/contracts';
import { formFinding, resolveRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { addonEffect, joinedAddons } from '../addons/addon-terms';
import { loanTerms, tariffOn } from '../finance';
import { PLUGIN } from '../ids';
import { lenderData, perform } from '../lenders';
import { rules } from '../rule-set';

/**
 * Sum, term, schedule and full cost for the day on which the money is provided. The rate is the lender's of the day of the offer;
 * an accepted one changes only where the law of the day of conclusion allows less (353-FZ art. 5 part 23).
 */
export const ruMfoTerms: TermsCalculator = {
  async compute(context, application, { amount, termDays, accepted }, startOn) {
    const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], startOn);
    if (!tariff) throw new Refusal([formFinding('RU_MFO_PRODUCT_NOT_CONFIGURED', ['input'])]);
    perform(context.lender.code, 'terms.essential');
    if (!accepted?.dailyRate) return loanTerms({ amount, termDays, startOn }, tariff);
    const highest = rules.read(resolveRules(context.extensions, PLUGIN, context.lender.code, startOn), 'rate.daily.max');
    const dailyRate = highest ? Decimal.min(accepted.dailyRate, highest.decimal) : new Decimal(accepted.dailyRate);
    const joined = await joinedAddons(context, application.id);
    const paidAtIssue = addonEffect(context.lender.code, joined, new Decimal(amount))?.price;
    return loanTerms({ amount, termDays, startOn }, { ...tariff, dailyRatePercent: dailyRate.toFixed() }, paidAtIssue);
  },
};
