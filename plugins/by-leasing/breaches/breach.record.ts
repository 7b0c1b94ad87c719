import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import type { BreachSource, BreachState } from './breach.entity';

export interface BreachRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clause: string;
  readonly source: BreachSource;
  readonly state: BreachState;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly settledAt: Date | null;
}

const columns = `id, client_id as "clientId", clause, source, state, occurred_at as "occurredAt", recorded_at as "recordedAt",
  settled_at as "settledAt"`;

/** Breaches by clients, the latest first. */
export const breachesByClient = listLoader(
  statement<BreachRecord>(
    'by_leasing_breaches',
    `select ${columns} from by_leasing.breach where client_id = any($1) order by occurred_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const lockBreach = statement<BreachRecord>(
  'by_leasing_breach_lock',
  `select ${columns} from by_leasing.breach where id = $1 for update`,
);
export const settleBreach = statement<never>(
  'by_leasing_breach_settle',
  'update by_leasing.breach set state = $2, settled_at = $3 where id = $1',
);
const open = statement<BreachRecord>(
  'by_leasing_breaches_open',
  `select ${columns} from by_leasing.breach where client_id = $1 and state = 'OPEN' order by occurred_at, id`,
);

/** A client's breaches that stand, the earliest first. */
export const openBreaches = (context: CommandContext, clientId: string): Promise<readonly BreachRecord[]> =>
  context.transaction.query(open, [clientId]);
