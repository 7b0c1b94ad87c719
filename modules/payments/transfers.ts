import type { CommandContext } from '../commands';
import { statement } from '../database';
import { LOAN } from './transfer.entity';

const outOfContract = statement<{ id: string }>(
  'transfer_out_of_contract',
  "select id from core.transfer where contract_id = $1 and purpose = $2 and status in ('ORDERED', 'SETTLED') limit 1",
);

/** Whether a contract's sum is paid out or on its way: an order to the partner cannot be called back, unless the partner failed. */
export async function isMoneyOut(context: CommandContext, contractId: string): Promise<boolean> {
  return (await context.transaction.query(outOfContract, [contractId, LOAN])).length > 0;
}
