import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { ByLeasingLeasePaymentInput } from './document.inputs';
import { paymentFindings, paymentsOf } from './lease-payments';

const lender = { currency: 'BYN' } as never;
const payment = (principal: string, reward: string, currency = 'BYN'): ByLeasingLeasePaymentInput => ({
  dueOn: Temporal.PlainDate.from('2026-07-10'),
  principal: { amount: new Decimal(principal), currency },
  reward: { amount: new Decimal(reward), currency: 'BYN' },
});

describe('a schedule of lease payments as it is sent', () => {
  it('is of the lender’s currency in whole kopecks, and each sum that is not is named by its place', () => {
    expect(paymentFindings([payment('500', '20.5')], { lender })).toEqual([]);
    const wrong = paymentFindings([payment('500', '20.5'), payment('500', '20.555', 'USD')], { lender });
    expect(wrong.map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['MONEY_CURRENCY_WRONG', 'input.payments.1.principal'],
      ['MONEY_TOO_PRECISE', 'input.payments.1.reward'],
    ]);
  });

  it('is kept with two places', () => {
    expect(paymentsOf([payment('500', '20.5')])).toEqual([{ dueOn: '2026-07-10', principal: '500.00', reward: '20.50' }]);
  });
});
