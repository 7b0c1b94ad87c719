import fc from 'fast-check';
import { Decimal } from '../../../schema/base';
import { judge } from '../test-support/rule-book';
import { charges, dailyRate, fullCost, principal } from './loan';

const of = (text: string) => new Decimal(text);

describe('the limits of law', () => {
  it.each([
    ['2023-06-30', '1', '1.01', 'art. 5 part 23@2020-01-01'],
    ['2023-07-01', '0.8', '0.801', 'art. 5 part 23@2023-07-01'],
    ['2026-11-20', '0.8', '0.801', 'art. 5 part 23@2026-04-01'],
  ])('on %s let at most %s % a day, and cite the point and its day', (day, at, above, point) => {
    expect(judge(dailyRate, { dailyRate: of(at) }, day).verdict).toBe('PASS');
    expect(judge(dailyRate, { dailyRate: of(above) }, day)).toMatchObject({
      code: 'RU_MFO_DAILY_RATE_ABOVE_CAP',
      clauses: [`ru/consumer-credit/${point}`],
      facts: { limit: at },
    });
  });

  it.each([
    ['2023-06-30', '365.000', '365.001'],
    ['2023-07-01', '292.000', '292.001'],
  ])('on %s let a full cost of %s % a year, not a thousandth more', (day, at, above) => {
    expect(judge(fullCost, { fullCost: of(at) }, day).verdict).toBe('PASS');
    expect(judge(fullCost, { fullCost: of(above) }, day)).toMatchObject({ code: 'RU_MFO_FULL_COST_ABOVE_CAP', facts: { percent: above } });
  });

  it.each([
    ['2023-06-30', '15000.00', '15000.01'],
    ['2023-07-01', '13000.00', '13000.01'],
    ['2026-03-31', '13000.00', '13000.01'],
    ['2026-04-01', '10000.00', '10000.01'],
  ])('on %s let charges of %s on 10 000, not a kopeck more', (day, at, above) => {
    const loan = { decidedAmount: of('10000'), decidedTermDays: 365 };
    expect(judge(charges, { ...loan, charges: of(at) }, day).verdict).toBe('PASS');
    expect(judge(charges, { ...loan, charges: of(above) }, day)).toMatchObject({ code: 'RU_MFO_CHARGES_ABOVE_CAP' });
  });

  it('on charges do not reach loans of more than a year', () => {
    expect(judge(charges, { decidedAmount: of('10000'), decidedTermDays: 366, charges: of('99999') })).toMatchObject({
      reason: 'NOT_APPLICABLE',
    });
  });

  it('let one person owe 500 000, not a kopeck more', () => {
    expect(judge(principal, { principalDebt: of('500000.00') }).verdict).toBe('PASS');
    expect(judge(principal, { principalDebt: of('500000.01') })).toMatchObject({
      code: 'RU_MFO_PRINCIPAL_ABOVE_CAP',
      clauses: ['ru/microfinance/art. 12 part 1@2020-01-01'],
    });
  });

  it('never let more on a later day of the same rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (hundredths) => {
        const facts = { dailyRate: of(String(hundredths)).div(100) };
        if (judge(dailyRate, facts, '2026-11-20').verdict === 'PASS') expect(judge(dailyRate, facts, '2023-06-30').verdict).toBe('PASS');
      }),
    );
  });
});
