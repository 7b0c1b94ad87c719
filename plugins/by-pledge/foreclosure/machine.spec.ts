import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { WorkingCalendar } from '../../../modules/calendar';
import { findingOf } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { workingDaysBy } from '../calendar';
import { cite } from '../cite';
import { answerEnd, type ForeclosureFacts, graceEnd } from './guards';
import {
  type ForeclosureRoute,
  type ForeclosureState,
  follows,
  foreclosureRoutes,
  foreclosureSteps,
  reasonsAgainst,
  steps,
} from './machine';

const calendar = new WorkingCalendar(workingDaysBy);
const start = Temporal.PlainDate.from('2026-01-05');
const bound = (value: number) => ({ value }) as never;

interface World {
  readonly route: ForeclosureRoute;
  readonly missed: number;
  readonly received: number | null;
  readonly paid: number | null;
  readonly isSmall: boolean;
}

const worlds: fc.Arbitrary<World> = fc.record({
  route: fc.constantFrom(...foreclosureRoutes),
  missed: fc.integer({ min: 0, max: 60 }),
  received: fc.option(fc.integer({ min: 0, max: 120 })),
  paid: fc.option(fc.integer({ min: 0, max: 200 })),
  isSmall: fc.boolean(),
});
const moves = fc.array(fc.record({ step: fc.constantFrom(...foreclosureSteps), wait: fc.integer({ min: 0, max: 25 }) }), { maxLength: 25 });

const dayAt = (count: number) => start.add({ days: count });

function factsOn(world: World, on: Temporal.PlainDate): ForeclosureFacts {
  const receivedOn = world.received === null ? null : dayAt(world.received);
  return {
    on,
    route: world.route,
    isUnpaid: world.paid === null || on.since(dayAt(world.paid)).sign < 0,
    graceEndsOn: graceEnd(calendar, dayAt(world.missed), bound(1)),
    claimReceivedOn: receivedOn,
    claimAnswerUntil: receivedOn && answerEnd(calendar, receivedOn, bound(10)),
    isClaimAnswered: false,
    forum: 'COURT_A',
    agreedForum: 'COURT_A',
    selfSaleFinding: world.isSmall ? null : findingOf('BY_PLEDGE_SELF_SALE_NOT_ALLOWED', cite('by-pledge/5.6/threshold')),
    saleWay: 'COMMISSION_CONTRACT',
    saleReference: '1',
    saleSite: null,
    saleWays: ['COMMISSION_CONTRACT'],
    agreedSite: 'site',
    startPrice: new Decimal(100),
    pledgeValue: new Decimal(100),
    priceOverride: null,
    priceOverrides: [],
  };
}

/** Tries the steps one after the other; answers those that were made, with their days. */
function walk(world: World, tried: readonly { step: (typeof foreclosureSteps)[number]; wait: number }[]) {
  let state: ForeclosureState = 'OPEN';
  let day = 0;
  const made: { step: string; on: Temporal.PlainDate }[] = [];
  for (const { step, wait } of tried) {
    day += wait;
    const on = dayAt(day);
    if (!follows(state, world.route, step) || reasonsAgainst(step, factsOn(world, on)).length > 0) continue;
    state = steps[step].to;
    made.push({ step, on });
  }
  return made;
}

describe('the machine of foreclosure', () => {
  it('has no path that sells before its clocks have run, without its court, or after the debt was paid', () => {
    let sold = 0;
    const orderly = (route: ForeclosureRoute) =>
      (route === 'COURT' ? (['FILE', 'AWARD', 'LIST', 'SELL'] as const) : (['LIST', 'SELL'] as const)).map((step) => ({ step, wait: 25 }));
    fc.assert(
      fc.property(worlds, moves, fc.boolean(), (world, tried, withOrder) => {
        const made = walk(world, withOrder ? [...tried, ...orderly(world.route)] : tried);
        const sale = made.find(({ step }) => step === 'SELL');
        if (!sale) return;
        sold++;
        const graceEndsOn = dayAt(world.missed).add({ months: 1 });
        expect(sale.on.since(graceEndsOn).sign).toBe(1);
        if (world.paid !== null) expect(sale.on.since(dayAt(world.paid)).sign).toBe(-1);
        expect(made.some(({ step }) => step === 'LIST')).toBe(true);
        if (world.route === 'SELF_SALE') {
          expect(world.isSmall).toBe(true);
          return;
        }
        const filed = made.find(({ step }) => step === 'FILE')!;
        const received = dayAt(world.received!);
        expect(filed.on.since(graceEndsOn).sign).toBe(1);
        expect(calendar.between(received, filed.on.subtract({ days: 1 }))).toBeGreaterThanOrEqual(10);
        expect(made.some(({ step }) => step === 'AWARD')).toBe(true);
      }),
      { numRuns: 6000 },
    );
    expect(sold).toBeGreaterThan(50);
  });

  it('sells at most once and does nothing after its end', () => {
    fc.assert(
      fc.property(worlds, moves, (world, tried) => {
        const made = walk(world, tried).map(({ step }) => step);
        const end = made.findIndex((step) => ['SETTLE', 'STOP', 'DISMISS'].includes(step));
        expect(end === -1 || end === made.length - 1).toBe(true);
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('knows the last day of a grace period in a short month', () => {
    expect(graceEnd(calendar, Temporal.PlainDate.from('2026-01-31'), bound(1)).toString()).toBe('2026-02-28');
  });
});
