import { CONCLUSION, rules } from '../rule-set';

const read = { confidence: 'READ' } as const;
const secondary = { confidence: 'SECONDARY' } as const;
// Nobody has opened the source yet: kept and shown, and off until somebody confirms it.
const recalled = { confidence: 'RECALLED' } as const;

/**
 * Limits of 353-FZ on consumer loans of up to a year, and the working days during which offered terms can be accepted
 * (later consent concludes nothing, art. 7 part 9). The values before 2023-07-01 are those that the change of that day
 * names as earlier ones; the day on which they had begun was not read, and no edition held here reaches back to it.
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
    rules.law('2020-01-01', '2023-07-01', {
      'rate.daily.max': ['1', 'art. 5 part 23', read],
      'fullCost.max': ['365', 'art. 6 part 11', read],
      'charges.max': ['150', 'art. 5 part 24', read],
      'charges.upToDays': [365, 'art. 5 part 24', read],
      'offer.within': [5, 'art. 7 part 7', recalled],
    }),
    rules.law('2023-07-01', '2026-04-01', {
      'rate.daily.max': ['0.8', 'art. 5 part 23', read],
      'fullCost.max': ['292', 'art. 6 part 11', read],
      'charges.max': ['130', 'art. 5 part 24', read],
      'charges.upToDays': [365, 'art. 5 part 24', read],
      'offer.within': [5, 'art. 7 part 7', recalled],
    }),
    rules.law('2026-04-01', null, {
      'rate.daily.max': ['0.8', 'art. 5 part 23', read],
      'fullCost.max': ['292', 'art. 6 part 11', read],
      'charges.max': ['100', 'art. 5 part 24', secondary],
      'charges.upToDays': [365, 'art. 5 part 24', read],
      'offer.within': [5, 'art. 7 part 7', recalled],
    }),
  ],
});
