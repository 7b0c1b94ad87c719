import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { accountOf, lockAccount, unpIndexOf } from './account.record';

export interface AssignAccount {
  readonly clientId: string;
  /** The client that the account is to be of. */
  readonly toClientId: string;
  /** УНП of the holder, where it has one. */
  readonly unp: string | null;
}

/**
 * An officer confirms whose an account is, after a merger of records or a change of name: the holder stays the same client under the same УНП.
 * An account goes over to nobody else.
 */
export const confirmHolder = defineCommand<AssignAccount, CommandResult>({
  name: 'byLeasingConfirmHolder',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, toClientId, unp }, context) {
    const account = await lockAccount(context, clientId);
    const target = await accountOf(context, toClientId);
    const sameNumber = account.unpIndex === null || (unp !== null && account.unpIndex.equals(unpIndexOf(context, unp.trim())));
    refuse(uphold(cite('by-leasing/12.3'), target?.id === account.id && sameNumber, 'BY_LEASING_DELEGATION_NOT_ALLOWED'));
    context.audit({ client: clientId });
    return {};
  },
});
