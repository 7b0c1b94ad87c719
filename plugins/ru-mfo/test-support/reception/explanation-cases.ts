import {
  explanationChannel,
  explanationLanguage,
  explanationResponsible,
  legalReasoned,
  notMisleading,
  plainLanguage,
  termsExplained,
} from '../../explanations/validators';
import type { ReceptionCase } from './reception-case';

/** Explanations to clients: facts that pass and facts that fail. */
export const explanationCases: readonly ReceptionCase[] = [
  {
    point: '5.1',
    sentence: 'explanations go by SMS',
    validator: explanationChannel,
    good: [{ explanationChannel: 'SMS' }],
    bad: [{ explanationChannel: 'PHONE' }, { explanationChannel: 'POST' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    point: '5.2',
    sentence: 'the director general answers for an explanation, by name',
    validator: explanationResponsible,
    good: [{ explanationResponsible: 'DIRECTOR_GENERAL', explanationPersonNamed: true }],
    bad: [
      { explanationResponsible: 'DIRECTOR_GENERAL', explanationPersonNamed: false },
      { explanationResponsible: 'EMPLOYEE', explanationPersonNamed: true },
      { explanationPersonNamed: true },
    ],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    point: '5.3',
    sentence: 'explanations are in Russian',
    validator: explanationLanguage,
    good: [{ explanationLanguage: 'ru' }],
    bad: [{ explanationLanguage: 'en' }],
    code: 'RU_MFO_LANGUAGE_NOT_ALLOWED',
  },
  {
    point: '5.4/1',
    sentence: 'special terms must be explained',
    validator: termsExplained,
    good: [{ explanationConfirmed: ['TERMS_EXPLAINED'] }],
    bad: [{ explanationConfirmed: ['PLAIN_LANGUAGE', 'NOT_MISLEADING'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.4/2',
    sentence: 'an answer must be plain',
    validator: plainLanguage,
    good: [{ explanationConfirmed: ['PLAIN_LANGUAGE'] }],
    bad: [{ explanationConfirmed: ['TERMS_EXPLAINED', 'NOT_MISLEADING'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.4/3',
    sentence: 'an answer must not mislead',
    validator: notMisleading,
    good: [{ explanationConfirmed: ['NOT_MISLEADING'] }],
    bad: [{ explanationConfirmed: ['TERMS_EXPLAINED', 'PLAIN_LANGUAGE'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.5/а',
    sentence: 'a question of law gets a reasoned answer',
    validator: legalReasoned,
    good: [{ explanationOfLaw: true, explanationReasoned: true }],
    bad: [{ explanationOfLaw: true, explanationReasoned: false }],
    code: 'RU_MFO_EXPLANATION_MISSING',
  },
];
