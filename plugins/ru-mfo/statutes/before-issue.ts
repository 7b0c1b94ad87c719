import { notInForce } from '../../../modules/rules';
import { CONCLUSION, rules } from '../rule-set';
import { recalled, secondary } from './confidence';

/** Debt burden (показатель долговой нагрузки): 353-FZ art. 5.1. */
export const debtBurden = rules.statute('ru/debt-burden', {
  act: {
    en: 'Federal law 353-FZ on consumer credit (loans), debt burden',
    ru: 'Федеральный закон № 353-ФЗ «О потребительском кредите (займе)», показатель долговой нагрузки',
    be: 'Федэральны закон № 353-ФЗ «Аб спажывецкім крэдыце (пазыцы)», паказчык даўгавой нагрузкі',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    notInForce('2020-01-01', '2024-01-01'),
    rules.law('2024-01-01', null, {
      'debtBurden.computed': [true, 'art. 5.1', secondary],
      'debtBurden.fromAmount': ['10000.00', 'art. 5.1', recalled],
      'debtBurden.warnedAbove': ['50', 'art. 5.1', secondary],
    }),
  ],
});

/** The self-ban (самозапрет): a person may forbid to be lent to, and the lender asks the bureaus before it contracts. */
export const selfBan = rules.statute('ru/self-ban', {
  act: {
    en: 'Federal law 31-FZ of 2024-02-26 on the ban of loans at the person’s wish',
    ru: 'Федеральный закон № 31-ФЗ от 26.02.2024 о запрете на заключение договоров потребительского кредита (займа)',
    be: 'Федэральны закон № 31-ФЗ ад 26.02.2024 аб забароне на заключэнне дагавораў спажывецкага крэдыту (пазыкі)',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    notInForce('2020-01-01', '2025-03-01'),
    rules.law('2025-03-01', null, { 'selfBan.refuses': [true, 'ban at the person’s wish', secondary] }),
  ],
});

/**
 * Measures against loans taken under somebody's influence: the cooling-off time between signing and transfer, and the check
 * whose account the money goes to. Reports differ on a sum of exactly 50 000: until the text is read, it waits too.
 */
export const antiFraud = rules.statute('ru/anti-fraud', {
  act: {
    en: 'Federal law 9-FZ of 2025-02-13 against fraud with loans',
    ru: 'Федеральный закон № 9-ФЗ от 13.02.2025 о противодействии мошенничеству с займами',
    be: 'Федэральны закон № 9-ФЗ ад 13.02.2025 аб супрацьдзеянні махлярству з пазыкамі',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    notInForce('2020-01-01', '2025-09-01'),
    rules.law('2025-09-01', null, {
      'coolingOff.from': ['50000.00', 'cooling-off', secondary],
      'coolingOff.hours': [4, 'cooling-off', secondary],
      'coolingOff.longAbove': ['200000.00', 'cooling-off', secondary],
      'coolingOff.longHours': [48, 'cooling-off', secondary],
      'payee.isBorrower': [true, 'payee is the borrower', secondary],
      'payee.knownAfterLoans': [2, 'payee is the borrower', secondary],
      'payee.knownMonths': [12, 'payee is the borrower', secondary],
    }),
  ],
});
