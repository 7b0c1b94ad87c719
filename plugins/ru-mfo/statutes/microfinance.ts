import { CONCLUSION, rules } from '../rule-set';
import { read, secondary } from './confidence';

const ceiling = { 'principal.max': ['500000.00', 'art. 12 part 1', read] } as const;

/**
 * What 151-FZ lets a microcredit company (МКК) lend to one person; the day on which the ceiling began was not read.
 * Identification by biometrics (ЕБС) for remote loans reaches microcredit companies a year after the larger microfinance ones.
 */
export const microfinance = rules.statute('ru/microfinance', {
  act: {
    en: 'Federal law 151-FZ on microfinance',
    ru: 'Федеральный закон № 151-ФЗ «О микрофинансовой деятельности и микрофинансовых организациях»',
    be: 'Федэральны закон № 151-ФЗ «Аб мікрафінансавай дзейнасці і мікрафінансавых арганізацыях»',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    rules.law('2020-01-01', '2027-03-01', ceiling),
    rules.law('2027-03-01', null, {
      ...ceiling,
      'identification.biometric': [true, 'biometric identification of remote borrowers', secondary],
    }),
  ],
});
