import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractRecord } from '../../../modules/contracts';
import { blocks, formFinding, type ResolvedRules, resolveRules, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rules } from '../rule-set';

export type FactEntries = Parameters<typeof rules.factSet>[0];

/** Edition and law that govern a concluded contract to its end. */
export const rulesOfContract = (
  context: CommandContext,
  { concludedOn, editionId }: Pick<ContractRecord, 'concludedOn' | 'editionId'>,
): ResolvedRules => resolveRules(context.extensions, PLUGIN, context.lender.code, concludedOn!, editionId ? { edition: editionId } : {});

/** Refuses the command when a rule of this stage blocks. */
export function requireRules(resolved: ResolvedRules, stage: string, facts: FactEntries): void {
  const findings = toFindings(runValidators(resolved.validatorsAt(stage), rules.factSet(facts), resolved), resolved);
  if (findings.some(blocks)) throw new Refusal(findings);
}

/** Only a contract of this plugin that was concluded and is not over can be changed. @throws Refusal RU_MFO_CONTRACT_NOT_FOUND */
export function requireRunning(contract: ContractRecord): void {
  if (contract.pluginId === PLUGIN && contract.status === 'ACTIVE') return;
  throw new Refusal([formFinding('RU_MFO_CONTRACT_NOT_FOUND', ['input', 'contractId'], { status: contract.status })]);
}

/** Where a command comes from: the borrower's own session, or somebody else's at the lender's. */
export const channelOf = ({ caller }: CommandContext, clientId: string): 'PERSONAL_ACCOUNT' | 'OFFICE' =>
  caller.kind === 'CLIENT' && caller.clientId === clientId ? 'PERSONAL_ACCOUNT' : 'OFFICE';
