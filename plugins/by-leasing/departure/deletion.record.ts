import { listLoader, statement } from '../../../modules/database';
import type { DeletionChannel } from './deletion-request.entity';

export interface DeletionRecord {
  readonly id: string;
  readonly clientId: string;
  readonly channel: DeletionChannel;
  readonly receivedAt: Date;
  readonly executedAt: Date | null;
  readonly removed: readonly string[];
  readonly retained: readonly string[];
}

const columns = `id, client_id as "clientId", channel, received_at as "receivedAt", executed_at as "executedAt", removed, retained`;

/** Requests of clients to delete their cabinets, the latest first. */
export const deletionsByClient = listLoader(
  statement<DeletionRecord>(
    'by_leasing_deletions',
    `select ${columns} from by_leasing.deletion_request where client_id = any($1) order by received_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const lockDeletion = statement<DeletionRecord>(
  'by_leasing_deletion_lock',
  `select ${columns} from by_leasing.deletion_request where client_id = $1 and executed_at is null for update`,
);
export const finishDeletion = statement<never>(
  'by_leasing_deletion_finish',
  'update by_leasing.deletion_request set executed_at = $2, executed_by = $3, removed = $4, retained = $5 where id = $1',
);

/** What ties a client to the lender beside the cabinet. */
export const dealingsOf = statement<{ applications: number; contracts: number; open: number }>(
  'by_leasing_dealings',
  `select (select count(*)::int from core.application where client_id = $1) as applications,
     (select count(*)::int from core.contract where client_id = $1) as contracts,
     (select count(*)::int from core.contract where client_id = $1 and status not in ('CLOSED', 'CANCELLED')) as open`,
);

/** Numbers of a client's contracts, of any state. */
export const contractNumbers = statement<{ number: string }>(
  'by_leasing_contract_numbers',
  'select number from core.contract where client_id = $1 order by number',
);
