import { type Finding, type ResolvedRules, uphold } from '../../../modules/rules';
import { rules } from '../rule-set';
import type { AddonRecord } from './addon.record';
import type { AddonOccasion, AddonService } from './addon-service';

/** Parameters that speak of services sold with a loan, and those of services sold with a prolongation. */
export const addonParams = {
  LOAN: {
    disclosures: 'addon.disclosures',
    optIn: 'addon.optIn',
    within: 'addon.withdrawal.within',
    addressees: 'addon.withdrawal.addressees',
  },
  PROLONGATION: {
    disclosures: 'addon.prolongation.disclosures',
    optIn: 'addon.prolongation.optIn',
    within: 'addon.prolongation.withdrawal.within',
    addressees: 'addon.prolongation.withdrawal.addressees',
  },
} as const satisfies Record<AddonOccasion, Record<string, Parameters<typeof rules.read>[1]>>;

const linked = (address: string | null) => address?.startsWith('https://') === true;

/** What a service's data disclose. */
export function disclosedBy({ kind, terms, price, links }: AddonService): readonly string[] {
  return [
    ...(kind ? ['KIND'] : []),
    ...(terms.trim() && linked(links.terms) ? ['TERMS'] : []),
    ...(price && linked(links.cost) ? ['TOTAL_COST'] : []),
    ...(linked(links.documents) ? ['DOCUMENTS_PAGE'] : []),
  ];
}

/** Why a service may not be offered: its kind, terms or costs are not disclosed as the lender's rules ask. A price is needed always. */
export function undisclosed(resolved: ResolvedRules, occasion: AddonOccasion, service: AddonService): Finding | null {
  const required = rules.read(resolved, addonParams[occasion].disclosures);
  const wanted = [...(required?.value ?? []), ...(service.price ? [] : ['TOTAL_COST'])];
  const disclosed = disclosedBy(service);
  const missing = [...new Set(wanted.filter((item) => !disclosed.includes(item)))];
  return uphold(required?.citations ?? [], missing.length === 0, 'RU_MFO_ADDON_DISCLOSURE_MISSING', {
    service: service.code,
    missing: missing.join(', '),
  });
}

/** Why a service may not be sold or charged: the client has not ticked it. */
export function notOptedIn(resolved: ResolvedRules, addon: Pick<AddonRecord, 'occasion' | 'code' | 'chosenAt'>): Finding | null {
  const required = rules.read(resolved, addonParams[addon.occasion].optIn);
  const buttons = addon.occasion === 'LOAN' ? rules.read(resolved, 'acceptance.choices') : null;
  const citations = [...(required?.citations ?? []), ...(buttons?.citations ?? [])];
  const demanded = buttons !== null || required?.value !== false;
  return uphold(citations, addon.chosenAt !== null || !demanded, 'RU_MFO_ADDON_NOT_OPTED_IN', { service: addon.code });
}
