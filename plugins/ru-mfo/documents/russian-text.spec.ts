import { longDate, plural, rubles, ruDate, sum } from './russian-text';

describe('sums and days in Russian', () => {
  it.each([
    ['1.00', '1 рубль 00 копеек'],
    ['2.01', '2 рубля 01 копейка'],
    ['11.11', '11 рублей 11 копеек'],
    ['1021.22', '1 021 рубль 22 копейки'],
    ['12400', '12 400 рублей 00 копеек'],
    ['500000.5', '500 000 рублей 50 копеек'],
  ])('%s is written %s', (decimal, words) => expect(rubles(decimal).replaceAll('\u00a0', ' ')).toBe(words));

  it('keep their thousands together', () => expect(sum('1234567.80')).toBe('1\u00a0234\u00a0567,80'));
  it('name days in both forms', () => {
    expect(ruDate('2023-05-08')).toBe('08.05.2023');
    expect(longDate('2023-05-08')).toBe('8 мая 2023 г.');
  });
  it('decline by the last digits', () =>
    expect([1, 3, 14, 21, 112].map((n) => plural(n, 'a', 'b', 'c'))).toEqual(['a', 'b', 'c', 'a', 'c']));
});
