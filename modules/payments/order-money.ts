import type { ApplicationRecord } from '../applications';
import { type CommandContext, Refusal } from '../commands';
import { type ContractRecord } from '../contracts';
import { fieldAad, fieldCipherPort, statement, uuidv7 } from '../database';
import { formFinding } from '../rules';
import { type Destination, payoutDestination, transferPurposes } from './extension-points';
import { LOAN, TransferEntity } from './transfer.entity';

/** Money that is to go out. */
export interface MoneyOrder {
  /** `LOAN`, or the purpose of a registered `TransferPurpose`. */
  readonly purpose: string;
  /** Names what is paid: the id of the plugin's own row. Of one purpose, a reference is ordered once unless the partner failed. */
  readonly reference?: string;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly currency: string;
  /** The contract that it belongs to, locked; none for money outside contracts, such as the refund of a trial charge. */
  readonly contract?: ContractRecord;
  /** Whose money it is, where there is no contract. */
  readonly clientId?: string;
  /** The plugin whose money it is, where there is no contract. */
  readonly pluginId?: string;
  readonly destination: Destination;
}

export const destinationAad = (lenderId: string, id: string) =>
  fieldAad({ lenderId, table: 'core.transfer', id, column: 'destination_enc' });

const openOfReference = statement<{ id: string }>(
  'transfer_open_of_reference',
  `select id from core.transfer where client_id = $1 and purpose = $2 and reference = $3 and status in ('ORDERED', 'SETTLED') limit 1`,
);

/**
 * Orders money to be paid out; the partner is called after the commit, and asked again until it answers. When it has answered,
 * the purpose's handler runs. The command declares `TransferStatusChanged`. Answers the transfer's id.
 * @throws Refusal TRANSFER_ORDERED_ALREADY
 */
export async function orderMoney(context: CommandContext, order: MoneyOrder): Promise<string> {
  const { purpose, reference, contract } = order;
  const clientId = contract?.clientId ?? order.clientId;
  // Wiring errors, found by the first test that orders.
  if (purpose !== LOAN && !context.extensions.all(transferPurposes).some(({ value }) => value.purpose === purpose))
    throw new Error(`No transfer purpose ${purpose} is registered.`);
  if (!clientId) throw new Error('A transfer belongs to a contract or to a client.');
  if (reference !== undefined && (await context.transaction.query(openOfReference, [clientId, purpose, reference])).length > 0)
    throw new Refusal([formFinding('TRANSFER_ORDERED_ALREADY', ['input'], { purpose })]);
  const id = uuidv7(context.now.epochMilliseconds);
  const at = new Date(context.now.epochMilliseconds);
  await context.transaction.insert(TransferEntity, {
    lenderId: context.lender.id,
    id,
    contractId: contract?.id ?? null,
    clientId,
    purpose,
    reference: reference ?? null,
    status: 'ORDERED',
    amount: order.amount,
    currency: order.currency,
    method: order.destination.method,
    destinationEnc: context.ports.get(fieldCipherPort).encrypt(order.destination.reference, destinationAad(context.lender.id, id)),
    orderedAt: at,
    nextAttemptAt: at,
  });
  const pluginId = contract?.pluginId ?? order.pluginId ?? null;
  tellTransfer(context, { id, purpose, contractId: contract?.id ?? null, clientId, pluginId }, null, 'ORDERED');
  return id;
}

/**
 * Where a contract's money goes: where its application says.
 * @throws Refusal PAYOUT_DESTINATION_MISSING
 */
export async function destinationOf(context: CommandContext, application: ApplicationRecord): Promise<Destination> {
  const [destinations] = context.extensions.of(payoutDestination, application.pluginId);
  const destination = await destinations?.of(context, application);
  if (!destination) throw new Refusal([formFinding('PAYOUT_DESTINATION_MISSING', ['input', 'contractId'])]);
  return destination;
}

interface ToldTransfer {
  readonly id: string;
  readonly purpose: string;
  readonly contractId: string | null;
  readonly clientId: string;
  readonly pluginId: string | null;
}

export function tellTransfer(context: CommandContext, transfer: ToldTransfer, from: string | null, to: string): void {
  const { id, purpose, contractId, clientId, pluginId } = transfer;
  context.emit({
    type: 'TransferStatusChanged',
    // Transfers of a contract are told in the contract's order; one without a contract stands for itself.
    subject: contractId ? { type: 'Contract', id: contractId } : { type: 'Transfer', id },
    clientId,
    ...(pluginId ? { plugin: pluginId } : {}),
    payload: { transferId: id, ...(contractId ? { contractId } : {}), purpose, from, to },
  });
}
