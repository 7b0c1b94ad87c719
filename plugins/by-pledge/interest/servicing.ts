import { Temporal } from 'temporal-polyfill';
import {
  type AccrualPolicy,
  type AccrualRule,
  inOrder,
  type RepaymentPolicy,
  type RepaymentRule,
  type ServicedContract,
  type ServicingScope,
} from '../../../modules/contracts';
import type { RoundingMode } from '../../../modules/money';
import { enforce, resolveRules, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { rules } from '../rules';
import { type DayRounding, dailyInterest, kopecks } from './daily-interest';
import { equalParts, scheduleOf } from './schedule';

/** How a contract's days are rounded: by the edition of its conclusion. */
export function roundingOf({ extensions, lender }: ServicingScope, contract: Pick<ServicedContract, 'concludedOn'>): DayRounding {
  const resolved = resolveRules(extensions, PLUGIN, lender.code, Temporal.PlainDate.from(contract.concludedOn));
  const places = rules.read(resolved, 'interest.places');
  const mode = rules.read(resolved, 'interest.rounding');
  return places && mode ? { places: places.value, mode: mode.value as RoundingMode } : kopecks;
}

/**
 * What a day costs: interest on the balance at the end of the day before, at the rate of the terms in force on the day, until
 * nothing is owed. The final date of the schedule ends nothing.
 */
export const interestRule =
  (rounding: DayRounding): AccrualRule =>
  ({ debt, terms }) => {
    enforce(cite('by-pledge/1.1/p2/base'));
    enforce(cite('by-pledge/1.1/p3/rate-on-date'));
    if (uphold(cite('by-pledge/1.1/p2/accrual-end'), debt.principal.gt(0), 'BY_PLEDGE_NOTHING_ACCRUES')) return [];
    const amount = dailyInterest(debt.principal, terms.dailyRate ?? '0', rounding);
    return amount.gt(0) ? [{ component: 'INTEREST', amount, clause: 'by-pledge/1.1/p3' }] : [];
  };

export const byPledgeAccrual: AccrualPolicy = {
  ruleFor(contract, scope) {
    // The edition is looked up when the first day is asked for: most contracts of a batch share it, and some are asked nothing.
    let rule: AccrualRule | null = null;
    return (day) => {
      rule ??= interestRule(roundingOf(scope, contract));
      return rule(day);
    };
  },
};

/** The agreement names no order: what is overdue first, then costs and fines, then what is not due yet. */
export const repaymentRule: RepaymentRule = {
  allocate: inOrder(['INTEREST_DUE', 'PRINCIPAL_DUE', 'COST', 'PENALTY', 'INTEREST', 'PRINCIPAL']),
  reschedule(terms, remaining, principal, on) {
    enforce(cite('by-pledge/1.1/p5/deviation'));
    const parts = equalParts(principal, remaining.length);
    const payments = remaining.map(({ dueOn }, i) => ({ on: Temporal.PlainDate.from(dueOn), principal: parts[i]! }));
    const rows = scheduleOf({ principal, dailyRate: terms.dailyRate ?? '0', startOn: Temporal.PlainDate.from(on), payments });
    return rows.map((row, i) => ({ ...row, no: remaining[i]!.no }));
  },
};

export const byPledgeRepayment: RepaymentPolicy = { ruleFor: () => repaymentRule };
