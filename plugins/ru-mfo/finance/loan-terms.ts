import { Temporal } from 'temporal-polyfill';
import type { ContractTerms } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import type { Tariff } from '../lenders';
import { fullCostOfCredit } from './full-cost-of-credit';
import { paymentSchedule, scheduleFlows } from './schedule';

export interface WantedLoan {
  /** Decimal string, roubles. */
  readonly amount: string;
  readonly termDays: number;
  readonly startOn: Temporal.PlainDate;
}

/** The tariff at which a contract of this day is made; `null` where the lender has none for it. `tariffs`: latest first. */
export function tariffOn(tariffs: readonly Tariff[], on: Temporal.PlainDate): Tariff | null {
  return tariffs.find(({ from }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(from), on) <= 0) ?? null;
}

/**
 * The terms of a loan at a tariff: schedule and full cost. Interest counts the day after the issue as the first
 * and the day of repayment as the last. What is paid on the day of issue beside it counts into the full cost.
 */
export function loanTerms({ amount, termDays, startOn }: WantedLoan, tariff: Tariff, paidAtIssue = new Decimal(0)): ContractTerms {
  const loan = { principal: new Decimal(amount), dailyRatePercent: new Decimal(tariff.dailyRatePercent), issuedOn: startOn };
  const rows = paymentSchedule(loan, dueDays(termDays, tariff));
  const cost = fullCostOfCredit(scheduleFlows(loan, rows, [{ on: startOn, amount: paidAtIssue }]), 'DAY');
  return {
    principal: loan.principal.toFixed(2),
    currency: 'RUB',
    startOn: startOn.toString(),
    dueOn: startOn.add({ days: termDays }).toString(),
    termDays,
    dailyRate: loan.dailyRatePercent.toFixed(),
    fullCost: { percent: cost.percent.toFixed(3), amount: cost.money.toFixed(2) },
    schedule: rows.map((row) => ({
      no: row.number,
      dueOn: row.dueOn.toString(),
      principal: row.principal.toFixed(2),
      interest: row.interest.toFixed(2),
      fees: '0.00',
    })),
  };
}

/**
 * Days after the issue on which payments are due: one on the last day of a short term, else every so many days.
 * What is left of the term joins the last payment when it is less than half a period, and is a payment of its own otherwise.
 */
function dueDays(termDays: number, { onePaymentUpToDays, instalmentEveryDays: every }: Tariff): number[] {
  if (termDays <= onePaymentUpToDays) return [termDays];
  const days = Array.from({ length: Math.floor(termDays / every) }, (_, i) => (i + 1) * every);
  const rest = termDays % every;
  if (rest > 0 && rest < every / 2) days.pop();
  return rest === 0 ? days : [...days, termDays];
}
