import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { ScheduleRow } from '../finance';
import { spreadEqually } from '../finance/spread';

export const recalculationCases = ['NEXT_UNCHANGED', 'NEXT_RECALCULATED', 'CURRENT_PERIOD'] as const;

/**
 * What a tranche does to the next obligatory payment. `NEXT_UNCHANGED`: something was owed and the payment was fully funded.
 * `NEXT_RECALCULATED`: something was owed and it was not. `CURRENT_PERIOD`: nothing was owed.
 */
export type RecalculationCase = (typeof recalculationCases)[number];

/** Name and version of the formula that spreads a debt over the days of payment; kept with every recalculation. */
export const FORMULA = 'equal-payments/1';

/** A payment as a schedule has it. */
export type PlannedRow = Pick<ScheduleRow, 'dueOn' | 'principal' | 'interest'>;

/** Sums of money are roubles with kopecks. */
export interface TrancheOnSchedule {
  /** Day on which the tranche is provided; interest on it is counted from the next day. */
  readonly on: Temporal.PlainDate;
  readonly amount: Decimal;
  /** Principal owed before the tranche, by the ledger. */
  readonly principalOwed: Decimal;
  /** Interest counted up to `on` and not paid. */
  readonly interestOwed: Decimal;
  /** What the client has brought in for the payments to come; the ledger has taken it off what is owed. */
  readonly funded: Decimal;
  readonly dailyRatePercent: Decimal;
  /** The payment of this very day, if there is one; it stays as it is. */
  readonly dueToday: PlannedRow | null;
  /** Payments of the standing schedule after `on`, the first of them being the next obligatory one. */
  readonly rows: readonly PlannedRow[];
}

export interface Recalculated {
  readonly case: RecalculationCase;
  /** The next obligatory payment, where it stays as it was: it is funded, so nothing of it is waited for any more. */
  readonly unchanged: PlannedRow | null;
  /** Payments that are waited for, numbered from 1; their principal is all that is owed with the tranche. */
  readonly rows: readonly ScheduleRow[];
}

/** Which of the three cases a tranche falls into. */
export function caseOf({ principalOwed, interestOwed, funded, rows }: TrancheOnSchedule): RecalculationCase {
  if (principalOwed.plus(interestOwed).isZero()) return 'CURRENT_PERIOD';
  const [next] = rows;
  return next && funded.gte(next.principal.plus(next.interest)) ? 'NEXT_UNCHANGED' : 'NEXT_RECALCULATED';
}

/**
 * The schedule after a tranche. A funded next payment stays, and the interest on the tranche up to its day is paid with the one
 * after it; otherwise the next payment is computed anew from all that is owed. Days of payment and the end of the contract stay.
 */
export function recalculate(tranche: TrancheOnSchedule): Recalculated {
  const { on, amount, principalOwed, interestOwed, dailyRatePercent, dueToday, rows } = tranche;
  const [next, ...later] = rows;
  if (!next) throw new RangeError('A contract with no payment to come takes no tranche.');
  const which = caseOf(tranche);
  // A contract ends with its last payment: where that is the next one, there is no period after it.
  const waited = which === 'NEXT_UNCHANGED' && later.length > 0 ? later : rows;
  const planned = rows.reduce((sum, row) => sum.plus(row.principal), new Decimal(0));
  const ofToday = dueToday ? Decimal.max(0, principalOwed.minus(planned)) : new Decimal(0);
  const spread = spreadEqually({
    principal: principalOwed.minus(ofToday).plus(amount),
    dailyRatePercent,
    from: on,
    carriedInterest: dueToday ? new Decimal(0) : interestOwed,
    dueOn: waited.map((row) => row.dueOn),
  });
  const kept = dueToday && {
    dueOn: dueToday.dueOn,
    principal: ofToday,
    interest: interestOwed,
    total: ofToday.plus(interestOwed),
    balance: principalOwed.minus(ofToday).plus(amount),
  };
  const all = kept ? [kept, ...spread] : spread;
  return { case: which, unchanged: which === 'NEXT_UNCHANGED' ? next : null, rows: all.map((row, i) => ({ ...row, number: i + 1 })) };
}
