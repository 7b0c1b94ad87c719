import { type AccrualDay, type AccrualRule, type Charge, shareOfDay, withinRoom } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';

/** A sum of charges beyond which nothing accrues, per cent of the money provided, and the clause that sets it. */
export interface ChargesCap {
  readonly percent: Decimal;
  readonly clause: string;
}

/** What the charges of one contract follow: its edition and the law of its day laid over each other, and its tariff. */
export interface ChargeRules {
  /** Overall cap of interest, penalties and paid services (353-FZ art. 5 part 24); `null` where none binds. */
  readonly cap: ChargesCap | null;
  /** Longest term, in days at the conclusion, of contracts that the cap binds. */
  readonly capUpToDays: number | null;
  /** Penalty on unpaid principal while interest runs, per cent a year; and where none runs, per cent a day. */
  readonly penaltyYearlyPercent: Decimal;
  readonly penaltyDailyPercent: Decimal;
  readonly penaltyClause: string | null;
  /** The special loan (353-FZ art. 6.2), where this contract is one: its fixed sum, and what alone goes on beyond it. */
  readonly special: { readonly fixedSum: ChargesCap; readonly penaltyDailyPercent: Decimal; readonly penaltyClause: string } | null;
  /** Paid services so far, roubles; they count into both sums. */
  readonly services: Decimal;
}

/** Years are of 365 days, leap years too, as the law counts them for the full cost (353-FZ art. 6). */
const YEAR_DAYS = 365;
const HUNDRED = 100;

/**
 * What a day of a loan costs: simple interest on the principal owed at the end of the day before, so that the first day is the
 * one after the issue and the last that of repayment; penalty on overdue principal alone. Interest comes first; what reaches
 * a cap is cut to it. Sums of equal days are rounded once, half-up to kopecks.
 */
export const chargesOf =
  (rules: ChargeRules): AccrualRule =>
  (day) => {
    const [general, fixed] = roomsOf(rules, day);
    const perDay = day.debt.principal.mul(day.terms.dailyRate ?? 0).div(HUNDRED);
    const due = shareOfDay(perDay, day.stretchDays, 'HALF_UP');
    const interest = withinRoom(due, Decimal.min(general, fixed));
    // Interest runs as long as it may be charged, whatever a day of it rounds to.
    const runs = perDay.gt(0) && Decimal.min(general, fixed).gt(0);
    const limit = general.lte(fixed) ? rules.cap : rules.special?.fixedSum;
    const charges: Charge[] = [];
    if (interest.gt(0)) charges.push({ component: 'INTEREST', amount: interest, ...(interest.lt(due) ? { clause: limit!.clause } : {}) });
    const penalty = penaltyOf(rules, day, runs, general.minus(interest), fixed.minus(interest));
    return penalty ? [...charges, penalty] : charges;
  };

/** What may still be charged: under the overall cap, and under the fixed sum of a special loan. */
function roomsOf({ cap, capUpToDays, special, services }: ChargeRules, { charged, provided, firstTerms }: AccrualDay): [Decimal, Decimal] {
  const used = charged.interest.plus(charged.penalty).plus(charged.cost).plus(services);
  const room = (limit: ChargesCap | null | undefined) =>
    limit ? provided.mul(limit.percent).div(HUNDRED).minus(used) : new Decimal(Infinity);
  const isBound = cap !== null && (capUpToDays === null || firstTerms.termDays <= capUpToDays);
  // Charges beyond the fixed sum are penalties that it does not hold back; they fill the overall cap only.
  return [room(isBound ? cap : null), room(special?.fixedSum)];
}

function penaltyOf(rules: ChargeRules, day: AccrualDay, runs: boolean, general: Decimal, fixed: Decimal): Charge | null {
  const { debt, stretchDays } = day;
  const { special } = rules;
  const isBeyond = special !== null && fixed.lte(0);
  const dailyPercent = isBeyond
    ? special.penaltyDailyPercent
    : runs
      ? rules.penaltyYearlyPercent.div(YEAR_DAYS)
      : rules.penaltyDailyPercent;
  const due = shareOfDay(debt.principalDue.mul(dailyPercent).div(HUNDRED), stretchDays, 'HALF_UP');
  const amount = withinRoom(due, isBeyond ? general : Decimal.min(general, fixed));
  if (!amount.gt(0)) return null;
  const clause = isBeyond ? special.penaltyClause : rules.penaltyClause;
  return { component: 'PENALTY', amount, ...(clause ? { clause } : {}) };
}
