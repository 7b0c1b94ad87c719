import fc from 'fast-check';
import { Decimal } from '../../../schema/base';
import { shareOfDay, withinRoom } from './share-of-day';

describe('the share of a day', () => {
  it('adds up to the rounded whole, and is never below zero', () => {
    const perDay = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => new Decimal(parts).div(10_000));
    fc.assert(
      fc.property(perDay, fc.integer({ min: 1, max: 60 }), (amount, days) => {
        const shares = Array.from({ length: days }, (_, i) => shareOfDay(amount, i + 1, 'HALF_UP'));
        expect(shares.every((share) => share.gte(0))).toBe(true);
        const whole = amount.mul(days).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        expect(shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).eq(whole)).toBe(true);
      }),
    );
  });

  it('knows no stretch of no days', () => {
    for (const days of [0, -1, 1.5, Number.NaN]) expect(() => shareOfDay(new Decimal(1), days, 'HALF_UP')).toThrow(RangeError);
  });

  it('fills a room to its last whole unit and no further', () => {
    expect(withinRoom(new Decimal('80'), new Decimal('40')).toFixed(2)).toBe('40.00');
    expect(withinRoom(new Decimal('80'), new Decimal('39.999')).toFixed(2)).toBe('39.99');
    expect(withinRoom(new Decimal('80'), new Decimal('0.009')).toFixed(2)).toBe('0.00');
    expect(withinRoom(new Decimal('80'), new Decimal('-5')).toFixed(2)).toBe('0.00');
    expect(withinRoom(new Decimal('80'), new Decimal(Infinity)).toFixed(2)).toBe('80.00');
  });
});
