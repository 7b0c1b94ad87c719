import { type ParameterDeclarations, silent } from '../../../modules/rules';

/** What law fixes beside every lender's rules. A lender's document that speaks of one is laid over it, and the stricter binds. */
export const lawParameters = {
  /**
   * The special loan (353-FZ art. 6.2): a lender may promise a fixed sum of payments for small short unsecured loans.
   * `elected`: the lender's rules make every loan within both bounds a special one.
   */
  'specialLoan.elected': { unit: 'FLAG', stricter: 'HIGHER' },
  'specialLoan.amountMax': { unit: 'MONEY', stricter: 'HIGHER', currency: 'RUB' },
  'specialLoan.daysMax': { unit: 'DAYS', stricter: 'HIGHER' },
  /** The fixed sum (фиксируемая сумма платежей): interest, fees and measures of liability, per cent of the loan. */
  'specialLoan.fixedSumMax': { unit: 'PERCENT', stricter: 'LOWER' },
  'specialLoan.rateDailyMax': { unit: 'PERCENT_PER_DAY', stricter: 'LOWER' },
  /** What alone may accrue beyond the fixed sum, per cent of the overdue principal per day. */
  'specialLoan.penaltyDaily': { unit: 'PERCENT_PER_DAY', stricter: 'LOWER', use: 'CALCULATION' },
  /** Penalty while interest runs, and while it does not. */
  'penalty.yearlyMax': { unit: 'PERCENT_PER_YEAR', stricter: 'LOWER', use: 'CALCULATION' },
  'penalty.dailyMax': { unit: 'PERCENT_PER_DAY', stricter: 'LOWER', use: 'CALCULATION' },
  /** Whether penalties count on unpaid principal alone. */
  'penalty.principalOnly': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Order in which a payment that does not cover all repays a debt: codes with a space between them, the first paid first. */
  'repayment.order': { unit: 'TEXT', stricter: 'NONE', use: 'CALCULATION' },
  /** Prolongations of a loan whose first term is at most `shortTermDays`; one of at most `uncountedDays` is not counted. */
  'prolongation.max': { unit: 'COUNT', stricter: 'LOWER' },
  'prolongation.shortTermDays': { unit: 'DAYS', stricter: 'HIGHER' },
  'prolongation.uncountedDays': { unit: 'DAYS', stricter: 'LOWER' },
  /** Whether addenda may not turn unpaid interest or penalty into principal. */
  'prolongation.noCapitalisation': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Short loans of one person within so many months before the application; those used for no more than so many days do not count. */
  'shortLoans.max': { unit: 'COUNT', stricter: 'LOWER' },
  'shortLoans.termDays': { unit: 'DAYS', stricter: 'HIGHER' },
  'shortLoans.usedMoreThanDays': { unit: 'DAYS', stricter: 'LOWER' },
  'shortLoans.months': { unit: 'CALENDAR_MONTHS', stricter: 'HIGHER' },
  /** Days within which a paid service can be given up for its price. */
  'services.withdrawalDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** Whether a self-ban (самозапрет) forbids to approve. */
  'selfBan.refuses': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Cooling-off (период охлаждения): hours between signing and transfer for loans from the first sum on, and above the second. */
  'coolingOff.from': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  'coolingOff.hours': { unit: 'HOURS', stricter: 'HIGHER' },
  'coolingOff.longAbove': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  'coolingOff.longHours': { unit: 'HOURS', stricter: 'HIGHER' },
  /** Debt burden (показатель долговой нагрузки, ПДН): computed at all, for sums from this on, and warned of above this. */
  'debtBurden.computed': { unit: 'FLAG', stricter: 'HIGHER' },
  'debtBurden.fromAmount': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  'debtBurden.warnedAbove': { unit: 'PERCENT', stricter: 'LOWER' },
  /** An expensive loan has a higher full cost than this; so many unpaid ones of one person, with the new one, and a pause after repayment. */
  'expensiveLoans.fullCostAbove': { unit: 'PERCENT_PER_YEAR', stricter: 'LOWER' },
  'expensiveLoans.max': { unit: 'COUNT', stricter: 'LOWER' },
  'expensiveLoans.pauseDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** How many qualified credit bureaus must have answered. */
  'bureaus.asked': { unit: 'COUNT', stricter: 'HIGHER' },
  /** Whether the holder of account or card must be the borrower; not asked again after so many loans to the same one in so many months. */
  'payee.isBorrower': { unit: 'FLAG', stricter: 'HIGHER' },
  'payee.knownAfterLoans': { unit: 'COUNT', stricter: 'HIGHER' },
  'payee.knownMonths': { unit: 'CALENDAR_MONTHS', stricter: 'LOWER' },
  /** Whether a remote borrower is identified by biometrics (ЕБС). */
  'identification.biometric': { unit: 'FLAG', stricter: 'HIGHER' },
} as const satisfies ParameterDeclarations;

/**
 * For the editions of lenders whose documents speak of none of these: law alone binds.
 * Spread first; what a document does speak of follows it.
 */
export const lawAlone = Object.freeze(
  Object.fromEntries(Object.keys(lawParameters).map((name) => [name, silent])) as {
    readonly [K in keyof typeof lawParameters]: typeof silent;
  },
);

export const lawFacts = {
  /** Kinds of the self-bans in force that reach this loan; unknown before the bureaus answered, and where they could not tell. */
  selfBans: 'CODES',
  bureausAsked: 'COUNT',
  /** Full cost of each unpaid microloan of any lender, per cent a year; `UNKNOWN` where the bureau was not told. */
  openFullCosts: 'CODES',
  /** Day of repayment and full cost of the microloan with this lender that was repaid last; absent where there was none. */
  expensiveRepaidOn: 'DATE',
  expensiveRepaidCost: 'DECIMAL',
  /** Monthly payments on other debts, monthly income, and what the new loan costs a month; roubles. */
  monthlyDebt: 'DECIMAL',
  monthlyIncome: 'DECIMAL',
  monthlyPayment: 'DECIMAL',
  /** Whether the person signed the warning about debt burden. */
  debtBurdenWarned: 'FLAG',
  /** The sum of the contract that waits for its money, and whole minutes since it was signed. */
  loanAmount: 'DECIMAL',
  minutesSinceSigning: 'COUNT',
  /** Whether account or card is the borrower's; absent where nobody told. Loans that went to the same one before. */
  payeeMatches: 'FLAG',
  loansToPayee: 'COUNT',
} as const;
