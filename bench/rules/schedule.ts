import { product } from '../product.ts';

const { Temporal } = product('../node_modules/temporal-polyfill');
const { Decimal } = product('schema/base');

const TARIFF = {
  from: '2023-07-01',
  dailyRatePercent: '0.8',
  onePaymentUpToDays: 30,
  instalmentEveryDays: 14,
  penaltyYearlyPercent: '20',
  verified: false,
};
const START = Temporal.PlainDate.from('2026-11-20');

export interface Schedule {
  readonly name: string;
  readonly title: string;
  /** Terms of the loan number `i`; answers the full cost with three decimals. */
  compute(i: number): string;
}

const amountOf = (i: number): string => `${10_000 + (i % 5_000)}.00`;

/** Schedule, payments and full cost of a loan, as an offer needs them. */
export function ownSchedule(termDays: number): Schedule {
  const { loanTerms } = product('plugins/ru-mfo/finance');
  return {
    name: `schedule: ${termDays} days`,
    title: 'schedule and full cost, decimals of 40 digits, root in a proved bracket',
    compute: (i) => loanTerms({ amount: amountOf(i), termDays, startOn: START }, TARIFF).fullCost.percent,
  };
}

/** The full cost alone of the same payments, by Newton's method on decimals from a guess: what a plain implementation does. */
export function newton(termDays: number): Schedule {
  const { loanTerms } = product('plugins/ru-mfo/finance');
  const flowsOf = (i: number) => {
    const { schedule, principal } = loanTerms({ amount: amountOf(i), termDays, startOn: START }, TARIFF);
    const days = (dueOn: string) => START.until(Temporal.PlainDate.from(dueOn)).days;
    return [
      { day: 0, amount: new Decimal(principal).neg() },
      ...schedule.map((row: { dueOn: string; principal: string; interest: string }) => ({
        day: days(row.dueOn),
        amount: new Decimal(row.principal).plus(row.interest),
      })),
    ];
  };
  const prepared = Array.from({ length: 64 }, (_, i) => flowsOf(i));
  const base = termDays <= TARIFF.onePaymentUpToDays ? termDays : TARIFF.instalmentEveryDays;
  return {
    name: `newton: ${termDays} days`,
    title: 'full cost only, Newton on decimals from 10 % a period; no schedule, no proof of the root',
    compute: (i) => {
      let rate = new Decimal('0.1');
      const flows = prepared[i % prepared.length]!;
      for (let step = 0; step < 60; step++) {
        let value = new Decimal(0);
        let slope = new Decimal(0);
        for (const { day, amount } of flows) {
          const whole = Math.floor(day / base);
          const share = new Decimal(day % base).div(base);
          const rest = share.mul(rate).plus(1);
          const worth = amount.div(rate.plus(1).pow(whole).mul(rest));
          value = value.plus(worth);
          slope = slope.minus(worth.mul(rate.plus(1).pow(-1).mul(whole).plus(share.div(rest))));
        }
        const next = rate.minus(value.div(slope));
        if (next.minus(rate).abs().lt('1e-20')) break;
        rate = next;
      }
      return rate.mul(365).div(base).mul(100).toFixed(3);
    },
  };
}
