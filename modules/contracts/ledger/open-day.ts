import { Decimal } from '../../../schema/base';
import type { AccrualDay, Charge } from '../accrual/extension-points';
import type { ContractTerms, Instalment } from '../contract-terms';
import { dayBefore, dayNumber } from './day';
import type { DebtParts, LedgerState } from './ledger-state';

/** Terms and the first day on which they hold. */
export interface TermsVersion {
  readonly from: string;
  readonly terms: ContractTerms;
}

/** The terms of a day: the latest agreed of those that hold by then. Versions in the order of agreement. */
export function versionOn(versions: readonly TermsVersion[], on: string): TermsVersion {
  for (let i = versions.length - 1; i > 0; i--) if (versions[i]!.from <= on) return versions[i]!;
  return versions[0]!;
}

/** A day before anything happens on it: what fell due until then is due now. */
export interface OpenedDay {
  readonly on: string;
  readonly version: TermsVersion;
  readonly interestDue: Decimal;
  readonly principalDue: Decimal;
  readonly overdueSince: string | null;
  /** The last date of payment before the day. */
  readonly lastDueOn: string | null;
}

const NOTHING = new Decimal(0);

/** `state`: the end of the day before. */
export function openDay(state: LedgerState, versions: readonly TermsVersion[], on: string): OpenedDay {
  const version = versionOn(versions, on);
  const { schedule } = version.terms;
  const lastDueOn = lastDueBefore(schedule, on);
  const isFinal = lastDueOn !== null && lastDueOn === schedule.at(-1)!.dueOn;
  // New terms under which no date has passed begin without arrears of interest.
  const isFresh = version.from === on && version !== versionOn(versions, dayBefore(on)) && lastDueOn === null;
  const interestDue = isFresh
    ? NOTHING
    : isFinal || lastDueOn === state.on
      ? state.interest
      : Decimal.min(state.interestDue, state.interest);
  const principalDue = principalDueOf(schedule, state.principal, on);
  const isOverdue = principalDue.gt(0) || interestDue.gt(0);
  return { on, version, interestDue, principalDue, overdueSince: isOverdue ? (state.overdueSince ?? on) : null, lastDueOn };
}

/** What of the principal should have been repaid before the day: all that is owed above what later payments will repay. */
export function principalDueOf(schedule: readonly Instalment[], principal: Decimal, on: string): Decimal {
  if (schedule.length === 0) return NOTHING;
  let due = principal;
  for (const instalment of schedule) if (instalment.dueOn >= on) due = due.minus(instalment.principal);
  return due.gt(0) ? due : NOTHING;
}

function lastDueBefore(schedule: readonly Instalment[], on: string): string | null {
  let last: string | null = null;
  for (const { dueOn } of schedule) if (dueOn < on) last = dueOn;
  return last;
}

/** What the rule of accrual is shown. */
export function accrualDay(
  state: LedgerState,
  opened: OpenedDay,
  { concludedOn, versions }: { readonly concludedOn: string; readonly versions: readonly TermsVersion[] },
): AccrualDay {
  const { on, version, lastDueOn } = opened;
  let since = Math.max(dayNumber(state.principalSince), dayNumber(version.from) - 1);
  if (lastDueOn !== null) since = Math.max(since, dayNumber(lastDueOn));
  return {
    on,
    concludedOn,
    terms: version.terms,
    firstTerms: versions[0]!.terms,
    debt: partsOf(state, opened),
    overdueSince: opened.overdueSince,
    stretchDays: dayNumber(on) - since,
    charged: state.charged,
    provided: state.provided,
    instalment: version.terms.schedule.find(({ dueOn }) => dueOn === on) ?? null,
  };
}

function partsOf(state: LedgerState, { principalDue, interestDue }: OpenedDay): DebtParts {
  const { principal, interest, penalty, cost } = state;
  return { principal, principalDue, interest, interestDue, penalty, cost };
}

/** Throws where a rule of accrual answers what no ledger takes: a defect of the plugin. */
export function checkCharges(charges: readonly Charge[]): void {
  const seen = new Set<string>();
  for (const { component, amount } of charges) {
    if (!amount.gt(0) || amount.decimalPlaces() > 2)
      throw new RangeError(`A charge of ${amount} to ${component} is not more than zero in two places.`);
    if (seen.has(component)) throw new RangeError(`A day charges ${component} twice.`);
    seen.add(component);
  }
}
