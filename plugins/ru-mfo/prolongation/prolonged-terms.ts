import { Temporal } from 'temporal-polyfill';
import { type ContractTerms, type LedgerState, withinRoom } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import { spreadEqually } from '../finance/spread';
import { withSchedule } from '../tranches/next-payment';

export interface WantedProlongation {
  /** The terms that were agreed last. */
  readonly terms: ContractTerms;
  /** Balances at the end of `on`. */
  readonly ledger: Pick<LedgerState, 'principal'>;
  readonly on: Temporal.PlainDate;
  /** Days asked for, counted from the last day of the contract, or from `on` where that has passed. */
  readonly days: number;
  /** Interest counted up to `on` that is not paid before acceptance: the first payment takes it. */
  readonly carriedInterest: Decimal;
  /** What may still be charged under the law's cap; null without one. Roubles. */
  readonly room: Decimal | null;
}

/** The last day of a contract that is prolonged by so many days. */
export function prolongedTo(terms: ContractTerms, on: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const end = Temporal.PlainDate.from(terms.dueOn);
  return (Temporal.PlainDate.compare(end, on) < 0 ? on : end).add({ days });
}

/**
 * The terms of a prolonged contract: payments to come move by the days asked for, and all principal that is owed is spread over them.
 * Rate, sum and currency stay.
 */
export function prolongedTerms({ terms, ledger, on, days, carriedInterest, room }: WantedProlongation): ContractTerms {
  const dueOn = prolongedTo(terms, on, days);
  const coming = terms.schedule.map((row) => Temporal.PlainDate.from(row.dueOn)).filter((day) => Temporal.PlainDate.compare(day, on) > 0);
  const moved = coming.length > 0 ? coming.map((day) => day.add({ days })) : [dueOn];
  const rows = spreadEqually({
    principal: ledger.principal,
    dailyRatePercent: new Decimal(terms.dailyRate ?? 0),
    from: on,
    carriedInterest,
    dueOn: moved,
  });
  let left = room;
  const capped = rows.map((row) => {
    if (left === null) return row;
    const interest = withinRoom(row.interest, left);
    left = left.minus(interest);
    return { ...row, interest, total: row.principal.plus(interest) };
  });
  const { startOn } = terms;
  return { ...withSchedule(terms, capped), termDays: Temporal.PlainDate.from(startOn).until(dueOn).days, fullCost: null };
}
