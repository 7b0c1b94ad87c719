import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';

/** Stage of this plugin: an assessment is finished. */
const ASSESS = ['ASSESS'];

export const solvencySources = rules.validator({
  id: 'ru-mfo.solvency-sources',
  appliesAt: ASSESS,
  facts: ['assessmentSources'],
  params: ['assessment.sourced', 'assessment.sources.allowed'],
  path: ['input', 'sources'],
  check: ({ assessmentSources }, { 'assessment.sourced': sourced, 'assessment.sources.allowed': allowed }) => {
    const unknown = missingFrom(allowed.value, assessmentSources);
    const named = assessmentSources.length > 0 || !sourced.value;
    return named && unknown.length === 0 ? pass : fail('RU_MFO_SOLVENCY_SOURCE_MISSING', sourced, { allowed: allowed.value.join(', ') });
  },
});

export const amountToIncomeCounted = rules.validator({
  id: 'ru-mfo.amount-to-income',
  appliesAt: ASSESS,
  facts: ['amountToIncomeKnown'],
  params: ['solvency.amountToIncome'],
  check: ({ amountToIncomeKnown }, { 'solvency.amountToIncome': required }) =>
    amountToIncomeKnown || !required.value ? pass : fail('RU_MFO_SOLVENCY_CRITERION_MISSING', required, { missing: 'AMOUNT_TO_INCOME' }),
});

/** Criteria and methods of which each must hold all that its clause names. */
const complete = <
  const P extends 'solvency.position' | 'solvency.external' | 'solvency.bureau' | 'solvency.income',
  const F extends 'positionItems' | 'externalLevels' | 'bureauItems' | 'incomeInputs',
>(
  id: string,
  param: P,
  fact: F,
) =>
  rules.validator({
    id,
    appliesAt: ASSESS,
    facts: [fact],
    params: [param],
    path: ['input', 'solvency'],
    check: (facts, params) => {
      const missing = missingFrom(facts[fact] as readonly string[], params[param].value);
      return missing.length === 0 ? pass : fail('RU_MFO_SOLVENCY_CRITERION_MISSING', params[param], { missing: missing.join(', ') });
    },
  });

export const positionComplete = complete('ru-mfo.solvency-position', 'solvency.position', 'positionItems');
export const externalComplete = complete('ru-mfo.solvency-external', 'solvency.external', 'externalLevels');
export const bureauComplete = complete('ru-mfo.solvency-bureau', 'solvency.bureau', 'bureauItems');
export const incomeComplete = complete('ru-mfo.solvency-income', 'solvency.income', 'incomeInputs');

export const categoryKnown = rules.validator({
  id: 'ru-mfo.solvency-category',
  appliesAt: ASSESS,
  facts: ['capacityChecked'],
  optionalFacts: ['clientCategory'],
  params: ['solvency.categories'],
  path: ['input', 'solvency'],
  check: ({ clientCategory, capacityChecked }, { 'solvency.categories': categories }) =>
    clientCategory !== undefined && categories.value.includes(clientCategory) && capacityChecked
      ? pass
      : fail('RU_MFO_SOLVENCY_CRITERION_MISSING', categories, { missing: 'CLIENT_CATEGORY' }),
});

export const applicationScored = rules.validator({
  id: 'ru-mfo.application-scored',
  appliesAt: ['ASSESS', 'APPROVAL'],
  facts: ['scored'],
  params: ['solvency.scoring'],
  check: ({ scored }, { 'solvency.scoring': required }) => (scored || !required.value ? pass : fail('RU_MFO_SCORING_MISSING', required)),
});

export const solvencyValidators = [
  solvencySources,
  amountToIncomeCounted,
  positionComplete,
  externalComplete,
  bureauComplete,
  incomeComplete,
  categoryKnown,
  applicationScored,
];
