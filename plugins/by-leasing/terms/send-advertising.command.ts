import { type CommandResult, defineCommand } from '../../../modules/commands';
import { notify } from '../../../modules/notifications';
import { lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { textFault } from '../sealed-text';
import { advertisingFinding } from './acceptance.record';

export interface SendAdvertising {
  readonly clientId: string;
  readonly text: string;
}

/** A message of advertising by SMS; it goes only to those whose box is ticked. */
export const sendAdvertising = defineCommand<SendAdvertising, CommandResult>({
  name: 'byLeasingSendAdvertising',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, text }, context) {
    await lockAccount(context, clientId);
    refuse(textFault('text', text), await advertisingFinding(context, clientId));
    const clause = cite('by-leasing/4.3/p2/marketing-mark').clause;
    await notify(context, { clientId, channel: 'SMS', kind: 'ADVERTISING', text: text.trim(), clause });
    return {};
  },
});
