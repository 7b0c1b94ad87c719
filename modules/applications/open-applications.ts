import { statement } from '../database';
import type { OpenWork } from '../lenders';
import { finalStatuses } from './application-status';

const count = statement<{ open: number }>(
  'applications_open',
  'select count(*)::int as open from core.application where plugin_id = $1 and status <> all($2)',
);

/** Applications that keep their plugin from being switched off. */
export const openApplications: OpenWork = {
  name: 'applications',
  count: async (transaction, pluginId) => (await transaction.query(count, [pluginId, finalStatuses]))[0]!.open,
};
