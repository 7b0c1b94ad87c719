import { listLoader, statement } from '../../../modules/database';
import type { AddendumKind, AddendumStatus } from './addendum.entity';

/** What an addendum changes, by name: `pledgeValue`, `dailyRate`, `plate`, `storageAddress`, `vin`, `propertyName`, `terms`. */
export type AddendumChanges = Readonly<Record<string, string>>;

export interface AddendumRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly no: number;
  readonly kind: AddendumKind;
  readonly status: AddendumStatus;
  readonly changes: AddendumChanges;
  readonly reason: string;
  readonly documentId: string;
  readonly effectiveOn: string;
  readonly pledgorAcceptedAt: Date | null;
  readonly pledgeeAcceptedAt: Date | null;
}

/** Addenda of pledges, the first one first. */
export const addendaByPledge = listLoader(
  statement<AddendumRecord>(
    'by_pledge_addenda',
    `select id, pledge_id as "pledgeId", no, kind, status, changes, reason, document_id as "documentId", effective_on::text as "effectiveOn",
       pledgor_accepted_at as "pledgorAcceptedAt", pledgee_accepted_at as "pledgeeAcceptedAt"
     from by_pledge.addendum where pledge_id = any($1) order by no`,
  ),
  (row) => row.pledgeId,
);
