import { type CommandContext, Refusal } from '../../../modules/commands';
import { findingOf, formFinding } from '../../../modules/rules';
import { dutyOf } from '../lenders';
import { readRegistration } from '../registration/registration.record';
import { readLocks } from './account-lock.record';

/**
 * Lets new money go out to a client: not while the account is locked, when somebody else may have asked for it, and not after it was
 * deleted. Money that is only given back is not asked about.
 * @throws Refusal RU_MFO_ACCOUNT_LOCKED, RU_MFO_ACCOUNT_DELETED
 */
export async function requireOpenAccount(context: CommandContext, clientId: string): Promise<void> {
  const [lock] = await context.transaction.query(readLocks, [[clientId]]);
  if (lock) throw new Refusal([findingOf('RU_MFO_ACCOUNT_LOCKED', dutyOf(context.lender.code, 'account.compromised'))]);
  const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
  if (registration?.accountState === 'DELETED') throw new Refusal([formFinding('RU_MFO_ACCOUNT_DELETED')]);
}
