import { Temporal } from 'temporal-polyfill';
import { basePeriod, periodsPerYear } from '.';
import { distance } from './base-period';

const issue = Temporal.PlainDate.from('2023-01-31');
const daysAfter = (...days: number[]) => [0, ...days].map((n) => issue.add({ days: n }));
const monthsAfter = (...months: number[]) => [0, ...months].map((n) => issue.add({ months: n }));

describe('the base period', () => {
  it('is the interval that occurs most often', () => {
    expect(basePeriod(daysAfter(14, 28, 42, 49), 'DAY')).toEqual({ unit: 'DAY', length: 14 });
  });

  it('is the smallest of several equally frequent ones', () => {
    expect(basePeriod(daysAfter(7, 14, 28, 42), 'DAY')).toEqual({ unit: 'DAY', length: 7 });
  });

  it('is the rounded mean when none repeats', () => {
    expect(basePeriod(daysAfter(10, 25, 43), 'DAY')).toEqual({ unit: 'DAY', length: 14 });
  });

  it('is a year when every interval is longer than one', () => {
    expect(basePeriod(daysAfter(400), 'DAY')).toEqual({ unit: 'DAY', length: 365 });
    expect(basePeriod(monthsAfter(18), 'MONTH')).toEqual({ unit: 'MONTH', length: 12 });
  });

  it('takes the ends of months as one month apart', () => {
    expect(basePeriod(monthsAfter(1, 2, 3), 'MONTH')).toEqual({ unit: 'MONTH', length: 1 });
  });

  it('goes 365 / N times into a year, 12 / N when it is months', () => {
    expect(periodsPerYear({ unit: 'DAY', length: 73 }).toFixed()).toBe('5');
    expect(periodsPerYear({ unit: 'MONTH', length: 3 }).toFixed()).toBe('4');
  });

  it('splits a distance into whole periods and a share', () => {
    expect(distance(issue, issue.add({ days: 37 }), { unit: 'DAY', length: 30 })).toMatchObject({ whole: 1 });
    expect(distance(issue, issue.add({ days: 45 }), { unit: 'DAY', length: 30 }).share.toFixed()).toBe('0.5');
    expect(distance(issue, issue.add({ months: 4 }), { unit: 'MONTH', length: 3 })).toMatchObject({ whole: 1 });
  });
});
