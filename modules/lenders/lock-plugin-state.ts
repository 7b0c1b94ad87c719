import { statement, type Transaction } from '../database';
import type { PluginState } from './plugin-state.entity';

const lockForShare = statement<{ state: PluginState }>(
  'plugin_state_lock',
  'select state from core.plugin_state where lender_id = $1 and plugin_id = $2 for share',
);

/**
 * The plugin's state at the lender, held until the transaction ends: a toggle waits for it, so the toggle's commit is the cut.
 * A plugin that the lender has never used is DISABLED.
 */
export async function lockPluginState(transaction: Transaction, lenderId: string, pluginId: string): Promise<PluginState> {
  const [row] = await transaction.query(lockForShare, [lenderId, pluginId]);
  return row?.state ?? 'DISABLED';
}
