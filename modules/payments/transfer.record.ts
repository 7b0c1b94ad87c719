import { listLoader, loader, statement } from '../database';
import type { TransferStatus } from './transfer.entity';

/** A transfer's row as the graph shows it; where the money goes stays encrypted. */
export interface TransferRecord {
  readonly id: string;
  readonly contractId: string | null;
  readonly purpose: string;
  readonly status: TransferStatus;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly currency: string;
  readonly method: string;
  readonly partner: string | null;
  readonly failure: string | null;
  readonly orderedAt: Date;
  readonly settledAt: Date | null;
}

const columns = `id, contract_id as "contractId", purpose, status, amount, currency, method, partner, failure, ordered_at as "orderedAt",
  settled_at as "settledAt"`;

export const transferById = loader(
  statement<TransferRecord>('transfer_by_id', `select ${columns} from core.transfer where id = any($1)`),
  (row) => row.id,
);

export const transfersByContract = listLoader(
  statement<TransferRecord>(
    'transfers_by_contract',
    `select ${columns} from core.transfer where contract_id = any($1) order by ordered_at desc, id desc`,
  ),
  (row) => row.contractId!,
);
