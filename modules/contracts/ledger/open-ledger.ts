import { Decimal } from '../../../schema/base';
import type { CommandContext } from '../../commands';
import type { ContractRecord } from '../contract.record';
import { dayBefore } from './day';
import { startInstalments } from './instalment-deadlines';
import { LedgerEntity } from './ledger.entity';
import { ScheduleEntity } from './schedule.entity';
import { settle } from './settle';

/** Opens the ledger of a contract that was just concluded: its terms, its principal, the payments that are waited for. */
export async function openLedger(context: CommandContext, contract: ContractRecord, transferId: string): Promise<void> {
  const lenderId = context.lender.id;
  const { id: contractId, clientId, terms } = contract;
  const on = contract.concludedOn!;
  await context.transaction.insert(ScheduleEntity, {
    lenderId,
    contractId,
    version: 1,
    clientId,
    fromDay: on,
    terms,
    cause: 'CONCLUSION',
    reference: transferId,
    madeAt: new Date(context.now.epochMilliseconds),
  });
  await context.transaction.insert(LedgerEntity, {
    lenderId,
    contractId,
    clientId,
    openedOn: on,
    accruedThrough: dayBefore(on),
    accrueNext: on,
    principalSince: on,
  });
  await startInstalments(context, contract, 1, terms.schedule);
  await settle(context, contract, {
    entry: { cause: 'TRANSFER', reference: transferId, on, lines: { PRINCIPAL: new Decimal(terms.principal) } },
  });
}
