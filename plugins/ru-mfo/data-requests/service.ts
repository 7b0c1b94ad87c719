import type { CommandContext } from '../../../modules/commands';
import { openContractsOf } from '../../../modules/contracts';

/** Whether a client is served now: for the term of a contract, until its debt is paid. */
export const inService = async (context: CommandContext, clientId: string): Promise<boolean> =>
  (await openContractsOf(context, clientId)).some(({ status }) => status === 'ACTIVE');
