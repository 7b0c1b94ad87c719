/** What a lender of this plugin charges from a day on. Lenders' rules name no rate: it stands in their general terms. */
export interface Tariff {
  /** ISO 8601 day from which contracts are made at this tariff. */
  readonly from: string;
  /** Per cent of the principal per day, decimal string. */
  readonly dailyRatePercent: string;
  /** Loans of at most so many days are repaid in one payment. */
  readonly onePaymentUpToDays: number;
  /** Longer ones are repaid every so many days. */
  readonly instalmentEveryDays: number;
  /** Penalty on unpaid principal, per cent a year while interest runs. */
  readonly penaltyYearlyPercent: string;
  /** `false`: assumed for the sandbox, because the lender's general terms are not held. */
  readonly verified: boolean;
}

/** A lender as data: nothing else in this plugin's code knows its name. */
export interface LenderData {
  /** Lasting uuid: every row of the lender is keyed by it. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly legalName: string;
  readonly country: 'RU';
  readonly zone: string;
  readonly currency: 'RUB';
  readonly hosts: readonly string[];
  /** Texts that stand in documents. */
  readonly details: Readonly<Record<string, string>>;
  /** Latest first. */
  readonly tariffs: readonly Tariff[];
  /** The version of the lender's requirements that a person confirms to meet before registration. */
  readonly requirementsVersion: string;
}

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
