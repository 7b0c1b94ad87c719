import { Temporal } from 'temporal-polyfill';
import { baseValueOn } from '.';

const on = (text: string) => baseValueOn(Temporal.PlainDate.from(text))?.value.toFixed(2) ?? null;

describe('base value', () => {
  it.each([
    ['2022-01-01', '32.00'],
    ['2023-06-01', '37.00'],
    ['2024-12-31', '40.00'],
    ['2025-01-01', '42.00'],
    ['2025-12-31', '42.00'],
    ['2026-01-01', '45.00'],
  ])('on %s is %s', (day, value) => {
    expect(on(day)).toBe(value);
  });

  it('outside the published years is unknown', () => {
    expect(on('2021-12-31')).toBeNull();
    expect(on('2027-01-01')).toBeNull();
  });
});
