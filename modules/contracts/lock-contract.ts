import { type ApplicationRecord, lockApplication } from '../applications';
import { type CommandContext, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { type ContractRecord, contractOfApplication, lockContractRow } from './contract.record';

const applicationOfContract = statement<{ applicationId: string }>(
  'contract_application',
  'select application_id as "applicationId" from core.contract where id = $1',
);

/** @throws Refusal CONTRACT_NOT_FOUND, also for rows that the caller may not see */
export async function lockContract(context: CommandContext, id: string): Promise<ContractRecord> {
  const [row] = await context.transaction.query(lockContractRow, [id]);
  if (!row) throw new Refusal([formFinding('CONTRACT_NOT_FOUND', ['input', 'contractId'])]);
  return row;
}

/**
 * A contract and its application, both locked: the application first, as every command does, so that no two wait for each other.
 * The contract's lock guards its ledger and its schedule too.
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
