import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../../modules/calendar';
import { type BoundParameter, type Finding, uphold } from '../../../modules/rules';
import type { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import type { ForeclosureRoute } from './machine';

/** What a step of foreclosure is judged by. Sums in BYN, days of the lender's calendar. */
export interface ForeclosureFacts {
  readonly on: Temporal.PlainDate;
  readonly route: ForeclosureRoute;
  /** Whether the debt for which the case was opened is still unpaid. */
  readonly isUnpaid: boolean;
  /** Last day of the grace period. */
  readonly graceEndsOn: Temporal.PlainDate;
  /** When the claim was received by a way that counts; `null` while it was not. */
  readonly claimReceivedOn: Temporal.PlainDate | null;
  /** Last day on which it may be answered. */
  readonly claimAnswerUntil: Temporal.PlainDate | null;
  readonly isClaimAnswered: boolean;
  readonly forum: string | null;
  readonly agreedForum: string;
  /** The finding of the rule on the value up to which the lender sells by itself; `null` where it may. */
  readonly selfSaleFinding: Finding | null;
  readonly saleWay: string | null;
  readonly saleReference: string | null;
  readonly saleSite: string | null;
  readonly saleWays: readonly string[];
  readonly agreedSite: string;
  readonly startPrice: Decimal | null;
  readonly pledgeValue: Decimal;
  /** The document that sets another price, by its kind; with a reference only. */
  readonly priceOverride: string | null;
  readonly priceOverrides: readonly string[];
}

const after = (day: Temporal.PlainDate, limit: Temporal.PlainDate): boolean => day.since(limit).sign > 0;

/** The last day of the grace period: the same day of a later month than the day on which a payment was missed. */
export function graceEnd(calendar: WorkingCalendar, missedOn: Temporal.PlainDate, grace: BoundParameter<'CALENDAR_MONTHS'>) {
  return calendar.lastDayOf(missedOn, { months: grace.value }, 'AS_COUNTED');
}

/** The last day on which a claim may be answered, counted from the day after its receipt. */
export function answerEnd(calendar: WorkingCalendar, receivedOn: Temporal.PlainDate, within: BoundParameter<'WORKING_DAYS'>) {
  return calendar.lastDayOf(receivedOn, { workingDays: within.value }, 'AS_COUNTED');
}

export const guards = Object.freeze({
  unpaid: ({ isUnpaid }: ForeclosureFacts): Finding | null => uphold(cite('by-pledge/3.2/а'), isUnpaid, 'BY_PLEDGE_FORECLOSURE_STOPPED'),

  graceEnded: ({ route, on, graceEndsOn }: Pick<ForeclosureFacts, 'route' | 'on' | 'graceEndsOn'>): Finding | null =>
    uphold(
      route === 'COURT' ? cite('by-pledge/5.4') : cite('by-pledge/5.6/threshold'),
      after(on, graceEndsOn),
      'BY_PLEDGE_GRACE_PERIOD_RUNNING',
      { endsOn: graceEndsOn.toString() },
    ),

  claimReceived: ({ on, claimReceivedOn }: ForeclosureFacts): Finding | null =>
    uphold(cite('by-pledge/5.5/claim-first'), claimReceivedOn !== null && !after(claimReceivedOn, on), 'BY_PLEDGE_CLAIM_REQUIRED_FIRST'),

  /** Without a received claim there is no period yet: that is told by `claimReceived`. */
  claimAnswered: ({ on, claimAnswerUntil, isClaimAnswered }: ForeclosureFacts): Finding | null =>
    claimAnswerUntil === null
      ? null
      : uphold(cite('by-pledge/5.5/answer'), isClaimAnswered || after(on, claimAnswerUntil), 'BY_PLEDGE_CLAIM_PERIOD_RUNNING', {
          endsOn: claimAnswerUntil.toString(),
        }),

  forum: ({ forum, agreedForum }: ForeclosureFacts): Finding | null =>
    uphold(cite('by-pledge/5.7'), forum === agreedForum, 'BY_PLEDGE_FORUM_MISMATCH', { forum: agreedForum, found: forum }),

  selfSale: ({ route, selfSaleFinding }: ForeclosureFacts): Finding | null => (route === 'SELF_SALE' ? selfSaleFinding : null),

  /** The agreement names the ways for a sale by the lender itself; a court's sale goes as the court says. */
  saleWay: ({ route, saleWay, saleReference, saleSite, saleWays, agreedSite }: ForeclosureFacts): Finding | null => {
    if (route === 'COURT') return null;
    const isComplete = saleReference !== null && (saleWay !== 'OWN_LISTING' || saleSite === agreedSite);
    return uphold(
      cite('by-pledge/5.6/sale-way'),
      saleWay !== null && saleWays.includes(saleWay) && isComplete,
      'BY_PLEDGE_SALE_WAY_INVALID',
      { site: agreedSite, way: saleWay, reference: saleReference },
    );
  },

  startPrice: ({ startPrice, pledgeValue, priceOverride, priceOverrides }: ForeclosureFacts): Finding | null =>
    uphold(
      cite('by-pledge/2.6'),
      startPrice !== null && (startPrice.eq(pledgeValue) || (priceOverride !== null && priceOverrides.includes(priceOverride))),
      'BY_PLEDGE_START_PRICE_MISMATCH',
      { pledgeValue: pledgeValue.toFixed(2), price: startPrice?.toFixed(2) ?? null },
    ),
});

export type GuardName = keyof typeof guards;
