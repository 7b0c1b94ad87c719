import { CONCLUSION, rules } from '../rule-set';
import { read, recalled } from './confidence';

/**
 * The basic standard of operations of microfinance organisations: how often a short loan may be prolonged, and how many of them
 * one person may take in a year. Points that were met without their number are named by what they say.
 */
export const operationsStandard = rules.statute('ru/operations-standard', {
  act: {
    en: 'Basic standard of operations of microfinance organisations',
    ru: 'Базовый стандарт совершения микрофинансовой организацией операций на финансовом рынке',
    be: 'Базавы стандарт ажыццяўлення мікрафінансавай арганізацыяй аперацый на фінансавым рынку',
  },
  url: 'https://www.consultant.ru/document/cons_doc_LAW_218535/',
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    rules.law('2019-01-01', null, {
      'prolongation.max': [5, 'art. 13', read],
      'prolongation.shortTermDays': [30, 'art. 13', read],
      'prolongation.uncountedDays': [2, 'art. 13', read],
      'shortLoans.max': [9, 'short loans in a year', read],
      'shortLoans.termDays': [30, 'short loans in a year', read],
      'shortLoans.usedMoreThanDays': [7, 'short loans in a year', recalled],
      'shortLoans.months': [12, 'short loans in a year', read],
    }),
  ],
});
