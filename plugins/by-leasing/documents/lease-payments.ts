import type { GraphContext } from '../../../modules/commands';
import { moneyFindings } from '../../../modules/money';
import type { Finding } from '../../../modules/rules';
import type { ByLeasingLeasePaymentInput } from './document.inputs';
import type { LeasePayment } from './filled-fields';

/** What keeps the sums of a schedule that a caller sent from being sums of the lender's currency. */
export const paymentFindings = (payments: readonly ByLeasingLeasePaymentInput[], { lender }: Pick<GraphContext, 'lender'>): Finding[] =>
  payments.flatMap(({ principal, reward }, i) =>
    Object.entries({ principal, reward }).flatMap(([name, sum]) =>
      moneyFindings(sum, { path: ['input', 'payments', String(i), name], ...(lender ? { currency: lender.currency } : {}) }),
    ),
  );

/** A schedule as documents keep it. */
export const paymentsOf = (payments: readonly ByLeasingLeasePaymentInput[]): LeasePayment[] =>
  payments.map(({ dueOn, principal, reward }) => ({
    dueOn: dueOn.toString(),
    principal: principal.amount.toFixed(2),
    reward: reward.amount.toFixed(2),
  }));
