import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { openHolds } from '../holds/hold.record';
import { suspensionFindings } from '../holds/hold-findings';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { statusFindings } from '../operations/require-operation';
import { lockAccount, setPath } from './account.record';
import { sessionFindings } from './authorisation.record';
import type { Path } from './vocabulary';

export interface ChosenPath extends CommandResult {
  readonly clientId?: string;
}

/** A sole proprietor chooses how it is authenticated and signs; nobody chooses for it. */
export const choosePath = defineCommand<{ readonly clientId: string; readonly path: Path }, ChosenPath>({
  name: 'byLeasingChoosePath',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, path }, context) {
    const account = await lockAccount(context, clientId);
    const own = context.caller.clientId === clientId && account.kind === 'SOLE_PROPRIETOR';
    refuse(uphold(cite('by-leasing/5.6.2.3'), own, 'BY_LEASING_PATH_CHOICE_NOT_CLIENTS'));
    const holds = await openHolds(context, clientId);
    refuse(...statusFindings(account, holds), ...suspensionFindings(holds), ...(await sessionFindings(context, account)));
    await setPath(context, account, path);
    tellAccount(context, account, 'PATH_CHOSEN', path, cite('by-leasing/5.6.2.3').clause);
    return { clientId };
  },
});
