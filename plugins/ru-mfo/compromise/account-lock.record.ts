import { loader, statement } from '../../../modules/database';
import type { Instruction, LockChannel } from './account-lock.entity';

export interface AccountLockRecord {
  readonly id: string;
  readonly clientId: string;
  readonly channel: LockChannel;
  readonly instructions: readonly Instruction[];
  readonly carriedOut: readonly Instruction[];
  readonly reportedAt: Date;
}

/** Locks that stand. */
export const readLocks = statement<AccountLockRecord>(
  'ru_mfo_account_locks',
  `select id, client_id as "clientId", channel, instructions, carried_out as "carriedOut", reported_at as "reportedAt"
   from ru_mfo.account_lock where client_id = any($1) and lifted_at is null`,
);
export const lockByClient = loader(readLocks, (row) => row.clientId);

export const carryOut = statement<never>(
  'ru_mfo_account_lock_carry',
  'update ru_mfo.account_lock set carried_out = $2, lifted_at = $3 where id = $1',
);
