import type { Temporal } from 'temporal-polyfill';
import { type AccrualRule, type ContractTerms, debtOf, type LedgerState, type RepaymentRule, runDays } from '../../../modules/contracts';
import { enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';

/** A payment that somebody thinks of. */
export interface SupposedPayment {
  /** Not before the last day that was accrued. */
  readonly on: Temporal.PlainDate;
  /** BYN; `null` for all that is owed on the day. */
  readonly amount: Decimal | null;
}

/** What would come of it; sums in BYN. */
export interface Supposition {
  readonly owedBefore: Decimal;
  readonly paid: Decimal;
  readonly owedAfter: Decimal;
  /** All interest of the loan, from its first day to the last payment. */
  readonly totalInterest: Decimal;
  /** The day of the last payment, ISO 8601; `null` where the schedule has none left and something is still owed. */
  readonly closedOn: string | null;
}

interface Policies {
  readonly accrue: AccrualRule;
  readonly repay: RepaymentRule;
  /** ISO 8601. */
  readonly concludedOn: string;
}

/**
 * What a loan costs when a payment comes on another date than the schedule's: the days up to it are run as they will be, then the
 * remaining payments come on their dates. Pure; nothing is booked.
 */
export function suppose(from: LedgerState, terms: ContractTerms, supposed: SupposedPayment, policies: Policies): Supposition {
  enforce(cite('by-pledge/1.1/p5/deviation'));
  const { repay, concludedOn } = policies;
  const world = { ...policies, versions: [{ from: concludedOn, terms }], entries: [], payments: [] };
  const until = (state: LedgerState, day: string) => (day > state.on ? runDays(state, day, world).state : state);
  const on = supposed.on.toString();
  const before = until(from, on);
  const owedBefore = debtOf(before);
  const paid = Decimal.min(supposed.amount ?? owedBefore, owedBefore);
  let state = pay(before, paid, terms, repay);
  const owedAfter = debtOf(state);
  let closedOn: string | null = owedAfter.gt(0) ? null : on;
  for (const { dueOn, principal } of remainingAfter(terms, state, repay)) {
    if (closedOn !== null) break;
    state = until(state, dueOn);
    const isLast = dueOn === terms.dueOn;
    state = pay(state, isLast ? debtOf(state) : Decimal.min(debtOf(state), state.interest.plus(principal)), terms, repay);
    if (!debtOf(state).gt(0)) closedOn = dueOn;
  }
  return { owedBefore, paid, owedAfter, totalInterest: state.charged.interest, closedOn };
}

function remainingAfter(terms: ContractTerms, { on, principal }: LedgerState, repay: RepaymentRule) {
  const remaining = terms.schedule.filter(({ dueOn }) => dueOn > on);
  const isAhead = principal.lt(planned(remaining));
  return (isAhead && remaining.length > 0 && principal.gt(0) && repay.reschedule?.(terms, remaining, principal, on)) || remaining;
}

const planned = (instalments: ContractTerms['schedule']): Decimal =>
  instalments.reduce((sum, { principal }) => sum.plus(principal), new Decimal(0));

/** A payment at the end of the day on which a state stands. */
function pay(state: LedgerState, amount: Decimal, terms: ContractTerms, repay: RepaymentRule): LedgerState {
  const later = planned(terms.schedule.filter(({ dueOn }) => dueOn >= state.on));
  const principalDue = Decimal.max(0, state.principal.minus(later));
  const split = repay.allocate({ ...state, principalDue }, amount, state.on);
  const less = (of: 'principal' | 'interest' | 'penalty' | 'cost') => state[of].minus(split[of] ?? 0);
  const interest = less('interest');
  const interestDue = Decimal.min(interest, Decimal.max(0, state.interestDue.minus(split.interest ?? 0)));
  return {
    ...state,
    principal: less('principal'),
    interest,
    interestDue,
    penalty: less('penalty'),
    cost: less('cost'),
    principalSince: state.on,
  };
}
