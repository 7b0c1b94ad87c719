import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { loanTerms, tariffOn } from '.';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const tariff = {
  from: '2023-07-01',
  dailyRatePercent: '0.8',
  onePaymentUpToDays: 30,
  instalmentEveryDays: 14,
  penaltyYearlyPercent: '20',
  verified: false,
};
const earlier = { ...tariff, from: '2020-01-01', dailyRatePercent: '1' };

describe('the terms of a loan', () => {
  it('of up to thirty days have one payment and the rate of 365 days', () => {
    const terms = loanTerms({ amount: '10000', termDays: 30, startOn: day('2024-04-15') }, tariff);
    expect(terms).toMatchObject({
      principal: '10000.00',
      dueOn: '2024-05-15',
      dailyRate: '0.8',
      fullCost: { percent: '292.000', amount: '2400.00' },
    });
    expect(terms.schedule).toEqual([{ no: 1, dueOn: '2024-05-15', principal: '10000.00', interest: '2400.00', fees: '0.00' }]);
  });

  it('of a longer term have a payment every fortnight and one on the last day', () => {
    const days = (termDays: number) =>
      loanTerms({ amount: '15000', termDays, startOn: day('2024-01-01') }, tariff).schedule.map(
        (row) => day('2024-01-01').until(day(row.dueOn)).days,
      );
    expect(days(42)).toEqual([14, 28, 42]);
    expect(days(45)).toEqual([14, 28, 45]);
    expect(days(49)).toEqual([14, 28, 42, 49]);
    expect(days(31)).toEqual([14, 31]);
  });

  it('repay the principal exactly, the last payment on the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 10_000_000 }), fc.integer({ min: 1, max: 365 }), (kopecks, termDays) => {
        const amount = new Decimal(kopecks).div(100).toFixed(2);
        const terms = loanTerms({ amount, termDays, startOn: day('2024-02-29') }, tariff);
        expect(terms.schedule.reduce((sum, row) => sum.plus(row.principal), new Decimal(0)).toFixed(2)).toBe(amount);
        expect(terms.schedule.at(-1)!.dueOn).toBe(terms.dueOn);
        expect(terms.schedule.reduce((sum, row) => sum.plus(row.interest), new Decimal(0)).toFixed(2)).toBe(terms.fullCost!.amount);
      }),
      { numRuns: 25 },
    );
  });

  it('are those of the tariff of the day; before the first there is none', () => {
    expect(tariffOn([tariff, earlier], day('2023-07-01'))).toBe(tariff);
    expect(tariffOn([tariff, earlier], day('2023-06-30'))).toBe(earlier);
    expect(tariffOn([tariff, earlier], day('2019-12-31'))).toBeNull();
  });
});
