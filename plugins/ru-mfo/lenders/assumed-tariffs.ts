import type { Tariff } from './lender-data';

/**
 * The tariff of all three lenders in the sandbox: the highest daily rate that the law allowed when the contract was made.
 * Source of the rates: 353-FZ art. 5 part 23 as changed from 2023-07-01.
 */
export const assumedTariffs: readonly Tariff[] = [
  {
    from: '2023-07-01',
    dailyRatePercent: '0.8',
    onePaymentUpToDays: 30,
    instalmentEveryDays: 14,
    penaltyYearlyPercent: '20',
    verified: false,
  },
  {
    from: '2019-07-01',
    dailyRatePercent: '1',
    onePaymentUpToDays: 30,
    instalmentEveryDays: 14,
    penaltyYearlyPercent: '20',
    verified: false,
  },
];
