import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../schema/base';
import { type CommandContext, Refusal } from '../commands';
import { type ContractRecord, type Settled, settle } from '../contracts';
import { uuidv7 } from '../database';
import { formFinding } from '../rules';
import { paymentFollowers } from './extension-points';
import { insertPayment, type PaymentRecord, paymentByExternalId } from './payment.record';

/** Money that came in. */
export interface IncomingPayment {
  /** More than zero, in the contract's currency, two places. */
  readonly amount: Decimal;
  /** The lender's day from which it counts: not after today, not before the contract's conclusion. */
  readonly paidOn: Temporal.PlainDate;
  /** The id that the payer's side gave it. */
  readonly externalId: string;
  /** `CLIENT` unless said; a word of the plugin's own for other money, such as proceeds of a sale. */
  readonly source?: string;
}

export interface ReceivedPayment {
  readonly payment: Pick<PaymentRecord, 'id' | 'status'>;
  /** `null` for money that had been booked before. */
  readonly settled: Settled | null;
}

/**
 * Books money that came in under a locked contract: accrual up to today, the split by the plugin's order, what is left over kept
 * as a surplus, the contract's end when nothing is owed. The same external id is booked once. The command declares `paymentEvents`.
 * @throws Refusal CONTRACT_NOT_CONCLUDED, LEDGER_DAY_OUTSIDE, LEDGER_ALREADY_REFUNDED, PAYMENT_EXTERNAL_ID_REUSED
 */
export async function receivePayment(
  context: CommandContext,
  contract: ContractRecord,
  incoming: IncomingPayment,
): Promise<ReceivedPayment> {
  const { lender, now, transaction } = context;
  const { amount, externalId, source = 'CLIENT' } = incoming;
  const paidOn = incoming.paidOn.toString();
  const id = uuidv7(now.epochMilliseconds);
  const { currency } = contract.terms;
  if (contract.concludedOn === null) {
    throw new Refusal([formFinding('CONTRACT_NOT_CONCLUDED', ['input', 'contractId'], { status: contract.status })]);
  }
  const row = [lender.id, id, contract.id, contract.clientId, source, amount.toFixed(2), currency, paidOn, externalId];
  const [written] = await transaction.query(insertPayment, [...row, new Date(now.epochMilliseconds)]);
  if (!written) {
    const [known] = await transaction.query(paymentByExternalId, [lender.id, externalId]);
    const isSame =
      known?.contractId === contract.id && new Decimal(known.amount).eq(amount) && known.paidOn === paidOn && known.source === source;
    if (!isSame) throw new Refusal([formFinding('PAYMENT_EXTERNAL_ID_REUSED', ['input', 'externalId'])]);
    return { payment: known, settled: null };
  }
  const settled = await settle(context, contract, { payment: { reference: id, on: paidOn, amount } });
  context.emit({
    type: 'PaymentReceived',
    subject: { type: 'Contract', id: contract.id },
    applicationId: contract.applicationId,
    clientId: contract.clientId,
    plugin: contract.pluginId,
    payload: { paymentId: id, contractId: contract.id, amount: amount.toFixed(2), currency, paidOn, source },
  });
  for (const follower of context.extensions.of(paymentFollowers, contract.pluginId)) {
    await follower.received(context, contract, settled, incoming.paidOn);
  }
  return { payment: { id, status: 'BOOKED' }, settled };
}
