import { Temporal } from 'temporal-polyfill';
import { Decimal, type Sentence } from '../../../schema/base';
import { kopecks } from '../finance';
import { lenderData } from '../lenders';

export const addonKinds = ['INSURANCE', 'SERVICE'] as const;
export type AddonKind = (typeof addonKinds)[number];

export const addonOccasions = ['LOAN', 'PROLONGATION'] as const;
/** When a service is sold: with a loan, or with a prolongation of it. */
export type AddonOccasion = (typeof addonOccasions)[number];

/** What a service costs for its whole term, roubles or per cent of the loan; decimal strings. */
export type AddonPrice =
  | { readonly kind: 'FIXED'; readonly amount: string }
  | { readonly kind: 'PERCENT_OF_PRINCIPAL'; readonly percent: string };

/** A paid service that a lender offers beside its loans (дополнительная платная услуга), as its data says. */
export interface AddonService {
  /** Unique at the lender, upper case. */
  readonly code: string;
  readonly kind: AddonKind;
  readonly title: Sentence;
  /** What it covers or does, in the language of the contract. */
  readonly terms: string;
  /** Who renders it: an insurer or another company. */
  readonly provider: string;
  readonly occasions: readonly AddonOccasion[];
  /** First and first no longer day of sale; `null`: open. ISO 8601. */
  readonly from: string;
  readonly to: string | null;
  /** `null` where the lender has named none: then it cannot be offered. */
  readonly price: AddonPrice | null;
  /** Per cent a day of a loan taken with it, where that is less than the tariff's; decimal string. */
  readonly dailyRatePercent: string | null;
  /** Pages that disclose its terms and what it costs in all, and the site's page of documents. */
  readonly links: { readonly terms: string | null; readonly cost: string | null; readonly documents: string | null };
  /** `false`: assumed for the sandbox, because the lender's price list is not held. */
  readonly verified: boolean;
}

/** Services that a lender sells on a day. */
export function addonsOf(lender: string, on: Temporal.PlainDate, occasion: AddonOccasion): readonly AddonService[] {
  const day = on.toString();
  return (lenderData(lender)?.addons ?? []).filter(
    ({ from, to, occasions }) => from <= day && (to === null || day < to) && occasions.includes(occasion),
  );
}

/** A service by its code, whether or not it is still sold. */
export const addonService = (lender: string, code: string): AddonService | null =>
  lenderData(lender)?.addons?.find((service) => service.code === code) ?? null;

/** The whole price for a loan of this principal, kopecks half-up; `null` where none is named. */
export function priceOf({ price }: Pick<AddonService, 'price'>, principal: Decimal): Decimal | null {
  if (!price) return null;
  return price.kind === 'FIXED' ? new Decimal(price.amount) : kopecks(principal.mul(price.percent).div(100));
}
