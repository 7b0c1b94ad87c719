import { type ApplicationRecord, lockApplication } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { type ContractRecord, lockContract } from '../../../modules/contracts';
import { type Citation, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { applicationOfPledge, lockPledgeOfApplicationRow, lockPledgeRow, type PledgeRecord, setPledgeStatus } from './pledge.record';
import { tellPledge } from './pledge-events';
import { inForce, nextPledgeStatuses, type PledgeStatus } from './pledge-status';

export interface LockedPledge {
  readonly application: ApplicationRecord;
  readonly pledge: PledgeRecord;
}

/**
 * Locks a pledge after its application, in the order of all commands.
 * @throws Refusal BY_PLEDGE_NOT_FOUND, also for rows that the caller may not see
 */
export async function lockPledge(context: CommandContext, id: string): Promise<LockedPledge> {
  const [found] = await context.transaction.query(applicationOfPledge, [id]);
  if (!found) throw new Refusal([formFinding('BY_PLEDGE_NOT_FOUND', ['input', 'pledgeId'])]);
  const application = await lockApplication(context, found.applicationId);
  const [pledge] = await context.transaction.query(lockPledgeRow, [id]);
  return { application, pledge: pledge! };
}

/**
 * A pledge with its application and its loan contract, all locked: application, contract, pledge.
 * @throws Refusal BY_PLEDGE_NOT_FOUND, and BY_PLEDGE_NOT_IN_FORCE where no loan contract exists yet
 */
export async function lockPledgeWithContract(
  context: CommandContext,
  id: string,
): Promise<LockedPledge & { readonly contract: ContractRecord }> {
  const { application, pledge } = await lockPledge(context, id);
  if (!pledge.contractId) throw new Refusal([notInForce(pledge)!]);
  return { application, pledge, contract: await lockContract(context, pledge.contractId) };
}

/** The locked pledge of a locked application, if it has one. */
export async function lockPledgeOf(context: CommandContext, applicationId: string): Promise<PledgeRecord | null> {
  const [row] = await context.transaction.query(lockPledgeOfApplicationRow, [applicationId]);
  return row ?? null;
}

/** The finding where no right of pledge exists (any more); `clause` is the rule that asks for it. */
export function notInForce({ status }: PledgeRecord, clause: Citation = cite('by-pledge/5.1/start')) {
  return uphold(clause, inForce.includes(status), 'BY_PLEDGE_NOT_IN_FORCE', { status });
}

/** @throws Refusal BY_PLEDGE_NOT_IN_FORCE */
export function requireInForce(pledge: PledgeRecord, clause?: Citation): void {
  const finding = notInForce(pledge, clause);
  if (finding) throw new Refusal([finding]);
}

/** Moves a locked pledge and tells of it. @throws Refusal BY_PLEDGE_TRANSITION_INVALID */
export async function changePledgeStatus(
  context: CommandContext,
  pledge: PledgeRecord,
  to: Exclude<PledgeStatus, 'ENDED'>,
  clause?: string,
): Promise<PledgeRecord> {
  requireNext(pledge, to);
  await context.transaction.query(setPledgeStatus, [pledge.id, to]);
  const moved = { ...pledge, status: to };
  tellPledge(context, moved, pledge.status, clause);
  return moved;
}

/** @throws Refusal BY_PLEDGE_TRANSITION_INVALID */
export function requireNext({ status }: PledgeRecord, to: PledgeStatus): void {
  if (nextPledgeStatuses[status].includes(to)) return;
  throw new Refusal([formFinding('BY_PLEDGE_TRANSITION_INVALID', ['input', 'pledgeId'], { from: status, to })]);
}
