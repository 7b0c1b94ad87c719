import type { Temporal } from 'temporal-polyfill';
import { type ApplicationRecord, lockApplication } from '../applications';
import { type CommandContext, Refusal } from '../commands';
import { statement, uuidv7 } from '../database';
import { formFinding } from '../rules';
import { ContractEntity } from './contract.entity';
import { type ContractRecord, contractOfApplication, lockContractRow } from './contract.record';
import type { ContractStatus } from './contract-status';
import type { ContractTerms } from './contract-terms';
import { PostingEntity } from './posting.entity';

const setStatus = statement<never>('contract_set_status', 'update core.contract set status = $2 where id = $1');
const applicationOfContract = statement<{ applicationId: string }>(
  'contract_application',
  'select application_id as "applicationId" from core.contract where id = $1',
);
const setConcluded = statement<never>(
  'contract_set_concluded',
  "update core.contract set status = 'ACTIVE', concluded_at = $2, concluded_on = $3, edition_id = $4, terms = $5 where id = $1",
);

/** @throws Refusal CONTRACT_NOT_FOUND, also for rows that the caller may not see */
export async function lockContract(context: CommandContext, id: string): Promise<ContractRecord> {
  const [row] = await context.transaction.query(lockContractRow, [id]);
  if (!row) throw new Refusal([formFinding('CONTRACT_NOT_FOUND', ['input', 'contractId'])]);
  return row;
}

/**
 * A contract and its application, both locked: the application first, as every command does, so that no two wait for each other.
 * @throws Refusal CONTRACT_NOT_FOUND, also for rows that the caller may not see
 */
export async function lockContractWithApplication(
  context: CommandContext,
  id: string,
): Promise<{ contract: ContractRecord; application: ApplicationRecord }> {
  const [found] = await context.transaction.query(applicationOfContract, [id]);
  if (!found) throw new Refusal([formFinding('CONTRACT_NOT_FOUND', ['input', 'contractId'])]);
  const application = await lockApplication(context, found.applicationId);
  return { application, contract: await lockContract(context, id) };
}

/** The locked contract of an application, if terms were accepted. */
export async function lockContractOfApplication(context: CommandContext, applicationId: string): Promise<ContractRecord | null> {
  const [row] = await context.transaction.query(contractOfApplication, [applicationId]);
  return row ?? null;
}

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
  tell(context, contract, null, 'AWAITING_TRANSFER');
  return contract;
}

/** Cancels a contract for which no money was provided. */
export async function cancelContract(context: CommandContext, contract: ContractRecord): Promise<void> {
  await context.transaction.query(setStatus, [contract.id, 'CANCELLED']);
  tell(context, contract, contract.status, 'CANCELLED');
}

/** The money was provided: the contract is concluded on that day, under the edition of that day, and the principal becomes a debt. */
export async function concludeContract(
  context: CommandContext,
  contract: ContractRecord,
  conclusion: {
    readonly at: Temporal.Instant;
    readonly on: Temporal.PlainDate;
    readonly editionId: string | null;
    readonly terms: ContractTerms;
    readonly cause: string;
  },
): Promise<void> {
  const { at, on, editionId, terms, cause } = conclusion;
  await context.transaction.query(setConcluded, [
    contract.id,
    new Date(at.epochMilliseconds),
    on.toString(),
    editionId,
    JSON.stringify(terms),
  ]);
  await context.transaction.insert(PostingEntity, {
    lenderId: context.lender.id,
    contractId: contract.id,
    clientId: contract.clientId,
    no: 1,
    onDay: on.toString(),
    component: 'PRINCIPAL',
    amount: terms.principal,
    cause,
    postedAt: new Date(context.now.epochMilliseconds),
  });
  tell(context, contract, contract.status, 'ACTIVE');
}

function tell(context: CommandContext, contract: ContractRecord, from: ContractStatus | null, to: ContractStatus): void {
  context.emit({
    type: 'ContractStatusChanged',
    subject: { type: 'Contract', id: contract.id },
    applicationId: contract.applicationId,
    clientId: contract.clientId,
    plugin: contract.pluginId,
    payload: { contractId: contract.id, from, to },
  });
}
