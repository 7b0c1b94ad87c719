import { fail, notApplicable, pass } from '../../../modules/rules';
import { explanationValidators } from '../explanations/validators';
import { siteZone } from '../publications/site-zone';
import { rules } from '../rule-set';
import { APPROVAL } from '../validators/approval';
import { missingFrom } from '../validators/sets';

export const productRequirements = rules.validator({
  id: 'ru-mfo.product-requirements',
  appliesAt: ['DECIDE'],
  facts: ['unmetProductRequirements'],
  params: ['product.requirements'],
  check: ({ unmetProductRequirements: unmet }, { 'product.requirements': source }) =>
    unmet.length === 0
      ? pass
      : fail('RU_MFO_PRODUCT_REQUIREMENT_NOT_MET', source, { requirements: unmet.join(', '), document: source.value }),
});

// What is not known yet does not refuse anybody: that something must be known before an approval is another rule's matter.

export const solvency = rules.validator({
  id: 'ru-mfo.solvency',
  appliesAt: ['DECIDE'],
  facts: [],
  optionalFacts: ['solvent'],
  params: ['solvency.required'],
  check: ({ solvent }, { 'solvency.required': required }) => {
    if (solvent === undefined) return notApplicable;
    return solvent || !required.value ? pass : fail('RU_MFO_SOLVENCY_NEGATIVE', required);
  },
});

export const reputation = rules.validator({
  id: 'ru-mfo.reputation',
  appliesAt: ['DECIDE'],
  facts: ['reputationAdverse'],
  params: ['reputation.clean'],
  check: ({ reputationAdverse }, { 'reputation.clean': required }) =>
    reputationAdverse && required.value ? fail('RU_MFO_REPUTATION_ADVERSE', required) : pass,
});

export const priorContract = rules.validator({
  id: 'ru-mfo.prior-contract',
  appliesAt: ['DECIDE'],
  facts: [],
  optionalFacts: ['priorContractLateDays'],
  params: ['priorContract.kept'],
  check: ({ priorContractLateDays: days }, { 'priorContract.kept': required }) => {
    if (days === undefined) return notApplicable;
    return days === 0 || !required.value ? pass : fail('RU_MFO_PRIOR_BREACH', required, { days });
  },
});

/** So many short loans before the application bar another one. */
export const shortLoans = rules.validator({
  id: 'ru-mfo.short-loans',
  appliesAt: ['DECIDE'],
  facts: ['shortLoansTaken'],
  params: ['shortLoans.max'],
  check: ({ shortLoansTaken: taken }, { 'shortLoans.max': max }) =>
    taken < max.value ? pass : fail('RU_MFO_SHORT_LOANS_PER_YEAR', max, { taken, limit: max.value }),
});

export const openShortLoan = rules.validator({
  id: 'ru-mfo.open-short-loan',
  appliesAt: ['DECIDE'],
  facts: [],
  optionalFacts: ['shortestOpenTermDays'],
  params: ['openShortLoan.termDays'],
  check: ({ shortestOpenTermDays: days }, { 'openShortLoan.termDays': limit }) => {
    if (days === undefined) return pass;
    return days > limit.value ? pass : fail('RU_MFO_CONCURRENT_SHORT_LOAN', limit, { termDays: days, limit: limit.value });
  },
});

export const militaryRegister = rules.validator({
  id: 'ru-mfo.military-register',
  appliesAt: ['DECIDE'],
  facts: [],
  optionalFacts: ['militaryMeasures'],
  params: ['military.register'],
  check: ({ militaryMeasures }, { 'military.register': required }) => {
    if (militaryMeasures === undefined) return notApplicable;
    return militaryMeasures && required.value ? fail('RU_MFO_MILITARY_REGISTER', required) : pass;
  },
});

/** A reply no older than the application must be there before an approval. */
export const militaryRegisterAsked = rules.validator({
  id: 'ru-mfo.military-register-asked',
  appliesAt: [APPROVAL],
  facts: [],
  optionalFacts: ['militaryMeasures'],
  params: ['military.register'],
  check: ({ militaryMeasures }, { 'military.register': required }) =>
    militaryMeasures !== undefined || !required.value ? pass : fail('RU_MFO_REGISTER_REPLY_MISSING', required, { register: 'MILITARY' }),
});

export const published = rules.validator({
  id: 'ru-mfo.published',
  appliesAt: ['REGISTER'],
  facts: ['publishedKinds'],
  params: ['publish.rules', 'publish.information', 'publish.generalTerms'],
  check: ({ publishedKinds }, params) => {
    for (const [kind, required] of [
      ['RULES', params['publish.rules']],
      ['INFORMATION', params['publish.information']],
      ['GENERAL_TERMS', params['publish.generalTerms']],
    ] as const) {
      if (required.value && !publishedKinds.includes(kind)) return fail('RU_MFO_PUBLISHED_DOCUMENT_MISSING', required, { document: kind });
    }
    return pass;
  },
});

export const documentsAgreed = rules.validator({
  id: 'ru-mfo.documents-agreed',
  appliesAt: ['REGISTER'],
  facts: ['agreedKinds'],
  params: ['documents.agreed'],
  path: ['input', 'agreed'],
  check: ({ agreedKinds }, { 'documents.agreed': required }) => {
    const missing = missingFrom(agreedKinds, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_TERMS_NOT_ACCEPTED', required, { documents: missing.join(', ') });
  },
});

/** Who is lent to at all, and who may have an account. */
export const receptionEligibility = [
  productRequirements,
  solvency,
  reputation,
  priorContract,
  shortLoans,
  openShortLoan,
  militaryRegister,
  militaryRegisterAsked,
  published,
  documentsAgreed,
  siteZone,
  ...explanationValidators,
];
