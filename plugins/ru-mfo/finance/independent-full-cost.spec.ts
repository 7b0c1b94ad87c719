import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { type CashFlow, fullCostOfCredit, instalmentSchedule, scheduleFlows } from '.';
import { basePeriod } from './base-period';
import { smallestPositiveRoot } from './smallest-positive-root';

/**
 * A second implementation, written apart from the product's: whole numbers of 10^-30, plain bisection from zero, days counted
 * since 1970 by the platform's own dates. Only the statute's formula is common to both.
 */
const SCALE = 10n ** 30n;
const DAY = 86_400_000;

interface Kopecks {
  /** Days after the issue. */
  readonly day: number;
  readonly kopecks: bigint;
}

function fullCostByBisection(flows: readonly Kopecks[], base: number): string {
  const value = (rate: bigint): bigint =>
    flows.reduce((sum, { day, kopecks }) => {
      let grown = SCALE;
      for (let period = 0; period < Math.floor(day / base); period++) grown = (grown * (SCALE + rate)) / SCALE;
      const rest = SCALE + (rate * BigInt(day % base)) / BigInt(base);
      return sum + (kopecks * SCALE * SCALE) / ((grown * rest) / SCALE);
    }, 0n);
  let low = 0n;
  let high = SCALE / 1000n;
  while (value(high) > 0n) {
    low = high;
    high = (high * 105n) / 100n + SCALE / 1000n;
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (value(middle) > 0n) low = middle;
    else high = middle;
  }
  // Thousandths of a per cent, half-up.
  const thousandths = ((low * 365n * 100n * 1000n * 2n) / BigInt(base) + SCALE) / (2n * SCALE);
  const digits = String(thousandths).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** The base period in days, by counting: 353-FZ art. 6 part 2.2. */
function baseOf(days: readonly number[]): number {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const usual = gaps.filter((gap) => gap <= 365);
  if (usual.length === 0) return 365;
  const sorted = [...usual].sort((a, b) => a - b);
  let best = sorted[0]!;
  let bestCount = 0;
  for (const gap of sorted) {
    const count = sorted.filter((other) => other === gap).length;
    if (count > bestCount) [best, bestCount] = [gap, count];
  }
  if (bestCount > 1 || usual.length === 1) return best;
  return Math.min(365, Math.max(1, Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)));
}

const issue = Temporal.PlainDate.from('2026-11-20');
const epochDay = (on: Temporal.PlainDate) => Date.parse(`${on.toString()}T00:00:00Z`) / DAY;

/** The product's flows in the form of the second implementation. */
const inKopecks = (flows: readonly CashFlow[]): Kopecks[] => {
  const days = new Map<number, bigint>();
  for (const { on, amount } of flows) {
    const day = epochDay(on) - epochDay(issue);
    days.set(day, (days.get(day) ?? 0n) + BigInt(amount.mul(100).toFixed(0)));
  }
  return [...days].map(([day, kopecks]) => ({ day, kopecks })).sort((a, b) => a.day - b.day);
};

const apart = (a: string, b: string) => new Decimal(a).minus(b).abs();

describe('the full cost of credit and an independent calculation', () => {
  it('agree to 0.001 on any schedule of equal payments with a fee at the beginning', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_00, max: 500_000_00 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 1, max: 62 }),
        fc.integer({ min: 0, max: 20 }),
        (sum, rate, count, periodDays, feePercent) => {
          const principal = new Decimal(sum).div(100);
          const terms = { principal, dailyRatePercent: new Decimal(rate).div(100), issuedOn: issue };
          const fee = { on: issue, amount: principal.mul(feePercent).div(100).toDecimalPlaces(2) };
          const flows = scheduleFlows(terms, instalmentSchedule({ ...terms, count, periodDays }), [fee]);
          const own = inKopecks(flows);
          const base = baseOf(own.map(({ day }) => day));
          expect(apart(fullCostOfCredit(flows, 'DAY').percent.toFixed(3), fullCostByBisection(own, base)).toNumber()).toBeLessThanOrEqual(
            0.001,
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('agree to 0.001 on payments of any size on any days, with one or more intervals or none that repeats', () => {
    const payment = fc.record({ gap: fc.integer({ min: 1, max: 120 }), kopecks: fc.integer({ min: 100, max: 3_000_000 }) });
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 99 }), (payments, share) => {
        let day = 0;
        const paid = payments.map(({ gap, kopecks }) => {
          day += gap;
          return { day, kopecks: BigInt(kopecks) };
        });
        const lent = (paid.reduce((total, { kopecks }) => total + kopecks, 0n) * BigInt(share)) / 100n;
        fc.pre(lent > 0n);
        const own = [{ day: 0, kopecks: -lent }, ...paid];
        const flows = own.map((flow) => ({ on: issue.add({ days: flow.day }), amount: new Decimal(String(flow.kopecks)).div(100) }));
        const found = fullCostOfCredit(flows, 'DAY');
        const base = baseOf(own.map((flow) => flow.day));
        expect(found.basePeriod).toEqual({ unit: 'DAY', length: base });
        const independent = fullCostByBisection(own, base);
        // A loan repaid many times over within days has a cost of many digits; what the law prints is compared.
        expect(apart(found.percent.toFixed(3), independent).toNumber()).toBeLessThanOrEqual(0.001);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the search for the root', () => {
  it('finds the same with and without a rough function, and with one that lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (millionths) => {
        const root = new Decimal(millionths).div(1_000_000);
        const f = (x: Decimal) => root.minus(x).mul(x.plus(1));
        const rough = (x: number) => (root.toNumber() - x) * (x + 1);
        for (const approximate of [undefined, rough, () => -1, (x: number) => 5 - x, () => Number.NaN])
          expect(smallestPositiveRoot(f, approximate)!.minus(root).abs().lt('1e-23')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('takes the first of several roots, and finds none where there is none', () => {
    const f = (x: Decimal) => new Decimal('0.25').minus(x).mul(new Decimal('0.5').minus(x)).mul(new Decimal('0.75').minus(x));
    expect(smallestPositiveRoot(f, (x) => (0.25 - x) * (0.5 - x) * (0.75 - x))!.toFixed(12)).toBe('0.250000000000');
    expect(
      smallestPositiveRoot(
        () => new Decimal(1),
        () => 1,
      ),
    ).toBeNull();
  });
});

describe('the base period', () => {
  const on = (...days: number[]) => [0, ...days].map((days_) => issue.add({ days: days_ }));
  it.each([
    ['the interval that occurs most often', [14, 28, 42, 72], 14],
    ['the smallest of those that occur equally often', [30, 60, 67, 74], 7],
    ['the mean of intervals of which none repeats', [10, 30], 15],
    ['the mean rounded half-up', [10, 21], 11],
    ['a year where every interval is longer', [400, 900], 365],
    ['the one interval there is', [30], 30],
  ])('is %s', (_name, days, length) => expect(basePeriod(on(...days), 'DAY')).toEqual({ unit: 'DAY', length }));
});
