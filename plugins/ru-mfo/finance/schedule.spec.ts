import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { instalmentSchedule, simpleInterest, singlePaymentSchedule } from '.';

const issuedOn = Temporal.PlainDate.from('2023-04-28');
const loan = (principal: string, dailyRatePercent: string) => ({
  principal: new Decimal(principal),
  dailyRatePercent: new Decimal(dailyRatePercent),
  issuedOn,
});

describe('the schedule of payments', () => {
  it('of one payment holds principal and interest from the day after the issue to the day of repayment', () => {
    const [row, ...others] = singlePaymentSchedule({ ...loan('10000', '0.8'), termDays: 30 });
    expect(others).toEqual([]);
    expect(row!.dueOn.toString()).toBe('2023-05-28');
    expect([row!.principal, row!.interest, row!.total, row!.balance].map((sum) => sum.toFixed(2))).toEqual([
      '10000.00',
      '2400.00',
      '12400.00',
      '0.00',
    ]);
  });

  it('rounds interest half-up to kopecks', () => {
    expect(simpleInterest(new Decimal('0.625'), new Decimal('0.8'), issuedOn, issuedOn.add({ days: 1 })).toFixed(2)).toBe('0.01');
    expect(simpleInterest(new Decimal('0.62'), new Decimal('0.8'), issuedOn, issuedOn.add({ days: 1 })).toFixed(2)).toBe('0.00');
  });

  it('of instalments has equal payments but for the last', () => {
    const rows = instalmentSchedule({ ...loan('15000', '0.8'), count: 5, periodDays: 14 });
    const totals = rows.map((row) => row.total.toFixed(2));
    expect(new Set(totals.slice(0, -1)).size).toBe(1);
    expect(rows.map((row) => row.dueOn.toString())).toEqual(['2023-05-12', '2023-05-26', '2023-06-09', '2023-06-23', '2023-07-07']);
  });

  it('pays back exactly the principal, in kopecks, and charges no interest on interest', () => {
    const sums = fc.integer({ min: 1, max: 50_000_000 }).map((sum) => new Decimal(sum).div(100));
    const rates = fc.integer({ min: 0, max: 80 }).map((sum) => new Decimal(sum).div(100));
    fc.assert(
      fc.property(
        sums,
        rates,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 31 }),
        (principal, dailyRatePercent, count, periodDays) => {
          const rows = instalmentSchedule({ principal, dailyRatePercent, issuedOn, count, periodDays });
          let owed = principal;
          for (const row of rows) {
            expect(row.interest.toFixed()).toBe(
              simpleInterest(owed, dailyRatePercent, row.dueOn.subtract({ days: periodDays }), row.dueOn).toFixed(),
            );
            expect(row.principal.isNegative()).toBe(false);
            expect(row.total.equals(row.principal.plus(row.interest))).toBe(true);
            expect(row.total.decimalPlaces()).toBeLessThanOrEqual(2);
            owed = owed.minus(row.principal);
            expect(row.balance.equals(owed)).toBe(true);
          }
          expect(owed.isZero()).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['no payment', { count: 0, periodDays: 14 }],
    ['half a payment', { count: 1.5, periodDays: 14 }],
    ['no days between payments', { count: 2, periodDays: 0 }],
  ])('is refused with %s', (_name, shape) => {
    expect(() => instalmentSchedule({ ...loan('1000', '0.8'), ...shape })).toThrow(RangeError);
  });

  it('is refused for no sum or a negative rate', () => {
    expect(() => singlePaymentSchedule({ ...loan('0', '0.8'), termDays: 1 })).toThrow(RangeError);
    expect(() => singlePaymentSchedule({ ...loan('1000', '-0.1'), termDays: 1 })).toThrow(RangeError);
  });
});
