import { Decimal } from '../../../schema/base';
import type { CreditReport } from '../bureau';

/** What the bureaus' report says of a person's obligations. Sums are decimal strings of roubles. */
export interface BureauAnalysis {
  /** Loans of other creditors that are not repaid (текущие обязательства). */
  readonly currentObligations: number;
  readonly outstanding: string;
  /** Payments on them: how often, and what they come to a month. */
  readonly paymentsPerMonth: number;
  readonly monthlyPayments: string;
  /** History of obligations: the longest delay ever, in days, and what is overdue now. */
  readonly longestOverdueDays: number;
  readonly overdueAmount: string;
}

/** Reads a report for what an assessment needs: history, current obligations, how often and how much is paid. */
export function analyseReport({ openLoans, longestOverdueDays }: Pick<CreditReport, 'openLoans' | 'longestOverdueDays'>): BureauAnalysis {
  const total = (pick: (loan: CreditReport['openLoans'][number]) => string) =>
    openLoans.reduce((sum, loan) => sum.plus(pick(loan)), new Decimal(0)).toFixed(2);
  return {
    currentObligations: openLoans.length,
    outstanding: total(({ outstanding }) => outstanding),
    paymentsPerMonth: openLoans.filter(({ monthlyPayment }) => new Decimal(monthlyPayment).isPositive()).length,
    monthlyPayments: total(({ monthlyPayment }) => monthlyPayment),
    longestOverdueDays,
    overdueAmount: total(({ overdueAmount }) => overdueAmount),
  };
}

/** The sum applied for over the monthly income, four places; half a unit is rounded up. */
export const amountToIncome = (amount: string, income: string): string =>
  new Decimal(amount).div(income).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(4);

export interface ScoreInput {
  /** Monthly income and monthly payments on current obligations, roubles. */
  readonly income: string;
  readonly monthlyPayments: string;
  /** Risk of losing the income, per cent, 0 to 100. */
  readonly lossRisk: string;
  /** What the loan costs a month, roubles, above zero. */
  readonly newPayment: string;
}

export interface Score {
  /** 0 to 1000. */
  readonly value: number;
  readonly solvent: boolean;
}

const FULL = 1000;

/**
 * Solvency by income, formula `income-risk/1`: the income that is sure (income less its risk of loss) without current payments is
 * compared with the loan's payment a month. 500 points mean that it is just covered, 1000 that it is covered twice or more.
 */
export function scoreByIncome({ income, monthlyPayments, lossRisk, newPayment }: ScoreInput): Score {
  const sure = new Decimal(income).mul(new Decimal(100).minus(lossRisk)).div(100).minus(monthlyPayments);
  const coverage = sure.div(newPayment);
  const points = coverage.mul(FULL / 2).toDecimalPlaces(0, Decimal.ROUND_DOWN);
  return { value: Decimal.max(0, Decimal.min(FULL, points)).toNumber(), solvent: coverage.gte(1) };
}
