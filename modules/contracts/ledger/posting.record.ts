import { loader, pageLoader, statement } from '../../database';
import type { LedgerComponent } from '../contract-status';
import type { LedgerCause } from './ledger-cause';

/** A line of a ledger as the graph shows it. */
export interface PostingRecord {
  readonly id: string;
  readonly contractId: string;
  /** ISO 8601 day. */
  readonly on: string;
  readonly component: LedgerComponent;
  readonly amount: string;
  readonly cause: LedgerCause;
  readonly reference: string;
  readonly correction: number;
  readonly correctedBy: string | null;
  readonly clause: string | null;
  readonly postedAt: Date;
}

const columns = `id, contract_id as "contractId", on_day::text as "on", component, amount, cause, reference, correction,
  corrected_by as "correctedBy", clause, posted_at as "postedAt"`;

/** Pages of ledgers, the last posted first. */
export const postingPages = pageLoader<PostingRecord>({
  name: 'posting_pages',
  columns,
  table: 'core.posting',
  parent: 'contract_id',
  at: 'posted_at',
});

export const postingById = loader(
  statement<PostingRecord & { readonly currency: string }>(
    'posting_by_id',
    `select ${columns}, (select terms->>'currency' from core.contract c where c.lender_id = p.lender_id and c.id = p.contract_id) as currency
     from core.posting p where id = any($1)`,
  ),
  (row) => row.id,
);
