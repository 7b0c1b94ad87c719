import { Temporal } from 'temporal-polyfill';
import type { Decimal } from '../../schema/base';
import { dayOf } from '../calendar';
import { type CommandResult, defineCommand, Refusal } from '../commands';
import { lockContractWithApplication } from '../contracts';
import { moneyFromInput } from '../money';
import { formFinding } from '../rules';
import { paymentEvents } from './payment-events';
import { receivePayment } from './receive-payment';

export interface RegisterPayment {
  readonly contractId: string;
  readonly amount: { readonly amount: Decimal; readonly currency: string };
  /** ISO 8601 day; or the moment, whose day in the lender's zone counts. One of the two; the present day without both. */
  readonly paidOn: string | null;
  readonly paidAt: string | null;
  readonly externalId: string;
}

export interface RegisterPaymentResult extends CommandResult {
  readonly paymentId?: string;
  readonly contractId?: string;
}

const EXTERNAL_ID = /^[\x21-\x7e]{1,128}$/;

/** Books money that came in. It was received whatever the plugin's state is, so that state is not asked. */
export const registerPayment = defineCommand<RegisterPayment, RegisterPaymentResult>({
  name: 'registerPayment',
  emits: paymentEvents,
  async run({ contractId, amount, paidOn, paidAt, externalId }, context) {
    if (!EXTERNAL_ID.test(externalId)) throw new Refusal([formFinding('PAYMENT_EXTERNAL_ID_INVALID', ['input', 'externalId'])]);
    if (paidOn !== null && paidAt !== null) throw new Refusal([formFinding('PAYMENT_DAY_AMBIGUOUS', ['input', 'paidAt'])]);
    const { contract } = await lockContractWithApplication(context, contractId);
    const sum = moneyFromInput(amount, { path: ['input', 'amount'], currency: contract.terms.currency, positive: true });
    const on = paidOn
      ? Temporal.PlainDate.from(paidOn)
      : paidAt
        ? dayOf(Temporal.Instant.from(paidAt), context.lender.zone)
        : context.today;
    const { payment } = await receivePayment(context, contract, { amount: sum.amount, paidOn: on, externalId });
    return { paymentId: payment.id, contractId };
  },
});
