import { Decimal } from '../../../schema/base';
import type { AccrualRule, RepaymentRule } from '../accrual/extension-points';
import type { LedgerComponent } from '../contract-status';
import { dayNumber, dayText } from './day';
import type { DirectCause, LedgerCause } from './ledger-cause';
import type { LedgerState } from './ledger-state';
import { accrualDay, checkCharges, type OpenedDay, openDay, principalDueOf, type TermsVersion } from './open-day';

/** Sums by component; negative lowers. */
export type Lines = Readonly<Partial<Record<LedgerComponent, Decimal>>>;

/** What was posted as it was given. */
export interface DirectEntry {
  readonly cause: DirectCause;
  readonly reference: string;
  readonly on: string;
  readonly lines: Lines;
}

/** Money that came in. */
export interface PaymentEntry {
  readonly reference: string;
  readonly on: string;
  readonly amount: Decimal;
}

/** All that one cause posts on one day. */
export interface CausedLines {
  readonly cause: LedgerCause;
  readonly reference: string;
  readonly on: string;
  readonly lines: Lines;
  readonly clause?: string;
}

/** What determines a ledger: terms, rules, what was posted directly and what was paid. */
export interface LedgerWorld {
  readonly concludedOn: string;
  readonly versions: readonly TermsVersion[];
  readonly accrue: AccrualRule;
  readonly repay: RepaymentRule;
  readonly entries: readonly DirectEntry[];
  /** In the order of registration. */
  readonly payments: readonly PaymentEntry[];
}

/** Days passed one after another: what each caused, and the balances at the end. */
export interface Run {
  readonly state: LedgerState;
  readonly caused: readonly CausedLines[];
}

const ZERO = new Decimal(0);

/**
 * Runs a ledger from the end of one day to the end of another. The same days give the same lines, in one run or in many:
 * a day accrues on what was owed at the end of the day before; then comes what raises the debt, then what lowers it by
 * decision, then payments, then what is given back, so that the order in which things of one day were booked does not matter.
 */
export function runDays(start: LedgerState, through: string, world: LedgerWorld): Run {
  const last = dayNumber(through);
  const caused: CausedLines[] = [];
  const entriesOn = byDay(world.entries);
  const paymentsOn = byDay(world.payments);
  let state = start;
  for (let day = dayNumber(start.on) + 1; day <= last; day++) {
    const on = dayText(day);
    state = runDay(state, on, world, entriesOn.get(on) ?? [], paymentsOn.get(on) ?? [], caused);
  }
  return { state, caused };
}

function runDay(
  before: LedgerState,
  on: string,
  world: LedgerWorld,
  entries: readonly DirectEntry[],
  payments: readonly PaymentEntry[],
  caused: CausedLines[],
): LedgerState {
  const opened = openDay(before, world.versions, on);
  const day = new DayBook(before, opened);
  if (before.principal.gt(0) || before.interest.gt(0)) {
    for (const { component, amount, clause } of accrueDay(before, opened, world)) {
      const lines = { [component]: amount };
      day.add('ACCRUAL', lines);
      caused.push({ cause: 'ACCRUAL', reference: on, on, lines, ...(clause ? { clause } : {}) });
    }
  }
  const enter = (when: (entry: DirectEntry) => boolean) => {
    for (const { cause, reference, lines } of entries.filter(when)) {
      const possible = day.limited(lines);
      day.add(cause, possible);
      caused.push({ cause, reference, on, lines: possible });
    }
  };
  enter(raises);
  enter((entry) => !raises(entry) && !givesBack(entry));
  for (const { reference, amount } of payments) {
    const lines = allocate(day, world.repay, amount, on);
    day.add('PAYMENT', lines);
    caused.push({ cause: 'PAYMENT', reference, on, lines });
  }
  enter(givesBack);
  return day.close();
}

/** The charges of an opened day. */
export function accrueDay(before: LedgerState, opened: OpenedDay, world: Pick<LedgerWorld, 'accrue' | 'concludedOn' | 'versions'>) {
  const charges = world.accrue(accrualDay(before, opened, world));
  checkCharges(charges);
  return charges;
}

function allocate(day: DayBook, rule: RepaymentRule, amount: Decimal, on: string): Lines {
  const debt = day.parts();
  const split = rule.allocate(debt, amount, on);
  const of = (part: 'principal' | 'interest' | 'penalty' | 'cost') => {
    const share = split[part] ?? ZERO;
    if (share.isNegative() || share.gt(debt[part]) || share.decimalPlaces() > 2)
      throw new RangeError(`A payment cannot cover ${share} of ${debt[part]} (${part}).`);
    return share;
  };
  const [principal, interest, penalty, cost] = [of('principal'), of('interest'), of('penalty'), of('cost')];
  const rest = amount.minus(principal).minus(interest).minus(penalty).minus(cost);
  const owed = debt.principal.plus(debt.interest).plus(debt.penalty).plus(debt.cost);
  if (rest.isNegative() || (rest.gt(0) && !amount.minus(rest).eq(owed)))
    throw new RangeError(`A payment of ${amount} was split with ${rest} left over.`);
  return withoutZeros({ PRINCIPAL: principal.neg(), INTEREST: interest.neg(), PENALTY: penalty.neg(), COST: cost.neg(), SURPLUS: rest });
}

/** The balances of one day while things happen on it. */
export class DayBook {
  private readonly sums: Record<LedgerComponent, Decimal>;
  private credited = ZERO;
  private charged;
  private provided;

  constructor(
    private readonly before: LedgerState,
    private readonly opened: OpenedDay,
  ) {
    const { principal, interest, penalty, cost, surplus } = before;
    this.sums = { PRINCIPAL: principal, INTEREST: interest, PENALTY: penalty, COST: cost, SURPLUS: surplus };
    this.charged = before.charged;
    this.provided = before.provided;
  }

  add(cause: LedgerCause, lines: Lines): void {
    for (const [name, amount] of Object.entries(lines) as [LedgerComponent, Decimal][]) {
      this.sums[name] = this.sums[name].plus(amount);
      // A recalculated day may accrue less than it did: what was charged follows it.
      const isCharge = cause === 'ACCRUAL' || (amount.gt(0) && cause !== 'PAYMENT');
      if (name === 'PRINCIPAL' && isCharge) this.provided = this.provided.plus(amount);
      if (name === 'INTEREST' && !isCharge) this.credited = this.credited.minus(amount);
      if (!isCharge) continue;
      if (name === 'INTEREST') this.charged = { ...this.charged, interest: this.charged.interest.plus(amount) };
      if (name === 'PENALTY') this.charged = { ...this.charged, penalty: this.charged.penalty.plus(amount) };
      if (name === 'COST') this.charged = { ...this.charged, cost: this.charged.cost.plus(amount) };
    }
  }

  /** The lines as far as the balances allow: nothing falls below zero. */
  limited(lines: Lines): Lines {
    return withoutZeros(
      Object.fromEntries(
        Object.entries(lines).map(([name, amount]) => [name, Decimal.max(amount, this.sums[name as LedgerComponent].neg())]),
      ),
    );
  }

  parts() {
    const { version, on } = this.opened;
    return {
      principal: this.sums.PRINCIPAL,
      principalDue: principalDueOf(version.terms.schedule, this.sums.PRINCIPAL, on),
      interest: this.sums.INTEREST,
      interestDue: this.interestDue(),
      penalty: this.sums.PENALTY,
      cost: this.sums.COST,
    };
  }

  close(): LedgerState {
    const { on } = this.opened;
    const { principal, principalDue, interestDue } = this.parts();
    return {
      on,
      principal,
      interest: this.sums.INTEREST,
      interestDue,
      penalty: this.sums.PENALTY,
      cost: this.sums.COST,
      surplus: this.sums.SURPLUS,
      charged: this.charged,
      provided: this.provided,
      principalSince: principal.eq(this.before.principal) ? this.before.principalSince : on,
      overdueSince: principalDue.gt(0) || interestDue.gt(0) ? this.opened.overdueSince : null,
    };
  }

  private interestDue(): Decimal {
    const left = this.opened.interestDue.minus(this.credited);
    return Decimal.max(0, Decimal.min(left, this.sums.INTEREST));
  }
}

export function withoutZeros(lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).filter(([, amount]) => !amount.isZero()));
}

const raises = ({ lines }: DirectEntry) => Object.values(lines).every((amount) => amount.gt(0));

const givesBack = ({ cause }: DirectEntry) => cause === 'REFUND';

function byDay<T extends { readonly on: string }>(things: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const thing of things) {
    const found = days.get(thing.on);
    if (found) found.push(thing);
    else days.set(thing.on, [thing]);
  }
  return days;
}
