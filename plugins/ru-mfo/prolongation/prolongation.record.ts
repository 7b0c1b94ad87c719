import type { ContractTerms } from '../../../modules/contracts';
import { loader, pageLoader, statement } from '../../../modules/database';
import type { ProlongationAction, ProlongationStatus } from '../account-request/request-status';

/** A prolongation's row. Sums are decimal strings in roubles, days ISO 8601. */
export interface ProlongationRecord {
  readonly id: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly status: ProlongationStatus;
  readonly action: ProlongationAction;
  readonly days: number;
  readonly fromDueOn: string;
  readonly toDueOn: string;
  readonly interestTold: string;
  readonly paidBefore: string;
  readonly terms: ContractTerms;
  readonly packetId: string;
  readonly documentId: string;
  readonly requestedAt: Date;
  readonly acceptedAt: Date | null;
}

export type LockedProlongation = ProlongationRecord & { readonly profileDigest: Buffer };

const columns = `id, contract_id as "contractId", client_id as "clientId", status, action, days, from_due_on::text as "fromDueOn",
  to_due_on::text as "toDueOn", interest_told as "interestTold", paid_before as "paidBefore", terms, packet_id as "packetId",
  document_id as "documentId", requested_at as "requestedAt", accepted_at as "acceptedAt"`;

export const prolongationById = loader(
  statement<ProlongationRecord>('ru_mfo_prolongation_by_id', `select ${columns} from ru_mfo.prolongation where id = any($1)`),
  (row) => row.id,
);

export const prolongationPages = pageLoader<ProlongationRecord>({
  name: 'ru_mfo_prolongation_pages',
  columns,
  table: 'ru_mfo.prolongation',
  parent: 'contract_id',
  at: 'requested_at',
});

export const prolongationsOfContract = statement<ProlongationRecord>(
  'ru_mfo_prolongations_of_contract',
  `select ${columns} from ru_mfo.prolongation where contract_id = $1 order by requested_at, id`,
);

export const findProlongation = statement<{ contractId: string }>(
  'ru_mfo_prolongation_find',
  'select contract_id as "contractId" from ru_mfo.prolongation where id = $1',
);

const locked = `select ${columns}, profile_digest as "profileDigest" from ru_mfo.prolongation`;

export const lockProlongationRow = statement<LockedProlongation>('ru_mfo_prolongation_lock', `${locked} where id = $1 for update`);

export const openProlongationOfContract = statement<LockedProlongation>(
  'ru_mfo_prolongation_open_of_contract',
  `${locked} where contract_id = $1 and status = 'OFFERED' for update`,
);

export const setProlongationVoid = statement<never>(
  'ru_mfo_prolongation_void',
  "update ru_mfo.prolongation set status = 'VOID' where id = $1",
);

export const setProlongationAccepted = statement<never>(
  'ru_mfo_prolongation_accepted',
  "update ru_mfo.prolongation set status = 'ACCEPTED', accepted_at = $2 where id = $1",
);
