import { notInForce } from '../../../modules/rules';
import { CONCLUSION, rules } from '../rule-set';
import { secondary } from './confidence';

/** Number of qualified credit bureaus, all of which must be asked; reports name four. */
const allBureaus = { 'bureaus.asked': [4, 'inquiry to all qualified bureaus', secondary] } as const;

/**
 * The law signed on 2025-12-29 on expensive loans: two unpaid ones of more than 200 % at first, then a single one of more than
 * 100 % with a pause after repayment. Most reports name three days of pause, one names four.
 */
export const expensiveLoans = rules.statute('ru/expensive-loans', {
  act: {
    en: 'Federal law signed on 2025-12-29 on expensive microloans',
    ru: 'Федеральный закон от 29.12.2025 об ограничении дорогих микрозаймов',
    be: 'Федэральны закон ад 29.12.2025 аб абмежаванні дарагіх мікрапазык',
  },
  url: 'https://www.garant.ru/products/ipo/prime/doc/413276720/',
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    notInForce('2020-01-01', '2026-10-01'),
    rules.law('2026-10-01', '2027-01-01', {
      ...allBureaus,
      'expensiveLoans.fullCostAbove': ['200', 'expensive loans', secondary],
      'expensiveLoans.max': [2, 'expensive loans', secondary],
    }),
    rules.law('2027-01-01', '2027-04-01', {
      ...allBureaus,
      'expensiveLoans.fullCostAbove': ['200', 'expensive loans', secondary],
      'expensiveLoans.max': [2, 'expensive loans', secondary],
      'prolongation.noCapitalisation': [true, 'unpaid interest stays interest', secondary],
    }),
    rules.law('2027-04-01', null, {
      ...allBureaus,
      'expensiveLoans.fullCostAbove': ['100', 'expensive loans', secondary],
      'expensiveLoans.max': [1, 'expensive loans', secondary],
      'expensiveLoans.pauseDays': [3, 'expensive loans', secondary],
      'prolongation.noCapitalisation': [true, 'unpaid interest stays interest', secondary],
    }),
  ],
});
