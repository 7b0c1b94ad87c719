import { fail, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { rules } from '../rules';

/** Stage at which a filed policy is judged. */
export const POLICY = 'POLICY';

/** No money goes out on an item whose insurance was demanded while no policy on it is in force. */
export const insured = rules.validator({
  id: 'by-pledge.insured',
  appliesAt: ['TRANSFER'],
  facts: ['insuranceDemanded', 'insured'],
  cites: [cite('by-pledge/2.5')],
  check: (facts) => (facts.insured || !facts.insuranceDemanded ? pass : fail('BY_PLEDGE_NOT_INSURED', cite('by-pledge/2.5'))),
});

/**
 * AutoCASCO of an insurer licensed in the country, against all damage and loss. What deviates needs the lender's written consent
 * that names it (2.5/г).
 */
export const policyProduct = rules.validator({
  id: 'by-pledge.policy-product',
  appliesAt: [POLICY],
  facts: ['insurer', 'policyProduct', 'policyRisks', 'deviations'],
  params: ['insurance.product', 'insurance.licence', 'insurance.risks'],
  check: (facts, params) => {
    const product = params['insurance.product'];
    const licence = params['insurance.licence'];
    const risks = params['insurance.risks'];
    const allowed = (name: string) => facts.deviations.includes(name);
    const missing = risks.value.filter((risk) => !facts.policyRisks.includes(risk));
    if (facts.policyProduct !== product.value && !allowed('PRODUCT'))
      return fail('BY_PLEDGE_INSURANCE_NOT_COMPLIANT', product, { found: facts.policyProduct, needed: product.value });
    if (facts.insurer !== licence.value && !allowed('LICENCE'))
      return fail('BY_PLEDGE_INSURANCE_NOT_COMPLIANT', licence, { found: facts.insurer, needed: licence.value });
    if (missing.length > 0 && !allowed('RISKS'))
      return fail('BY_PLEDGE_INSURANCE_NOT_COMPLIANT', risks, { found: facts.policyRisks.join(', '), needed: risks.value.join(', ') });
    return pass;
  },
});

export const policyBeneficiary = rules.validator({
  id: 'by-pledge.policy-beneficiary',
  appliesAt: [POLICY],
  facts: ['beneficiary', 'deviations'],
  cites: [cite('by-pledge/2.5/а/beneficiary')],
  check: ({ beneficiary, deviations }) =>
    beneficiary === 'PLEDGEE' || deviations.includes('BENEFICIARY')
      ? pass
      : fail('BY_PLEDGE_INSURANCE_BENEFICIARY', cite('by-pledge/2.5/а/beneficiary'), { beneficiary }),
});

/** In BYN; of another currency at the rate of the day of the policy. */
export const policySum = rules.validator({
  id: 'by-pledge.policy-sum',
  appliesAt: [POLICY],
  facts: ['sumInsured', 'sumRequired', 'deviations', 'policyCurrency'],
  params: ['pledge.currency'],
  cites: [cite('by-pledge/2.5/б'), cite('by-pledge/2.5/г/conversion')],
  check: ({ sumInsured, sumRequired, deviations, policyCurrency }, params) => {
    if (sumInsured.gte(sumRequired) || deviations.includes('SUM')) return pass;
    const isForeign = policyCurrency !== params['pledge.currency'].value;
    const clauses = [cite('by-pledge/2.5/б'), ...(isForeign ? [cite('by-pledge/2.5/г/conversion')] : [])];
    return fail('BY_PLEDGE_INSURANCE_SUM_TOO_LOW', clauses, { sum: sumInsured.toFixed(2), required: sumRequired.toFixed(2) });
  },
});

export const policyDeductible = rules.validator({
  id: 'by-pledge.policy-deductible',
  appliesAt: [POLICY],
  facts: ['deductible', 'deviations'],
  cites: [cite('by-pledge/2.5/в')],
  check: ({ deductible, deviations }) =>
    deductible.isZero() || deviations.includes('DEDUCTIBLE')
      ? pass
      : fail('BY_PLEDGE_INSURANCE_DEDUCTIBLE', cite('by-pledge/2.5/в'), { deductible: deductible.toFixed(2) }),
});

export const policyCurrency = rules.validator({
  id: 'by-pledge.policy-currency',
  appliesAt: [POLICY],
  facts: ['policyCurrency', 'deviations'],
  params: ['pledge.currency', 'insurance.currencies'],
  check: (facts, params) => {
    const others = params['insurance.currencies'];
    const allowed = [params['pledge.currency'].value, ...others.value];
    if (allowed.includes(facts.policyCurrency) || facts.deviations.includes('CURRENCY')) return pass;
    return fail('BY_PLEDGE_INSURANCE_CURRENCY', others, { currency: facts.policyCurrency, allowed: allowed.join(', ') });
  },
});

/** Stage at which something is added to the secured claim. */
export const CLAIM = 'CLAIM';

export const claimItem = rules.validator({
  id: 'by-pledge.claim-item',
  appliesAt: [CLAIM],
  facts: ['claimItem'],
  params: ['claim.items'],
  check: (facts, params) => {
    const items = params['claim.items'];
    return items.value.includes(facts.claimItem) ? pass : fail('BY_PLEDGE_CLAIM_ITEM_NOT_SECURED', items, { item: facts.claimItem });
  },
});
