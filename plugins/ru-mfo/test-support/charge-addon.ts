import { type CommandResult, defineCommand } from '../../../modules/commands';
import { lockAddon } from '../addons/addon.record';
import { chargeAddon } from '../addons/join-addons';

/** Takes the price of a service, whether or not it was ticked: only the rules stand in the way. */
export const charge = defineCommand<{ readonly addonId: string }, CommandResult>({
  name: 'test:charge-addon',
  emits: [],
  run: async ({ addonId }, context) => {
    const [row] = await context.transaction.query(lockAddon, [addonId]);
    await chargeAddon(context, row!, 'test');
    return {};
  },
});
