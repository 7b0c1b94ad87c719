import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { type CashFlow, fullCostOfCredit, fullCostOfCreditLine, instalmentSchedule, scheduleFlows, singlePaymentSchedule } from '.';
import published from './vectors/full-cost-of-credit.json';

const issue = Temporal.PlainDate.from('2024-01-31');

/** `15` is a day, `m3` a month after the issue. */
function flowOf([at, amount]: readonly [number | string, number]): CashFlow {
  const on = typeof at === 'number' ? issue.add({ days: at }) : issue.add({ months: Number(at.slice(1)) });
  return { on, amount: new Decimal(amount) };
}

const rate = fc.integer({ min: 1, max: 80 }).map((hundredths) => new Decimal(hundredths).div(100));
const principal = fc.integer({ min: 100_000, max: 50_000_000 }).map((sum) => new Decimal(sum).div(100));

describe('the full cost of credit', () => {
  it.each(Object.entries(published.vectors))('agrees with vector %s', (_id, vector) => {
    const flows = (vector.flows as [number | string, number][]).map(flowOf);
    const unit = vector.base === 'month' ? 'MONTH' : 'DAY';
    expect(fullCostOfCredit(flows, unit).percent.toFixed(3)).toBe(vector.psk);
  });

  it('counts thirty days as days also where they are a calendar month', () => {
    const april = Temporal.PlainDate.from('2024-04-15');
    const flows = [
      { on: april, amount: new Decimal(-10000) },
      { on: april.add({ days: 30 }), amount: new Decimal(12400) },
    ];
    expect(fullCostOfCredit(flows, 'DAY').percent.toFixed(3)).toBe('292.000');
    expect(fullCostOfCredit(flows, 'MONTH').percent.toFixed(3)).toBe('288.000');
  });

  it('of a credit line counts by months, whatever the intervals between its payments', () => {
    const flows = ['0:-10000', '14:2000', '28:2000', '60:8000'].map((text) => {
      const [day, amount] = text.split(':') as [string, string];
      return { on: issue.add({ days: Number(day) }), amount: new Decimal(amount) };
    });
    expect(fullCostOfCredit(flows, 'DAY').basePeriod).toEqual({ unit: 'DAY', length: 14 });
    const line = fullCostOfCreditLine(flows);
    expect(line.basePeriod).toEqual({ unit: 'MONTH', length: 1 });
    // Sixty days from 31 January 2024 are 31 March: two months and no rest; 14 and 28 days are shares of the first.
    const i = line.periodRate;
    const month = new Decimal(365).div(12);
    const value = new Decimal(-10000)
      .plus(new Decimal(2000).div(i.mul(14).div(month).plus(1)))
      .plus(new Decimal(2000).div(i.mul(28).div(month).plus(1)))
      .plus(new Decimal(8000).div(i.plus(1).pow(2)));
    expect(value.abs().lt('1e-18')).toBe(true);
    expect(line.percent.toFixed(3)).toBe(i.mul(1200).toFixed(3));
  });

  it('in money is what is paid above the principal, fees on the day of issue included', () => {
    const flows = [flowOf([0, -10000]), flowOf([0, 500]), flowOf([30, 12400])];
    expect(fullCostOfCredit(flows, 'DAY').money.toFixed(2)).toBe('2900.00');
  });

  it('of a loan without interest is zero', () => {
    expect(fullCostOfCredit([flowOf([0, -10000]), flowOf([10, 10000])], 'DAY').percent.toFixed(3)).toBe('0.000');
  });

  it.each([
    ['nothing', []],
    ['a sum that is never paid back', [flowOf([0, -10000])]],
    ['a payment before the loan', [flowOf([0, 100]), flowOf([5, -10000]), flowOf([10, 10000])]],
    ['less paid back than lent', [flowOf([0, -10000]), flowOf([10, 9999])]],
  ])('is refused for %s', (_name, flows) => {
    expect(() => fullCostOfCredit(flows, 'DAY')).toThrow(RangeError);
  });

  it('of one payment is the daily rate times 365, whatever the term', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 365 }), (dailyRatePercent, termDays) => {
        // A sum whose interest is a whole number of kopecks, so that rounding has no part in it.
        const terms = { principal: new Decimal(10000), dailyRatePercent, issuedOn: issue };
        const { percent } = fullCostOfCredit(scheduleFlows(terms, singlePaymentSchedule({ ...terms, termDays })), 'DAY');
        expect(percent.toFixed(3)).toBe(dailyRatePercent.mul(365).toFixed(3));
      }),
    );
  });

  it('agrees with an independent calculation in binary floats by the secant method', () => {
    fc.assert(
      fc.property(
        principal,
        rate,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (sum, dailyRatePercent, count, periodDays) => {
          const terms = { principal: sum, dailyRatePercent, issuedOn: issue };
          const rows = instalmentSchedule({ ...terms, count, periodDays });
          const value = (i: number) => rows.reduce((total, row) => total + row.total.toNumber() / (1 + i) ** row.number, -sum.toNumber());
          let [a, b] = [dailyRatePercent.toNumber() * periodDays * 0.009, dailyRatePercent.toNumber() * periodDays * 0.011];
          for (let n = 0; n < 100 && Math.abs(a - b) > 1e-14 && value(a) !== value(b); n++)
            [a, b] = [b, b - (value(b) * (b - a)) / (value(b) - value(a))];
          const expected = b * (365 / periodDays) * 100;
          expect(Math.abs(fullCostOfCredit(scheduleFlows(terms, rows), 'DAY').percent.toNumber() - expected)).toBeLessThan(0.0006);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never falls when a fee is added', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 90 }), (dailyRatePercent, fee, termDays) => {
        const terms = { principal: new Decimal(10000), dailyRatePercent, issuedOn: issue };
        const rows = singlePaymentSchedule({ ...terms, termDays });
        const without = fullCostOfCredit(scheduleFlows(terms, rows), 'DAY');
        const withFee = fullCostOfCredit(scheduleFlows(terms, rows, [{ on: issue, amount: new Decimal(fee) }]), 'DAY');
        expect(withFee.percent.gt(without.percent)).toBe(true);
        expect(withFee.money.minus(without.money).toNumber()).toBe(fee);
      }),
      { numRuns: 40 },
    );
  });
});
