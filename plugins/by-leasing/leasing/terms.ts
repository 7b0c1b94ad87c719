import { Temporal } from 'temporal-polyfill';
import type { AccrualPolicy, ContractTerms, TermsCalculator } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import type { LeasePayment } from '../documents/filled-fields';

/** The sum and the term; lease payments are agreed in the main terms and the contract, not computed. */
export const leasingTerms: TermsCalculator = {
  async compute(_context, application, { amount, termDays, accepted }, startOn) {
    if (accepted) return accepted;
    const days = { startOn: startOn.toString(), dueOn: startOn.add({ days: termDays }).toString() };
    return { principal: amount, currency: application.currency, ...days, termDays, dailyRate: null, fullCost: null, schedule: [] };
  },
};

/** The terms of a leasing contract as both parties signed them. */
export function termsOfPayments(payments: readonly LeasePayment[], currency: string, startOn: Temporal.PlainDate): ContractTerms {
  const dueOn = payments.at(-1)!.dueOn;
  return {
    principal: Decimal.sum(...payments.map(({ principal }) => principal)).toFixed(2),
    currency,
    startOn: startOn.toString(),
    dueOn,
    termDays: Math.max(1, startOn.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'days' }).days),
    dailyRate: null,
    fullCost: null,
    schedule: payments.map((payment, i) => ({
      no: i + 1,
      dueOn: payment.dueOn,
      principal: payment.principal,
      interest: payment.reward,
      fees: '0.00',
    })),
  };
}

/** The lessor's reward (вознаграждение лизингодателя) is owed on the day of each lease payment, as the schedule has it. */
export const leasingAccrual: AccrualPolicy = {
  ruleFor:
    () =>
    ({ instalment }) => {
      const amount = new Decimal(instalment?.interest ?? 0);
      return amount.gt(0) ? [{ component: 'INTEREST', amount }] : [];
    },
};
