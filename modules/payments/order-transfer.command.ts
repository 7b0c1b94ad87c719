import { Decimal } from '../../schema/base';
import { guard, lifecycleEvents } from '../applications';
import { type CommandResult, defineCommand, Refusal } from '../commands';
import { lockContractWithApplication } from '../contracts';
import { formFinding } from '../rules';
import { payoutDestination } from './extension-points';
import { destinationOf, orderMoney } from './order-money';
import { LOAN } from './transfer.entity';
import { isMoneyOut } from './transfers';

export interface OrderTransfer {
  readonly contractId: string;
}

export interface OrderTransferResult extends CommandResult {
  readonly contractId?: string;
  readonly transferId?: string;
}

/** Orders the accepted sum to be paid out: the transfer that concludes the contract when it is settled. */
export const orderTransfer = defineCommand<OrderTransfer, OrderTransferResult>({
  name: 'orderTransfer',
  emits: lifecycleEvents,
  async run({ contractId }, context) {
    const { contract, application } = await lockContractWithApplication(context, contractId);
    await context.requirePlugin(contract.pluginId, 'CONTINUE');
    const open = await isMoneyOut(context, contractId);
    if (contract.status !== 'AWAITING_TRANSFER' || open) {
      throw new Refusal([formFinding('TRANSFER_NOT_POSSIBLE', ['input', 'contractId'], { status: open ? 'ORDERED' : contract.status })]);
    }
    const warnings = await guard(context, application, 'TRANSFER');
    const destination = await destinationOf(context, application);
    const { principal, currency } = contract.terms;
    const amount = new Decimal(principal).minus(destination.withheld ?? 0).toFixed(2);
    const transferId = await orderMoney(context, { purpose: LOAN, amount, currency, contract, destination });
    const [destinations] = context.extensions.of(payoutDestination, contract.pluginId);
    await destinations?.ordered?.(context, application, destination);
    return { contractId, transferId, findings: warnings };
  },
});
