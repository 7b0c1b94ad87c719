import type { Citation, ResolvedRules } from '../../../modules/rules';
import { rules } from '../rule-set';
import { addonParams } from './addon-rules';
import type { AddonOccasion } from './addon-service';

export interface WithdrawalTerm {
  /** Calendar days after the conclusion; the last one included. */
  readonly days: number;
  readonly citations: readonly Citation[];
}

/** How long a service can be given up: as the lender's rules or law say, whichever is longer. `null` where both are silent. */
export function withdrawalTerm(resolved: ResolvedRules, occasion: AddonOccasion): WithdrawalTerm | null {
  const layers = [rules.read(resolved, addonParams[occasion].within), rules.read(resolved, 'services.withdrawalDays')].filter(
    (layer) => layer !== null,
  );
  const days = layers.reduce((most, { value }) => Math.max(most, value), 0);
  const binding = layers.filter(({ value }) => value === days);
  return binding.length === 0 ? null : { days, citations: binding.flatMap(({ citations }) => citations) };
}
