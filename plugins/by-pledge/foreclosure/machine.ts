import type { Finding } from '../../../modules/rules';
import type { ForeclosureFacts } from './guards';
import { type GuardName, guards } from './guards';

/**
 * OPEN: the case exists. FILED: the suit is before the court. AWARDED: the court allowed foreclosure. ON_SALE: offered at the starting
 * price. SOLD: proceeds came in. SETTLED: surplus ordered or deficit claimed. STOPPED: the overdue debt was paid. DISMISSED: the court said no.
 */
export const foreclosureStates = ['OPEN', 'FILED', 'AWARDED', 'ON_SALE', 'SOLD', 'SETTLED', 'STOPPED', 'DISMISSED'] as const;
export type ForeclosureState = (typeof foreclosureStates)[number];

export const foreclosureRoutes = ['COURT', 'SELF_SALE'] as const;
export type ForeclosureRoute = (typeof foreclosureRoutes)[number];

export const foreclosureSteps = ['FILE', 'AWARD', 'DISMISS', 'LIST', 'SELL', 'SETTLE', 'STOP'] as const;
export type ForeclosureStep = (typeof foreclosureSteps)[number];

interface StepRule {
  readonly from: readonly ForeclosureState[];
  readonly to: ForeclosureState;
  readonly routes: readonly ForeclosureRoute[];
  /** Asked in this order; every one that does not hold is told. */
  readonly guards: readonly GuardName[];
}

const BOTH = foreclosureRoutes;

/** What each step asks for. The sale asks for all that the listing asked for again: time has passed since. */
export const steps: Readonly<Record<ForeclosureStep, StepRule>> = Object.freeze({
  FILE: { from: ['OPEN'], to: 'FILED', routes: ['COURT'], guards: ['unpaid', 'graceEnded', 'claimReceived', 'claimAnswered', 'forum'] },
  AWARD: { from: ['FILED'], to: 'AWARDED', routes: ['COURT'], guards: ['unpaid'] },
  DISMISS: { from: ['FILED'], to: 'DISMISSED', routes: ['COURT'], guards: [] },
  LIST: { from: ['OPEN', 'AWARDED'], to: 'ON_SALE', routes: BOTH, guards: ['unpaid', 'graceEnded', 'selfSale', 'saleWay', 'startPrice'] },
  SELL: { from: ['ON_SALE'], to: 'SOLD', routes: BOTH, guards: ['unpaid', 'graceEnded', 'selfSale', 'saleWay'] },
  SETTLE: { from: ['SOLD'], to: 'SETTLED', routes: BOTH, guards: [] },
  STOP: { from: ['OPEN', 'FILED', 'AWARDED', 'ON_SALE'], to: 'STOPPED', routes: BOTH, guards: [] },
});

/** By which state a route comes to the sale: a case for the court never goes straight from OPEN. */
const saleFrom: Readonly<Record<ForeclosureRoute, ForeclosureState>> = { COURT: 'AWARDED', SELF_SALE: 'OPEN' };

/** Whether a step follows from a state at all. */
export function follows(state: ForeclosureState, route: ForeclosureRoute, step: ForeclosureStep): boolean {
  const { from, routes } = steps[step];
  return from.includes(state) && routes.includes(route) && (step !== 'LIST' || state === saleFrom[route]);
}

/** The reasons against a step by the facts; none when it may be made. The step itself must follow: `follows`. */
export function reasonsAgainst(step: ForeclosureStep, facts: ForeclosureFacts): readonly Finding[] {
  return steps[step].guards.map((name) => guards[name](facts)).filter((finding) => finding !== null);
}
