import { statement } from '../database';
import type { OpenWork } from '../lenders';

const count = statement<{ open: number }>(
  'contracts_open',
  "select count(*)::int as open from core.contract where plugin_id = $1 and status in ('AWAITING_TRANSFER', 'ACTIVE')",
);

/** Contracts that keep their plugin from being switched off. */
export const openContracts: OpenWork = {
  name: 'contracts',
  count: async (transaction, pluginId) => (await transaction.query(count, [pluginId]))[0]!.open,
};
