import type { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../applications';
import type { CommandContext } from '../commands';
import { statement, uuidv7 } from '../database';
import { ContractEntity } from './contract.entity';
import type { ContractRecord } from './contract.record';
import { tellStatus } from './contract-events';
import type { ContractTerms } from './contract-terms';
import { openLedger } from './ledger/open-ledger';

const setStatus = statement<never>('contract_set_status', 'update core.contract set status = $2 where id = $1');
const setConcluded = statement<never>(
  'contract_set_concluded',
  "update core.contract set status = 'ACTIVE', concluded_at = $2, concluded_on = $3, edition_id = $4, terms = $5 where id = $1",
);

/** Writes the accepted terms down; money is not yet provided, so the contract is not concluded. The application is locked by the caller. */
export async function acceptContract(
  context: CommandContext,
  application: ApplicationRecord,
  terms: ContractTerms,
): Promise<ContractRecord> {
  const contract: ContractRecord = {
    id: uuidv7(context.now.epochMilliseconds),
    number: application.number,
    applicationId: application.id,
    clientId: application.clientId,
    pluginId: application.pluginId,
    status: 'AWAITING_TRANSFER',
    terms,
    editionId: null,
    acceptedAt: new Date(context.now.epochMilliseconds),
    concludedAt: null,
    concludedOn: null,
  };
  await context.transaction.insert(ContractEntity, { lenderId: context.lender.id, ...contract });
  tellStatus(context, contract, null, 'AWAITING_TRANSFER');
  return contract;
}

/** Cancels a contract for which no money was provided. */
export async function cancelContract(context: CommandContext, contract: ContractRecord): Promise<void> {
  await context.transaction.query(setStatus, [contract.id, 'CANCELLED']);
  tellStatus(context, contract, contract.status, 'CANCELLED');
}

/**
 * The money was provided: the contract is concluded on that day, under the edition of that day, the principal becomes a debt,
 * and the schedule's payments are waited for. The command declares `ledgerEvents`.
 */
export async function concludeContract(
  context: CommandContext,
  contract: ContractRecord,
  conclusion: {
    readonly at: Temporal.Instant;
    readonly on: Temporal.PlainDate;
    readonly editionId: string | null;
    readonly terms: ContractTerms;
    /** The transfer by which the money was provided. */
    readonly transferId: string;
  },
): Promise<void> {
  const { at, on, editionId, terms, transferId } = conclusion;
  const concludedAt = new Date(at.epochMilliseconds);
  await context.transaction.query(setConcluded, [contract.id, concludedAt, on.toString(), editionId, JSON.stringify(terms)]);
  tellStatus(context, contract, contract.status, 'ACTIVE');
  const concluded: ContractRecord = { ...contract, status: 'ACTIVE', terms, editionId, concludedAt, concludedOn: on.toString() };
  await openLedger(context, concluded, transferId);
}
