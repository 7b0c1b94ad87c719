import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/** Stages of this plugin: somebody asks for an explanation, somebody answers. */
export const EXPLAIN = 'EXPLAIN';
export const ANSWER = 'ANSWER_EXPLANATION';

export const explanationChannel = rules.validator({
  id: 'ru-mfo.explanation-channel',
  appliesAt: [EXPLAIN],
  facts: ['explanationChannel'],
  params: ['explanation.channels'],
  path: ['input', 'channel'],
  check: (facts, { 'explanation.channels': allowed }) =>
    allowed.value.includes(facts.explanationChannel)
      ? pass
      : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: facts.explanationChannel }),
});

export const explanationResponsible = rules.validator({
  id: 'ru-mfo.explanation-responsible',
  appliesAt: [ANSWER],
  facts: ['explanationPersonNamed'],
  optionalFacts: ['explanationResponsible'],
  params: ['explanation.responsible'],
  path: ['input', 'responsiblePerson'],
  check: ({ explanationPersonNamed: named, explanationResponsible: post }, { 'explanation.responsible': required }) =>
    named && post === required.value ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: `responsible: ${required.value}` }),
});

export const explanationLanguage = rules.validator({
  id: 'ru-mfo.explanation-language',
  appliesAt: [ANSWER],
  facts: ['explanationLanguage'],
  params: ['explanation.language'],
  path: ['input', 'language'],
  check: (facts, { 'explanation.language': required }) =>
    facts.explanationLanguage === required.value
      ? pass
      : fail('RU_MFO_LANGUAGE_NOT_ALLOWED', required, { language: facts.explanationLanguage, required: required.value }),
});

/** One item of the list that whoever answers confirms. */
const confirmation = <const P extends 'explanation.termsExplained' | 'explanation.plain' | 'explanation.notMisleading'>(
  id: string,
  param: P,
  item: string,
) =>
  rules.validator({
    id,
    appliesAt: [ANSWER],
    facts: ['explanationConfirmed'],
    params: [param],
    path: ['input', 'confirmed'],
    check: ({ explanationConfirmed }, params) =>
      explanationConfirmed.includes(item) || !params[param].value ? pass : fail('RU_MFO_EXPLANATION_CHECKLIST', params[param], { item }),
  });

export const termsExplained = confirmation('ru-mfo.explanation-terms', 'explanation.termsExplained', 'TERMS_EXPLAINED');
export const plainLanguage = confirmation('ru-mfo.explanation-plain', 'explanation.plain', 'PLAIN_LANGUAGE');
export const notMisleading = confirmation('ru-mfo.explanation-not-misleading', 'explanation.notMisleading', 'NOT_MISLEADING');

export const legalReasoned = rules.validator({
  id: 'ru-mfo.explanation-of-law',
  appliesAt: [ANSWER],
  facts: ['explanationOfLaw', 'explanationReasoned'],
  params: ['explanation.legalReasoned'],
  path: ['input', 'grounds'],
  check: ({ explanationOfLaw, explanationReasoned }, { 'explanation.legalReasoned': required }) => {
    if (!explanationOfLaw) return notApplicable;
    return explanationReasoned || !required.value ? pass : fail('RU_MFO_EXPLANATION_MISSING', required);
  },
});

export const explanationValidators = [
  explanationChannel,
  explanationResponsible,
  explanationLanguage,
  termsExplained,
  plainLanguage,
  notMisleading,
  legalReasoned,
];
