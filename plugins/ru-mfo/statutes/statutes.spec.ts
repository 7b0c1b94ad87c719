import { Temporal } from 'temporal-polyfill';
import { rulesOn } from '../test-support/rule-book';
import { statutes } from '.';

type Row = readonly [parameter: string, value: unknown, confidence: 'READ' | 'SECONDARY' | 'RECALLED', clause: string];

const [V, V2, R] = ['READ', 'SECONDARY', 'RECALLED'] as const;
const ORDER = 'OVERDUE_INTEREST OVERDUE_PRINCIPAL PENALTY CURRENT_INTEREST CURRENT_PRINCIPAL OTHER';

/** What the law says from a day on, by a list of facts that was made before these statutes were written. */
const standing = (from: string): readonly Row[] => [
  ['charges.upToDays', 365, V, `ru/consumer-credit/art. 5 part 24@${from}`],
  ['offer.within', 5, R, `ru/consumer-credit/art. 7 part 7@${from}`],
  ['penalty.yearlyMax', '20', R, `ru/consumer-credit/art. 5 part 21@${from}`],
  ['penalty.dailyMax', '0.1', R, `ru/consumer-credit/art. 5 part 21@${from}`],
  ['penalty.principalOnly', true, R, `ru/consumer-credit/art. 5 part 21@${from}`],
  ['repayment.order', ORDER, R, `ru/consumer-credit/art. 5 part 20@${from}`],
];
const rates = (from: string, daily: string, yearly: string, cap: string, capConfidence: Row[2] = V): readonly Row[] => [
  ['rate.daily.max', daily, V, `ru/consumer-credit/art. 5 part 23@${from}`],
  ['fullCost.max', yearly, V, `ru/consumer-credit/art. 6 part 11@${from}`],
  ['charges.max', cap, capConfidence, `ru/consumer-credit/art. 5 part 24@${from}`],
];
const special = (from: string): readonly Row[] => [
  ['specialLoan.amountMax', '10000', V, `ru/special-loan/art. 6.2@${from}`],
  ['specialLoan.daysMax', 15, V, `ru/special-loan/art. 6.2@${from}`],
  ['specialLoan.rateDailyMax', '1', V, `ru/special-loan/art. 6.2@${from}`],
  ['specialLoan.penaltyDaily', '0.1', V, `ru/special-loan/art. 6.2@${from}`],
];
const expensive = (from: string, percent: string, count: number): readonly Row[] => [
  ['bureaus.asked', 4, V2, `ru/expensive-loans/inquiry to all qualified bureaus@${from}`],
  ['expensiveLoans.fullCostAbove', percent, V2, `ru/expensive-loans/expensive loans@${from}`],
  ['expensiveLoans.max', count, V2, `ru/expensive-loans/expensive loans@${from}`],
];
const noCapitalisation = (from: string): Row => [
  'prolongation.noCapitalisation',
  true,
  V2,
  `ru/expensive-loans/unpaid interest stays interest@${from}`,
];

/** By statute and the first day of the stretch. */
const law: Readonly<Record<string, readonly Row[]>> = {
  'ru/consumer-credit 2019-01-28': [
    ...standing('2019-01-28'),
    ['rate.daily.max', '1.5', R, 'ru/consumer-credit/art. 5 part 23@2019-01-28'],
    ['charges.max', '250', R, 'ru/consumer-credit/art. 5 part 24@2019-01-28'],
  ],
  'ru/consumer-credit 2019-07-01': [
    ...standing('2019-07-01'),
    ['rate.daily.max', '1', R, 'ru/consumer-credit/art. 5 part 23@2019-07-01'],
    ['charges.max', '200', R, 'ru/consumer-credit/art. 5 part 24@2019-07-01'],
  ],
  'ru/consumer-credit 2020-01-01': [...standing('2020-01-01'), ...rates('2020-01-01', '1', '365', '150')],
  'ru/consumer-credit 2023-07-01': [...standing('2023-07-01'), ...rates('2023-07-01', '0.8', '292', '130')],
  'ru/consumer-credit 2026-04-01': [...standing('2026-04-01'), ...rates('2026-04-01', '0.8', '292', '100', V2)],
  'ru/special-loan 2019-01-28': [['specialLoan.fixedSumMax', '30', R, 'ru/special-loan/art. 6.2@2019-01-28']],
  'ru/special-loan 2020-01-01': [...special('2020-01-01'), ['specialLoan.fixedSumMax', '30', V, 'ru/special-loan/art. 6.2@2020-01-01']],
  'ru/special-loan 2023-07-01': [...special('2023-07-01'), ['specialLoan.fixedSumMax', '15', V, 'ru/special-loan/art. 6.2@2023-07-01']],
  'ru/microfinance 2020-01-01': [['principal.max', '500000', V, 'ru/microfinance/art. 12 part 1@2020-01-01']],
  'ru/microfinance 2027-03-01': [
    ['principal.max', '500000', V, 'ru/microfinance/art. 12 part 1@2027-03-01'],
    ['identification.biometric', true, V2, 'ru/microfinance/biometric identification of remote borrowers@2027-03-01'],
  ],
  'ru/operations-standard 2019-01-01': [
    ['prolongation.max', 5, V, 'ru/operations-standard/art. 13@2019-01-01'],
    ['prolongation.shortTermDays', 30, V, 'ru/operations-standard/art. 13@2019-01-01'],
    ['prolongation.uncountedDays', 2, V, 'ru/operations-standard/art. 13@2019-01-01'],
    ['shortLoans.max', 9, V, 'ru/operations-standard/short loans in a year@2019-01-01'],
    ['shortLoans.termDays', 30, V, 'ru/operations-standard/short loans in a year@2019-01-01'],
    ['shortLoans.usedMoreThanDays', 7, R, 'ru/operations-standard/short loans in a year@2019-01-01'],
    ['shortLoans.months', 12, V, 'ru/operations-standard/short loans in a year@2019-01-01'],
  ],
  'ru/extra-services 2021-12-30': [['services.withdrawalDays', 14, V2, 'ru/extra-services/art. 7 part 2.9@2021-12-30']],
  'ru/extra-services 2024-01-21': [['services.withdrawalDays', 30, R, 'ru/extra-services/art. 7 part 2.9@2024-01-21']],
  'ru/debt-burden 2024-01-01': [
    ['debtBurden.computed', true, V2, 'ru/debt-burden/art. 5.1@2024-01-01'],
    ['debtBurden.fromAmount', '10000', R, 'ru/debt-burden/art. 5.1@2024-01-01'],
    ['debtBurden.warnedAbove', '50', V2, 'ru/debt-burden/art. 5.1@2024-01-01'],
  ],
  'ru/self-ban 2025-03-01': [['selfBan.refuses', true, V2, 'ru/self-ban/ban at the person’s wish@2025-03-01']],
  'ru/anti-fraud 2025-09-01': [
    ['coolingOff.from', '50000', V2, 'ru/anti-fraud/cooling-off@2025-09-01'],
    ['coolingOff.hours', 4, V2, 'ru/anti-fraud/cooling-off@2025-09-01'],
    ['coolingOff.longAbove', '200000', V2, 'ru/anti-fraud/cooling-off@2025-09-01'],
    ['coolingOff.longHours', 48, V2, 'ru/anti-fraud/cooling-off@2025-09-01'],
    ['payee.isBorrower', true, V2, 'ru/anti-fraud/payee is the borrower@2025-09-01'],
    ['payee.knownAfterLoans', 2, V2, 'ru/anti-fraud/payee is the borrower@2025-09-01'],
    ['payee.knownMonths', 12, V2, 'ru/anti-fraud/payee is the borrower@2025-09-01'],
  ],
  'ru/expensive-loans 2026-10-01': expensive('2026-10-01', '200', 2),
  'ru/expensive-loans 2027-01-01': [...expensive('2027-01-01', '200', 2), noCapitalisation('2027-01-01')],
  'ru/expensive-loans 2027-04-01': [
    ...expensive('2027-04-01', '100', 1),
    ['expensiveLoans.pauseDays', 3, V2, 'ru/expensive-loans/expensive loans@2027-04-01'],
    noCapitalisation('2027-04-01'),
  ],
};

const ofLaw = (day: string, parameter: string, statute: string) =>
  rulesOn(day)
    .parameter(parameter)
    .trace.candidates.filter(({ layer, clause }) => layer === 'statute' && clause.startsWith(`${statute}/`));

describe('the law by its day', () => {
  it.each(Object.entries(law))('%s: each value with its point, and how far it was confirmed', (name, rows) => {
    const [statute, from] = name.split(' ') as [string, string];
    for (const [parameter, value, confidence, clause] of rows) {
      expect(ofLaw(from, parameter, statute)).toMatchObject([{ value, confidence, clause, verified: confidence !== R }]);
      const dayBefore = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
      expect(ofLaw(dayBefore, parameter, statute).map(({ clause: earlier }) => earlier)).not.toContain(clause);
    }
  });

  it('is all in this list, and nothing beside it', () => {
    const written = statutes.flatMap(({ id, timeline }) =>
      timeline.flatMap((stretch) => (stretch.kind === 'STATUTE' ? [[`${id} ${stretch.from}`, Object.keys(stretch.entries).sort()]] : [])),
    );
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(Object.entries(law).map(([name, rows]) => [name, rows.map(([parameter]) => parameter).sort()])),
    );
  });

  it('keeps what is only recalled off as a limit, and uses it where a sum cannot be counted without it', () => {
    const on = rulesOn('2026-11-20');
    expect(on.parameter('debtBurden.fromAmount')).toMatchObject({ bound: null, absence: 'UNVERIFIED' });
    expect(on.parameter('services.withdrawalDays').trace.candidates).toMatchObject([{ counted: false, verified: false }]);
    expect(on.parameter('repayment.order').bound?.value).toBe(ORDER);
    expect(on.parameter('penalty.yearlyMax').trace).toMatchObject({ value: '20', candidates: [{ counted: true, verified: false }] });
  });

  it('binds where it is the stricter, the lender’s own rule where that is, and both are cited on a tie', () => {
    const boundOn = (day: string) => rulesOn(day, 'sotovy').parameter('charges.max').bound!;
    expect(boundOn('2023-06-30')).toMatchObject({ value: '130', citations: [{ clause: 'ru-mfo/sotovy/4.3/1/предел' }] });
    expect(boundOn('2023-07-01').citations.map(({ clause }) => clause)).toEqual([
      'ru/consumer-credit/art. 5 part 24@2023-07-01',
      'ru-mfo/sotovy/4.3/1/предел',
    ]);
    expect(boundOn('2026-04-01')).toMatchObject({ value: '100', citations: [{ clause: 'ru/consumer-credit/art. 5 part 24@2026-04-01' }] });
  });
});
