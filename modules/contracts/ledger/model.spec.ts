import fc from 'fast-check';
import { Decimal } from '../../../schema/base';
import { acmeAccrual, acmeRepayment, acmeTerms, CAP } from '../../../test/support/acme-servicing';
import { ledgerComponents } from '../contract-status';
import { worldOf } from './book';
import { dayNumber, dayText } from './day';
import { foldGroups, groupLines, type PostedLine } from './fold-lines';
import { debtOf, emptyState, type LedgerState } from './ledger-state';
import { type LedgerChange, recalculate } from './recalculate';
import { type DirectEntry, type LedgerWorld, type PaymentEntry, runDays } from './run-days';

const OPENED = '2026-01-10';
const dayAt = (offset: number) => dayText(dayNumber(OPENED) + offset);
const LAST = 70;

interface Life {
  readonly principal: string;
  readonly rate: string;
  readonly entries: readonly DirectEntry[];
  readonly payments: readonly PaymentEntry[];
}

const sum = (max: number) => fc.integer({ min: 1, max }).map((cents) => new Decimal(cents).div(100));

const life: fc.Arbitrary<Life> = fc
  .record({
    principal: fc.integer({ min: 3_00, max: 50_000_00 }).map((cents) => (cents / 100).toFixed(2)),
    rate: fc.constantFrom('0', '0.35', '0.8', '1', '2.5'),
    fines: fc.array(fc.record({ on: fc.integer({ min: 0, max: LAST }), amount: sum(100_000) }), { maxLength: 3 }),
    waivers: fc.array(
      fc.record({ on: fc.integer({ min: 0, max: LAST }), amount: sum(100_000), component: fc.constantFrom('INTEREST', 'PENALTY', 'COST') }),
      { maxLength: 3 },
    ),
    tranches: fc.array(fc.record({ on: fc.integer({ min: 1, max: LAST }), amount: sum(1_000_000) }), { maxLength: 2 }),
    payments: fc.array(fc.record({ on: fc.integer({ min: 0, max: LAST }), amount: sum(3_000_000) }), { maxLength: 6 }),
  })
  .map(({ principal, rate, fines, waivers, tranches, payments }) => ({
    principal,
    rate,
    entries: [
      ...fines.map(({ on, amount }, i) => ({ cause: 'FINE' as const, reference: `f${i}`, on: dayAt(on), lines: { COST: amount } })),
      ...waivers.map(({ on, amount, component }, i) => ({
        cause: 'WAIVER' as const,
        reference: `w${i}`,
        on: dayAt(on),
        lines: { [component]: amount.neg() },
      })),
      ...tranches.map(({ on, amount }, i) => ({
        cause: 'TRANCHE' as const,
        reference: `t${i}`,
        on: dayAt(on),
        lines: { PRINCIPAL: amount },
      })),
    ],
    payments: payments.map(({ on, amount }, i) => ({ reference: `p${i}`, on: dayAt(on), amount })),
  }));

const worldFor = ({ principal, rate, entries, payments }: Life): LedgerWorld => ({
  concludedOn: OPENED,
  versions: [{ from: OPENED, terms: acmeTerms({ principal, startOn: OPENED, dailyRate: rate }) }],
  accrue: acmeAccrual,
  repay: acmeRepayment,
  entries: [{ cause: 'TRANSFER', reference: 'loan', on: OPENED, lines: { PRINCIPAL: new Decimal(principal) } }, ...entries],
  payments,
});

const start = emptyState(dayAt(-1));
const runTo = (world: LedgerWorld, last = LAST) => runDays(start, dayAt(last), world);

/** A state as text, so that two are compared by value. */
const shown = (state: LedgerState) => JSON.stringify(state);

const parts = (state: LedgerState) => [state.principal, state.interest, state.interestDue, state.penalty, state.cost, state.surplus];

describe('a ledger as a model', () => {
  it('never goes below zero, on any day and in any part', () => {
    fc.assert(
      fc.property(life, (one) => {
        const world = worldFor(one);
        let state = start;
        for (let day = 0; day <= LAST; day++) {
          state = runDays(state, dayAt(day), world).state;
          expect(parts(state).every((amount) => !amount.isNegative())).toBe(true);
          expect(state.interestDue.lte(state.interest)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing: all that was lent and charged is owed, paid or waived, and money above the debt is held', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { state, caused } = runTo(worldFor(one));
        const total = (of: (line: { cause: string; component: string }) => boolean) =>
          caused
            .flatMap(({ cause, lines }) => Object.entries(lines).map(([component, amount]) => ({ cause, component, amount })))
            .filter(of)
            .reduce((all, { amount }) => all.plus(amount), new Decimal(0));
        const paid = one.payments.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
        const raised = total(({ cause, component }) => cause !== 'PAYMENT' && component !== 'SURPLUS');
        expect(raised.minus(paid).eq(debtOf(state).minus(state.surplus))).toBe(true);
        for (const component of ledgerComponents) {
          const key = component.toLowerCase() as 'principal' | 'interest' | 'penalty' | 'cost' | 'surplus';
          expect(total((line) => line.component === component).eq(state[key])).toBe(true);
        }
      }),
    );
  });

  it('keeps interest and penalty within the cap on every day, and reaches the cap exactly', () => {
    let reached = 0;
    fc.assert(
      fc.property(life, (one) => {
        const world = worldFor(one);
        let state = start;
        for (let day = 0; day <= LAST; day++) {
          state = runDays(state, dayAt(day), world).state;
          const cap = state.provided.mul(CAP).div(100);
          const charged = state.charged.interest.plus(state.charged.penalty);
          expect(charged.lte(cap)).toBe(true);
          // The cap of a sum with odd cents is itself no whole number of them.
          if (cap.minus(charged).lt('0.01')) reached++;
        }
      }),
      { numRuns: 150 },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('gives the same balance at the end of a day in whatever order the day was booked', () => {
    const shuffled = life.chain((one) =>
      fc.record({
        one: fc.constant(one),
        entries: fc.shuffledSubarray([...one.entries], { minLength: one.entries.length }),
        payments: fc.shuffledSubarray([...one.payments], { minLength: one.payments.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, entries, payments }) => {
        expect(shown(runTo(worldFor({ ...one, entries, payments })).state)).toBe(shown(runTo(worldFor(one)).state));
      }),
    );
  });

  it('gives the same days however they are batched', () => {
    fc.assert(
      fc.property(life, fc.uniqueArray(fc.integer({ min: 0, max: LAST }), { maxLength: 10 }), (one, cuts) => {
        const world = worldFor(one);
        let state = start;
        const caused = [];
        for (const day of [...cuts.sort((a, b) => a - b), LAST]) {
          const run = runDays(state, dayAt(day), world);
          state = run.state;
          caused.push(...run.caused);
        }
        const whole = runTo(world);
        expect(shown(state)).toBe(shown(whole.state));
        expect(JSON.stringify(caused)).toBe(JSON.stringify(whole.caused));
      }),
    );
  });

  it('rounds a stretch of equal days once, so that the ledger and a schedule that rounds once agree', () => {
    const one: Life = { principal: '1234.56', rate: '0.35', entries: [], payments: [] };
    const world = {
      ...worldFor(one),
      versions: [{ from: OPENED, terms: acmeTerms({ principal: '1234.56', startOn: OPENED, dailyRate: '0.35', every: 30, count: 1 }) }],
    };
    expect(runTo(world, 30).state.interest.toFixed(2)).toBe('129.63');
  });
});

/** A ledger that is booked to as days go by, as commands do, only without a database. */
class BookedLedger {
  readonly lines: PostedLine[] = [];
  private state = start;
  private corrections = 0;

  constructor(private readonly world: Pick<LedgerWorld, 'versions' | 'accrue' | 'repay'>) {}

  book(change: LedgerChange, today: string): LedgerState {
    const groups = groupLines(this.lines);
    const world = worldOf(groups, this.world.versions, OPENED, this.world);
    const { versions } = this.world;
    const result = recalculate(
      { openedOn: OPENED, state: this.state, corrections: this.corrections, groups, versions, world },
      change,
      today,
    );
    for (const { on, component, amount, cause, reference, correction } of result.postings) {
      this.lines.push({
        no: this.lines.length + 1,
        on,
        component: component as never,
        amount,
        cause: cause as never,
        reference,
        correction,
      });
    }
    if (result.postings.some(({ correction }) => correction > 0)) this.corrections++;
    this.state = result.state;
    return this.state;
  }

  replayed(through: string): LedgerState {
    return foldGroups(
      groupLines(this.lines).filter(({ on }) => on <= through),
      this.world.versions,
      OPENED,
      through,
    );
  }
}

describe('a ledger that is told of things late', () => {
  interface Booking {
    readonly today: number;
    readonly late: number;
    readonly amount: Decimal;
    readonly kind: 'PAYMENT' | 'FINE';
  }
  const bookings: fc.Arbitrary<readonly Booking[]> = fc
    .array(
      fc.record({
        today: fc.integer({ min: 0, max: LAST }),
        late: fc.integer({ min: 0, max: 20 }),
        amount: sum(2_000_000),
        kind: fc.constantFrom('PAYMENT' as const, 'PAYMENT' as const, 'FINE' as const),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.sort((a, b) => a.today - b.today));

  const story = fc.record({ principal: fc.integer({ min: 100_00, max: 20_000_00 }).map((cents) => (cents / 100).toFixed(2)), bookings });

  function play({ principal, bookings: all }: { principal: string; bookings: readonly Booking[] }) {
    const world = worldFor({ principal, rate: '1', entries: [], payments: [] });
    const ledger = new BookedLedger(world);
    const [loan] = world.entries;
    ledger.book({ entry: loan! }, OPENED);
    const entries: DirectEntry[] = [];
    const payments: PaymentEntry[] = [];
    for (const [i, { today, late, amount, kind }] of all.entries()) {
      const on = dayAt(Math.max(0, today - late));
      if (kind === 'PAYMENT') {
        payments.push({ reference: `p${i}`, on, amount });
        ledger.book({ payment: payments.at(-1)! }, dayAt(today));
      } else {
        entries.push({ cause: 'FINE', reference: `f${i}`, on, lines: { COST: amount } });
        ledger.book({ entry: entries.at(-1)! }, dayAt(today));
      }
    }
    const state = ledger.book({}, dayAt(LAST));
    return { ledger, state, known: { ...world, entries: [...world.entries, ...entries], payments } };
  }

  it('ends where it would have ended had it known in time, on every day', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { ledger, state, known } = play(one);
        expect(shown(state)).toBe(shown(runTo(known).state));
        for (const day of [0, 9, 10, 11, 25, 40, LAST]) {
          expect(shown(ledger.replayed(dayAt(day)))).toBe(shown(runTo(known, day).state));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('replayed from its lines, gives the balances that are stored', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { ledger, state } = play(one);
        expect(shown(ledger.replayed(dayAt(LAST)))).toBe(shown(state));
      }),
      { numRuns: 80 },
    );
  });

  it('posts each cause once a day in each part, and corrections under numbers of their own', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { ledger } = play(one);
        const keys = ledger.lines.map(({ on, cause, reference, component, correction }) =>
          [on, cause, reference, component, correction].join(),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 80 },
    );
  });

  it('is as before once a payment was taken back', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: LAST }), sum(2_000_000), (one, on, amount) => {
        const { ledger, state } = play(one);
        ledger.book({ payment: { reference: 'mistake', on: dayAt(on), amount } }, dayAt(LAST));
        expect(shown(ledger.book({ reversed: { payment: 'mistake', on: dayAt(on) } }, dayAt(LAST)))).toBe(shown(state));
        const lines = ledger.lines.length;
        expect(shown(ledger.book({ from: OPENED }, dayAt(LAST)))).toBe(shown(state));
        expect(ledger.lines).toHaveLength(lines);
      }),
      { numRuns: 60 },
    );
  });
});
