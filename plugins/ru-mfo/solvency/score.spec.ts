import fc from 'fast-check';
import { Decimal } from '../../../schema/base';
import { amountToIncome, analyseReport, scoreByIncome } from './score';

const sum = fc.integer({ min: 1, max: 100_000_000 }).map((kopecks) => new Decimal(kopecks).div(100).toFixed(2));
const risk = fc.integer({ min: 0, max: 100 }).map(String);

describe('solvency by income', () => {
  it('ru-mfo/kapital-nt/19/1 · 15 000 asked of 45 000 a month is 0.3333', () => {
    expect(amountToIncome('15000.00', '45000.00')).toBe('0.3333');
    expect(amountToIncome('45000.00', '45000')).toBe('1.0000');
  });

  it('ru-mfo/kapital-nt/20/2/анализ · two loans of 3 000 and 4 500 a month are 7 500 a month', () => {
    const loan = { creditor: 'BANK' as const, concludedOn: '2022-01-01', fullCost: null, overdueDays: 0, overdueAmount: '0.00' };
    const openLoans = [
      { ...loan, outstanding: '30000.00', monthlyPayment: '3000.00' },
      { ...loan, outstanding: '45000.50', monthlyPayment: '4500.00' },
    ];
    expect(analyseReport({ openLoans, longestOverdueDays: 95 })).toEqual({
      currentObligations: 2,
      outstanding: '75000.50',
      paymentsPerMonth: 2,
      monthlyPayments: '7500.00',
      longestOverdueDays: 95,
      overdueAmount: '0.00',
    });
  });

  it.each([
    // Sure income 40 500, payments 7 500: 33 000 over 11 680.
    [
      { income: '45000.00', monthlyPayments: '7500.00', lossRisk: '10', newPayment: '11680.00' },
      { value: 1000, solvent: true },
    ],
    [
      { income: '20000.00', monthlyPayments: '0.00', lossRisk: '0', newPayment: '20000.00' },
      { value: 500, solvent: true },
    ],
    [
      { income: '20000.00', monthlyPayments: '0.01', lossRisk: '0', newPayment: '20000.00' },
      { value: 499, solvent: false },
    ],
    [
      { income: '20000.00', monthlyPayments: '0.00', lossRisk: '100', newPayment: '1.00' },
      { value: 0, solvent: false },
    ],
    [
      { income: '0.00', monthlyPayments: '5000.00', lossRisk: '0', newPayment: '1.00' },
      { value: 0, solvent: false },
    ],
  ])('ru-mfo/kapital-nt/20/3/доход · income %j is scored %j', (input, score) => {
    expect(scoreByIncome(input)).toEqual(score);
  });

  it('ru-mfo/kapital-nt/20/3/доход · more risk, more debts or a dearer loan never score higher, and the score stays in its bounds', () => {
    fc.assert(
      fc.property(sum, sum, sum, risk, sum, (income, monthlyPayments, newPayment, lossRisk, more) => {
        const base = { income, monthlyPayments, newPayment, lossRisk };
        const { value, solvent } = scoreByIncome(base);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1000);
        expect(solvent).toBe(solvent && value >= 500);
        const worse = [
          { ...base, monthlyPayments: new Decimal(monthlyPayments).plus(more).toFixed(2) },
          { ...base, newPayment: new Decimal(newPayment).plus(more).toFixed(2) },
          { ...base, lossRisk: String(Math.min(100, Number(lossRisk) + 1)) },
        ];
        for (const input of worse) {
          const scored = scoreByIncome(input);
          if (value > 0) expect(scored.value).toBeLessThanOrEqual(value);
          if (!solvent) expect(scored.solvent).toBe(false);
        }
      }),
    );
  });
});
