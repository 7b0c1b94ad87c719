import { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { loanTerms, tariffOn, type WantedLoan } from '../finance';
import { lenderData, type Tariff } from '../lenders';
import { type AddonRecord, readAddonsOfOccasion } from './addon.record';
import { addonService, priceOf } from './addon-service';

/** What services change in the terms of a loan: their price is paid on the day of issue, and one may come with a lower rate. */
export interface AddonEffect {
  readonly price: Decimal;
  /** Per cent a day; `null`: the tariff's own. */
  readonly dailyRatePercent: Decimal | null;
}

const nothing: AddonEffect = { price: new Decimal(0), dailyRatePercent: null };

/** The effect of services on a loan of this principal; prices that were fixed stand. `null` without services. */
export function addonEffect(
  lender: string,
  addons: readonly Pick<AddonRecord, 'code' | 'price'>[],
  principal: Decimal,
): AddonEffect | null {
  const effects = addons.map(({ code, price }): AddonEffect => {
    const service = addonService(lender, code);
    return {
      price: price === null ? ((service && priceOf(service, principal)) ?? new Decimal(0)) : new Decimal(price),
      dailyRatePercent: service?.dailyRatePercent ? new Decimal(service.dailyRatePercent) : null,
    };
  });
  if (effects.length === 0) return null;
  return effects.reduce(
    (sum, { price, dailyRatePercent }) => ({
      price: sum.price.plus(price),
      dailyRatePercent: lower(sum.dailyRatePercent, dailyRatePercent),
    }),
    nothing,
  );
}

/**
 * The terms of a loan at a tariff together with services: their price counts into its full cost.
 * @throws Refusal RU_MFO_ADDON_PRICE_ABOVE_LOAN
 */
export function termsWith(wanted: WantedLoan, tariff: Tariff, effect: AddonEffect | null): ContractTerms {
  if (!effect) return loanTerms(wanted, tariff);
  if (effect.price.gte(wanted.amount))
    throw new Refusal([formFinding('RU_MFO_ADDON_PRICE_ABOVE_LOAN', ['input'], { price: effect.price.toFixed(2), amount: wanted.amount })]);
  const rate = lower(new Decimal(tariff.dailyRatePercent), effect.dailyRatePercent)!;
  return loanTerms(wanted, { ...tariff, dailyRatePercent: rate.toFixed() }, effect.price);
}

/** The terms of an offer with the services of an application in a state, for the day on which that offer's loan begins. */
export function offeredTermsWith(
  context: CommandContext,
  offered: ContractTerms,
  addons: readonly Pick<AddonRecord, 'code' | 'price'>[],
): ContractTerms {
  const startOn = Temporal.PlainDate.from(offered.startOn);
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], startOn);
  const effect = addonEffect(context.lender.code, addons, new Decimal(offered.principal));
  if (!tariff || !effect) return offered;
  return termsWith({ amount: offered.principal, termDays: offered.termDays, startOn }, tariff, effect);
}

/** Services that an applicant wishes, chose or joined: what the terms of the loan must bear. */
export async function countedAddons(context: CommandContext, applicationId: string): Promise<readonly AddonRecord[]> {
  const addons = await context.transaction.query(readAddonsOfOccasion, [applicationId]);
  return addons.filter(
    ({ status, wishedAt }) => status === 'WISHED' || status === 'CHOSEN' || status === 'JOINED' || (status === 'OFFERED' && wishedAt),
  );
}

/** Services of a loan that the client joined and has not given up. */
export async function joinedAddons(context: CommandContext, applicationId: string): Promise<readonly AddonRecord[]> {
  const addons = await context.transaction.query(readAddonsOfOccasion, [applicationId]);
  return addons.filter(({ status }) => status === 'JOINED');
}

function lower(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (!a || !b) return a ?? b;
  return Decimal.min(a, b);
}
