import { Decimal } from '../../schema/base';
import { lifecycleEvents } from '../applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { accrueToday, lockContractWithApplication, post } from '../contracts';
import { statement } from '../database';
import { formFinding } from '../rules';
import type { TransferPurpose } from './extension-points';
import { destinationOf, orderMoney } from './order-money';

/** Purpose of transfers that give a surplus back. */
export const REFUND = 'REFUND';

export interface RefundSurplus {
  readonly contractId: string;
}

export interface RefundSurplusResult extends CommandResult {
  readonly contractId?: string;
  readonly transferId?: string;
}

const underWay = statement<{ amount: string }>(
  'refund_under_way',
  "select coalesce(sum(amount), 0)::text as amount from core.transfer where contract_id = $1 and purpose = 'REFUND' and status = 'ORDERED'",
);

/** What of a contract's surplus is on its way back; the contract is locked. */
export async function refundsUnderWay(context: CommandContext, contractId: string): Promise<Decimal> {
  const [ordered] = await context.transaction.query(underWay, [contractId]);
  return new Decimal(ordered!.amount);
}

/** Orders what was paid above the debt to be given back, to where the loan's sum went. It leaves the ledger when the partner has paid it. */
export const refundSurplus = defineCommand<RefundSurplus, RefundSurplusResult>({
  name: 'refundSurplus',
  emits: lifecycleEvents,
  async run({ contractId }, context) {
    const { contract, application } = await lockContractWithApplication(context, contractId);
    const { state } = await accrueToday(context, contract);
    const amount = state.surplus.minus(await refundsUnderWay(context, contractId));
    if (!amount.gt(0)) throw new Refusal([formFinding('SURPLUS_NONE', ['input', 'contractId'])]);
    const transferId = await orderMoney(context, {
      purpose: REFUND,
      amount: amount.toFixed(2),
      currency: contract.terms.currency,
      contract,
      destination: await destinationOf(context, application),
    });
    return { contractId, transferId };
  },
});

/** The surplus is given back: it is no longer held. */
export const refundPurpose: TransferPurpose = {
  purpose: REFUND,
  async settled(context, { id, contract, amount }, _at, on) {
    await post(context, contract!, {
      cause: 'REFUND',
      reference: id,
      on,
      lines: [{ component: 'SURPLUS', amount: new Decimal(amount).neg() }],
    });
  },
};
