import type { CommandContext } from '../commands';
import { DEADLINE_EVENTS } from '../deadlines';
import type { ContractRecord } from './contract.record';
import type { ContractStatus } from './contract-status';

/** Core events that a change to a contract's ledger or schedule may emit: for `emits` of every command that makes one. */
export const ledgerEvents: readonly string[] = ['ContractStatusChanged', ...DEADLINE_EVENTS];

/** Tells of a contract's state; the contract is locked. */
export function tellStatus(context: CommandContext, contract: ContractRecord, from: ContractStatus | null, to: ContractStatus): void {
  context.emit({
    type: 'ContractStatusChanged',
    subject: { type: 'Contract', id: contract.id },
    applicationId: contract.applicationId,
    clientId: contract.clientId,
    plugin: contract.pluginId,
    payload: { contractId: contract.id, from, to },
  });
}
