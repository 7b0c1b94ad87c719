import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type ContractTerms, type DirectEntry, debtOf, emptyState, type PaymentEntry, runDays } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import { dailyInterest, interestRule, kopecks, loanTerms, plannedInterest, repaymentRule, suppose, yearlyRate } from '.';

const day = (text: string) => Temporal.PlainDate.from(text);
const START = '2026-06-01';
const plus = (days: number) => day(START).add({ days }).toString();
const accrue = interestRule(kopecks);

function terms(parts: Partial<{ amount: string; termDays: number; dailyRate: string }> = {}): ContractTerms {
  return loanTerms({ amount: '3000.00', termDays: 30, dailyRate: '0.15', currency: 'BYN', ...parts }, day(START));
}

/** The world of one loan provided on the first day. */
const worldOf = (
  agreed: ContractTerms,
  payments: readonly PaymentEntry[] = [],
  later: { from: string; terms: ContractTerms }[] = [],
  charged: readonly DirectEntry[] = [],
) => ({
  concludedOn: START,
  versions: [{ from: START, terms: agreed }, ...later],
  accrue,
  repay: repaymentRule,
  entries: [{ cause: 'TRANSFER' as const, reference: 't', on: START, lines: { PRINCIPAL: new Decimal(agreed.principal) } }, ...charged],
  payments,
});
const beginning = emptyState(day(START).subtract({ days: 1 }).toString());
const paid = (on: string, amount: string) => ({ reference: `p-${on}-${amount}`, on, amount: new Decimal(amount) });

describe('interest by days', () => {
  it('by-pledge/1.1/p3 · 1 234.56 at 0.15 % is 1.85 a day and 55.50 in 30 days, not 55.56', () => {
    const one = dailyInterest(new Decimal('1234.56'), '0.15');
    expect(one.toFixed(2)).toBe('1.85');
    expect(one.mul(30).toFixed(2)).toBe('55.50');
    const agreed = terms({ amount: '1234.56' });
    expect(runDays(beginning, plus(30), worldOf(agreed)).state.interest.toFixed(2)).toBe('55.50');
  });

  it('by-pledge/1.1/p3 · a tie goes up: 2 500.00 at 0.0754 % is 1.89', () => {
    expect(dailyInterest(new Decimal('2500'), '0.0754').toFixed(2)).toBe('1.89');
  });

  it('by-pledge/1.1/p2/base · the rate of a day is shown a year as 365 times as much', () => {
    expect(yearlyRate('0.15', 365).toFixed()).toBe('54.75');
    const { caused } = runDays(beginning, plus(2), worldOf(terms(), [paid(plus(1), '1004.50')]));
    const interest = caused.filter(({ cause }) => cause === 'ACCRUAL').map(({ lines }) => lines.INTEREST!.toFixed(2));
    // The loan amount until the first payment, the remaining debt after it.
    expect(interest).toEqual(['4.50', '3.00']);
  });

  it('by-pledge/1.1/p3/rate-on-date · a change of the rate counts for later days only', () => {
    const first = terms({ amount: '2000.00' });
    const changed = { ...first, dailyRate: '0.12' };
    const { caused } = runDays(beginning, '2026-06-11', worldOf(first, [], [{ from: '2026-06-11', terms: changed }]));
    const on = (text: string) => caused.find(({ cause, on: at }) => cause === 'ACCRUAL' && at === text)!.lines.INTEREST!.toFixed(2);
    expect([on('2026-06-10'), on('2026-06-11')]).toEqual(['3.00', '2.40']);
  });

  it('by-pledge/1.1/p2/accrual-end · interest runs on after the final date until all is performed, and not a day longer', () => {
    const agreed = terms({ amount: '500.00' });
    const late = runDays(beginning, plus(39), worldOf(agreed)).state;
    const next = runDays(late, plus(40), worldOf(agreed)).state;
    expect(next.interest.minus(late.interest).toFixed(2)).toBe('0.75');
    // Principal repaid, a kopeck of interest left: nothing accrues on it.
    const debt = { ...late, principal: new Decimal(0), interest: new Decimal('0.01') };
    expect(runDays(debt, plus(60), worldOf(agreed)).state.interest.toFixed(2)).toBe('0.01');
  });

  it('by-pledge/1.1/p5/total · 3 000.00 at 0.15 % for 30 days plans 135.00 of interest', () => {
    expect(plannedInterest(terms().schedule).toFixed(2)).toBe('135.00');
  });

  it('by-pledge/1.1/p5/deviation · repaid on day 20 it is 90.00, on day 35 157.50', () => {
    for (const [days, interest] of [
      [20, '90.00'],
      [35, '157.50'],
    ] as const) {
      const payment = paid(plus(days), new Decimal('3000').plus(interest).toFixed(2));
      const { state } = runDays(beginning, plus(days + 10), worldOf(terms(), [payment]));
      expect([state.charged.interest.toFixed(2), debtOf(state).toFixed(2), state.surplus.toFixed(2)]).toEqual([interest, '0.00', '0.00']);
    }
  });

  it('by-pledge/1.1/p4 · an instalment of 420.00 paid with 400.00 leaves 20.00 overdue the day after its date', () => {
    const agreed = terms();
    const schedule = [
      { no: 1, dueOn: '2026-07-01', principal: '285.00', interest: '135.00', fees: '0.00' },
      { no: 2, dueOn: '2026-08-01', principal: '2715.00', interest: '126.00', fees: '0.00' },
    ];
    const world = worldOf({ ...agreed, schedule, dueOn: '2026-08-01' }, [paid('2026-07-01', '400.00')]);
    const on = runDays(beginning, '2026-07-01', world).state;
    expect([on.overdueSince, runDays(on, '2026-07-02', world).state.overdueSince]).toEqual([null, '2026-07-02']);
    expect(runDays(on, '2026-07-02', world).state.principal.toFixed(2)).toBe('2735.00');
  });
});

describe('a payment on another date', () => {
  it('by-pledge/1.1/p5/deviation · is foretold as it will be booked', () => {
    const policies = { accrue, repay: repaymentRule, concludedOn: START };
    const today = runDays(beginning, plus(5), worldOf(terms())).state;
    const early = suppose(today, terms(), { on: day(plus(20)), amount: null }, policies);
    expect([early.totalInterest.toFixed(2), early.paid.toFixed(2), early.closedOn]).toEqual(['90.00', '3090.00', plus(20)]);
    const late = suppose(today, terms(), { on: day(plus(35)), amount: null }, policies);
    expect([late.totalInterest.toFixed(2), late.closedOn]).toEqual(['157.50', plus(35)]);
    const part = suppose(today, terms(), { on: day(plus(20)), amount: new Decimal('1090.00') }, policies);
    // 20 days on 3 000.00, ten on 2 000.00.
    expect([part.owedAfter.toFixed(2), part.totalInterest.toFixed(2), part.closedOn]).toEqual(['2000.00', '120.00', plus(30)]);
  });

  it('by-pledge/1.1/p5/deviation · never differs from the ledger that books it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400_000 }), (days, kopeck) => {
        const agreed = terms({ termDays: 180 });
        const on = day(plus(days));
        const amount = new Decimal(kopeck).div(100);
        const told = suppose(
          runDays(beginning, plus(1), worldOf(agreed)).state,
          agreed,
          { on, amount },
          { accrue, repay: repaymentRule, concludedOn: START },
        );
        const booked = runDays(beginning, plus(days), worldOf(agreed, [paid(plus(days), told.paid.toFixed(2))])).state;
        expect(told.owedAfter.toFixed(2)).toBe(debtOf(booked).toFixed(2));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the ledger of a loan', () => {
  const DAYS = 120;
  const sumUpTo = (most: number) => fc.integer({ min: 1, max: most }).map((kopecks) => new Decimal(kopecks).div(100));
  const onSomeDay = fc.integer({ min: 1, max: DAYS });
  const rates = fc.integer({ min: 1, max: 9_999 }).map((rate) => new Decimal(rate).div(10_000).toFixed());
  /** A loan with payments, fines and losses on any day, and a rate that an addendum changed. */
  const loans = fc
    .record({
      amount: fc.integer({ min: 10_000, max: 5_000_000 }).map((kopecks) => new Decimal(kopecks).div(100).toFixed(2)),
      dailyRate: rates,
      payments: fc.array(fc.record({ on: onSomeDay, amount: sumUpTo(150_000) }), { maxLength: 6 }),
      charged: fc.array(fc.record({ on: onSomeDay, amount: sumUpTo(60_000), isFine: fc.boolean() }), { maxLength: 4 }),
      change: fc.option(fc.record({ on: fc.integer({ min: 2, max: DAYS }), dailyRate: rates })),
    })
    .map(({ amount, dailyRate, payments, charged, change }) => {
      const agreed = terms({ amount, dailyRate, termDays: 90 });
      const later = change ? [{ from: plus(change.on), terms: { ...agreed, dailyRate: change.dailyRate } }] : [];
      return worldOf(
        agreed,
        payments.map((one, i) => ({ reference: `p-${i}`, on: plus(one.on), amount: one.amount })),
        later,
        charged
          .map(({ on, amount: sum, isFine }, i): DirectEntry => {
            const at = { reference: `c-${i}`, on: plus(on) };
            return isFine ? { ...at, cause: 'FINE', lines: { PENALTY: sum } } : { ...at, cause: 'LOSS', lines: { COST: sum } };
          })
          .sort((a, b) => a.on.localeCompare(b.on)),
      );
    });

  it('by-pledge/1.1/p3 · interest never depends on how days are batched', () => {
    fc.assert(
      fc.property(loans, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), (world, steps) => {
        const once = runDays(beginning, plus(DAYS), world);
        let state = beginning;
        let at = 0;
        const caused: unknown[] = [];
        for (const step of [...steps, DAYS]) {
          at = Math.min(DAYS, at + step);
          const run = runDays(state, plus(at), world);
          caused.push(...run.caused);
          state = run.state;
        }
        expect(JSON.stringify(state)).toBe(JSON.stringify(once.state));
        expect(JSON.stringify(caused)).toBe(JSON.stringify(once.caused));
      }),
      { numRuns: 200 },
    );
  });

  it('by-pledge/1.1/p5/total · postings sum to the debt, with its fines and losses', () => {
    fc.assert(
      fc.property(loans, (world) => {
        const { state, caused } = runDays(beginning, plus(DAYS), world);
        const sumOf = (component: string, of: readonly (typeof caused)[number][] = caused) =>
          of.reduce((sum, { lines }) => sum.plus((lines as Record<string, Decimal>)[component] ?? 0), new Decimal(0));
        for (const component of ['PRINCIPAL', 'INTEREST', 'PENALTY', 'COST', 'SURPLUS'] as const)
          expect([component, sumOf(component).toFixed(2)]).toEqual([
            component,
            state[component.toLowerCase() as 'principal' | 'interest' | 'penalty' | 'cost' | 'surplus'].toFixed(2),
          ]);
        const owed = ['PRINCIPAL', 'INTEREST', 'PENALTY', 'COST'].reduce((sum, component) => sum.plus(sumOf(component)), new Decimal(0));
        expect(owed.toFixed(2)).toBe(debtOf(state).toFixed(2));
        const accrued = caused.filter(({ cause }) => cause === 'ACCRUAL');
        expect(sumOf('INTEREST', accrued).toFixed(2)).toBe(state.charged.interest.toFixed(2));
        // Nothing is owed below zero.
        for (const part of [state.principal, state.interest, state.penalty, state.cost, state.surplus]) expect(part.gte(0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
