import { guard, lifecycleEvents } from '../applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { lockContractWithApplication } from '../contracts';
import { fieldAad, fieldCipherPort, uuidv7 } from '../database';
import { formFinding } from '../rules';
import { payoutDestination } from './extension-points';
import { TransferEntity } from './transfer.entity';
import { isMoneyOut } from './transfers';

export interface OrderTransfer {
  readonly contractId: string;
}

export interface OrderTransferResult extends CommandResult {
  readonly contractId?: string;
  readonly transferId?: string;
}

export const destinationAad = (lenderId: string, id: string) =>
  fieldAad({ lenderId, table: 'core.transfer', id, column: 'destination_enc' });

/** Orders the accepted sum to be paid out; the partner is called after the commit, and asked again until it answers. */
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
    const [destinations] = context.extensions.of(payoutDestination, contract.pluginId);
    const destination = await destinations?.of(context, application);
    if (!destination) throw new Refusal([formFinding('PAYOUT_DESTINATION_MISSING', ['input', 'contractId'])]);
    const id = uuidv7(context.now.epochMilliseconds);
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.insert(TransferEntity, {
      lenderId: context.lender.id,
      id,
      contractId,
      clientId: contract.clientId,
      status: 'ORDERED',
      amount: contract.terms.principal,
      currency: contract.terms.currency,
      method: destination.method,
      destinationEnc: context.ports.get(fieldCipherPort).encrypt(destination.reference, destinationAad(context.lender.id, id)),
      orderedAt: at,
      nextAttemptAt: at,
    });
    tellTransfer(context, { ...application, id, contractId }, null, 'ORDERED');
    return { contractId, transferId: id, findings: warnings };
  },
});

export function tellTransfer(
  context: CommandContext,
  transfer: { id: string; contractId: string; clientId: string; pluginId: string },
  from: string | null,
  to: string,
): void {
  context.emit({
    type: 'TransferStatusChanged',
    subject: { type: 'Contract', id: transfer.contractId },
    clientId: transfer.clientId,
    plugin: transfer.pluginId,
    payload: { transferId: transfer.id, contractId: transfer.contractId, from, to },
  });
}
