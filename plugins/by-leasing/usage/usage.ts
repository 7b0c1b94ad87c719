import type { CommandContext } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { type Finding, uphold } from '../../../modules/rules';
import { type AccountRecord, recordRefusal } from '../accounts';
import { momentOf, rulesToday } from '../judge';
import { rules } from '../rules';
import type { Service } from '../services/service-list';
import { UsageEntity } from './usage.entity';

const MINUTE = 60_000;

const recent = statement<{ n: number }>(
  'by_leasing_usage_recent',
  'select count(*)::int as n from by_leasing.usage where client_id = $1 and function = $2 and at > $3',
);

/** What is counted: services, and codes or passwords asked for to come in. */
type Counted = Service | 'SIGN_IN_CODE';

/**
 * Counts one use of a function by the client of a locked account; the finding once there were too many within the window.
 * **Return** it: what was refused is recorded, and must be committed. Declare `ACCOUNT_EVENTS`.
 */
export async function usageFindings(context: CommandContext, account: AccountRecord, counted: Counted): Promise<readonly Finding[]> {
  const resolved = rulesToday(context);
  const limit = rules.read(resolved, 'usage.limit');
  const window = rules.read(resolved, 'usage.window');
  if (!limit || !window) return [];
  const since = new Date(momentOf(context).getTime() - window.value * MINUTE);
  const [found] = await context.transaction.query(recent, [account.clientId, counted, since]);
  const facts = { function: counted, limit: limit.value, minutes: window.value };
  const exceeded = uphold(limit.citations, found!.n < limit.value, 'BY_LEASING_USAGE_LIMIT_EXCEEDED', facts);
  if (exceeded) {
    await recordRefusal(context, account, counted, null, [exceeded]);
    return [exceeded];
  }
  await context.transaction.insert(UsageEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    clientId: account.clientId,
    function: counted,
    at: momentOf(context),
  });
  return [];
}
