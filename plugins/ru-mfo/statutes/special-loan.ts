import { CONCLUSION, rules } from '../rule-set';
import { read, recalled } from './confidence';

const bounds = {
  'specialLoan.amountMax': ['10000.00', 'art. 6.2', read],
  'specialLoan.daysMax': [15, 'art. 6.2', read],
  'specialLoan.rateDailyMax': ['1', 'art. 6.2', read],
  'specialLoan.penaltyDaily': ['0.1', 'art. 6.2', read],
} as const;

/**
 * 353-FZ art. 6.2: a small short unsecured loan whose lender promises a fixed sum of payments. The law lets such a loan
 * pass the general caps; here the general ones stay in force beside it, so that the stricter binds.
 */
export const specialLoan = rules.statute('ru/special-loan', {
  act: {
    en: 'Federal law 353-FZ on consumer credit (loans), special loans',
    ru: 'Федеральный закон № 353-ФЗ «О потребительском кредите (займе)», специальный заём',
    be: 'Федэральны закон № 353-ФЗ «Аб спажывецкім крэдыце (пазыцы)», спецыяльная пазыка',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    rules.law('2019-01-28', '2020-01-01', { 'specialLoan.fixedSumMax': ['30', 'art. 6.2', recalled] }),
    rules.law('2020-01-01', '2023-07-01', { ...bounds, 'specialLoan.fixedSumMax': ['30', 'art. 6.2', read] }),
    rules.law('2023-07-01', null, { ...bounds, 'specialLoan.fixedSumMax': ['15', 'art. 6.2', read] }),
  ],
});
