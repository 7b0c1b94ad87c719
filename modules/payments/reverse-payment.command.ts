import { type CommandResult, defineCommand, Refusal } from '../commands';
import { lockContractWithApplication, settle } from '../contracts';
import { formFinding } from '../rules';
import { readPayment, setReversed } from './payment.record';
import { paymentEvents } from './payment-events';
import { refundsUnderWay } from './refund';

export interface ReversePayment {
  readonly paymentId: string;
  readonly reason: string;
}

export interface ReversePaymentResult extends CommandResult {
  readonly paymentId?: string;
  readonly contractId?: string;
}

const REASON_MAX = 200;

/** Takes a payment back: the days from it on are run again without it, the contract is taken up again if something is owed then. */
export const reversePayment = defineCommand<ReversePayment, ReversePaymentResult>({
  name: 'reversePayment',
  emits: paymentEvents,
  async run({ paymentId, reason }, context) {
    const { lender, transaction, now } = context;
    const note = reason.trim();
    if (note === '' || note.length > REASON_MAX)
      throw new Refusal([formFinding('PAYMENT_REASON_INVALID', ['input', 'reason'], { max: REASON_MAX })]);
    const [found] = await transaction.query(readPayment, [lender.id, paymentId]);
    if (!found) throw new Refusal([formFinding('PAYMENT_NOT_FOUND', ['input', 'paymentId'])]);
    const { contract } = await lockContractWithApplication(context, found.contractId);
    const [payment] = await transaction.query(readPayment, [lender.id, paymentId]);
    if (payment!.status === 'REVERSED') throw new Refusal([formFinding('PAYMENT_ALREADY_REVERSED', ['input', 'paymentId'])]);
    await transaction.query(setReversed, [lender.id, paymentId, new Date(now.epochMilliseconds), note]);
    const { state } = await settle(context, contract, { reversed: { payment: paymentId, on: payment!.paidOn } });
    // The partner may have paid it already: what is on its way back must stay in the book until the answer.
    if (state.surplus.lt(await refundsUnderWay(context, contract.id)))
      throw new Refusal([formFinding('REFUND_UNDER_WAY', ['input', 'paymentId'])]);
    context.emit({
      type: 'PaymentReversed',
      subject: { type: 'Contract', id: contract.id },
      applicationId: contract.applicationId,
      clientId: contract.clientId,
      plugin: contract.pluginId,
      payload: { paymentId, contractId: contract.id, amount: payment!.amount, currency: payment!.currency },
    });
    return { paymentId, contractId: contract.id };
  },
});
