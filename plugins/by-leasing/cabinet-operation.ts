import type { CommandContext } from '../../modules/commands';
import type { Finding } from '../../modules/rules';
import { lockAccount, requireOperation } from './accounts';
import type { Service } from './services/service-list';

/**
 * What stands in the way of a client's own operation of the cabinet; nothing where staff act. The account is locked by it.
 * **Return** what comes back: the refusal is recorded, and must be committed. Declare `ACCOUNT_EVENTS`.
 * @throws Refusal BY_LEASING_ACCOUNT_REQUIRED
 */
export async function cabinetFindings(context: CommandContext, clientId: string, service: Service): Promise<readonly Finding[]> {
  const account = await lockAccount(context, clientId);
  return context.caller.clientId ? requireOperation(context, account, { service }) : [];
}
