import { CONCLUSION, rules } from '../rule-set';
import { read, recalled, secondary } from './confidence';

/** What every contract of these years follows: penalties and the order of repayment (art. 5 parts 20 and 21), the offer's term (art. 7). */
const standing = {
  'charges.upToDays': [365, 'art. 5 part 24', read],
  'offer.within': [5, 'art. 7 part 7', recalled],
  'penalty.yearlyMax': ['20', 'art. 5 part 21', recalled],
  'penalty.dailyMax': ['0.1', 'art. 5 part 21', recalled],
  'penalty.principalOnly': [true, 'art. 5 part 21', recalled],
  'repayment.order': ['OVERDUE_INTEREST OVERDUE_PRINCIPAL PENALTY CURRENT_INTEREST CURRENT_PRINCIPAL OTHER', 'art. 5 part 20', recalled],
} as const;

const earlierRates = {
  'rate.daily.max': ['1', 'art. 5 part 23', read],
  'fullCost.max': ['365', 'art. 6 part 11', read],
} as const;

const presentRates = {
  'rate.daily.max': ['0.8', 'art. 5 part 23', read],
  'fullCost.max': ['292', 'art. 6 part 11', read],
} as const;

/**
 * Limits of 353-FZ on consumer loans of up to a year, and the working days during which offered terms can be accepted
 * (later consent concludes nothing, art. 7 part 9). The values before 2023-07-01 are those that the change of that day
 * names as earlier ones; those of 2019 are recalled only, and no edition held here reaches back to them.
 */
export const consumerCredit = rules.statute('ru/consumer-credit', {
  act: {
    en: 'Federal law 353-FZ on consumer credit (loans)',
    ru: 'Федеральный закон № 353-ФЗ «О потребительском кредите (займе)»',
    be: 'Федэральны закон № 353-ФЗ «Аб спажывецкім крэдыце (пазыцы)»',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    rules.law('2019-01-28', '2019-07-01', {
      ...standing,
      'rate.daily.max': ['1.5', 'art. 5 part 23', recalled],
      'charges.max': ['250', 'art. 5 part 24', recalled],
    }),
    rules.law('2019-07-01', '2020-01-01', {
      ...standing,
      'rate.daily.max': ['1', 'art. 5 part 23', recalled],
      'charges.max': ['200', 'art. 5 part 24', recalled],
    }),
    rules.law('2020-01-01', '2023-07-01', { ...standing, ...earlierRates, 'charges.max': ['150', 'art. 5 part 24', read] }),
    rules.law('2023-07-01', '2026-04-01', { ...standing, ...presentRates, 'charges.max': ['130', 'art. 5 part 24', read] }),
    rules.law('2026-04-01', null, { ...standing, ...presentRates, 'charges.max': ['100', 'art. 5 part 24', secondary] }),
  ],
});
