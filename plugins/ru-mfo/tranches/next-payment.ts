import { Temporal } from 'temporal-polyfill';
import type { ContractCourse, ContractTerms, Instalment, LedgerState } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import type { ScheduleRow } from '../finance';
import type { PlannedRow, TrancheOnSchedule } from './recalculation';

const plannedRow = ({ dueOn, principal, interest }: Instalment): PlannedRow => ({
  dueOn: Temporal.PlainDate.from(dueOn),
  principal: new Decimal(principal),
  interest: new Decimal(interest),
});

/**
 * What a sum provided on a running contract meets: the payments to come by the schedule that stood before any of them was paid ahead,
 * and what was brought in for them beyond what was due by now.
 * @param state the balances at the end of `on`, the sum itself not among them
 */
export function meets(
  { versions, payments }: ContractCourse,
  state: Pick<LedgerState, 'principal' | 'interest'>,
  amount: Decimal,
  on: Temporal.PlainDate,
): TrancheOnSchedule {
  const day = on.toString();
  const agreed = agreedVersion(versions);
  const { schedule, dailyRate } = agreed.terms;
  const today = schedule.find(({ dueOn }) => dueOn === day);
  const rows = schedule.filter(({ dueOn }) => dueOn > day).map(plannedRow);
  const paid = totalOf(payments.filter((payment) => payment.on >= agreed.from).map((payment) => payment.amount));
  const asked = totalOf(schedule.filter(({ dueOn }) => dueOn <= day).flatMap((row) => [row.principal, row.interest]));
  return {
    on,
    amount,
    principalOwed: state.principal,
    interestOwed: state.interest,
    funded: Decimal.max(0, Decimal.min(paid.minus(asked), aheadOf(rows, state.principal))),
    dailyRatePercent: new Decimal(dailyRate ?? 0),
    dueToday: today ? plannedRow(today) : null,
    rows,
  };
}

const totalOf = (sums: readonly (Decimal | string)[]) => sums.reduce<Decimal>((all, sum) => all.plus(sum), new Decimal(0));

/**
 * The most that can have been brought in for the next payment: the principal that is owed no more though it was not due, and the
 * payment's interest. What paid an overdue payment, or was seen when the schedule was made, is not in it.
 */
function aheadOf(rows: readonly PlannedRow[], principalOwed: Decimal): Decimal {
  const [next] = rows;
  return next
    ? totalOf(rows.map(({ principal }) => principal))
        .minus(principalOwed)
        .plus(next.interest)
    : new Decimal(0);
}

/** Payments ahead of the plan may have made a lighter one; the last day and whether a payment is funded are told by the plan that was agreed. */
export const agreedVersion = (versions: ContractCourse['versions']) => versions.filter(({ cause }) => cause !== 'EARLY_REPAYMENT').at(-1)!;

const textOf = ({ number, dueOn, principal, interest }: ScheduleRow): Instalment => ({
  no: number,
  dueOn: dueOn.toString(),
  principal: principal.toFixed(2),
  interest: interest.toFixed(2),
  fees: '0.00',
});

/** The terms of a contract with other payments to come. */
export function withSchedule(terms: ContractTerms, rows: readonly ScheduleRow[]): ContractTerms {
  const schedule = rows.map(textOf);
  return { ...terms, schedule, dueOn: schedule.at(-1)!.dueOn };
}
