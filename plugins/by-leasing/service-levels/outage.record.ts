import { listLoader, statement } from '../../../modules/database';
import type { OutageCause, OutageKind, OutageOrigin } from './outage-kind';

export interface OutageRecord {
  readonly lenderId: string;
  readonly id: string;
  readonly kind: OutageKind;
  readonly text: string;
  readonly startsAt: Date;
  readonly plannedEndAt: Date | null;
  readonly publishedAt: Date | null;
  readonly restoredAt: Date | null;
  readonly origin: OutageOrigin | null;
  readonly cause: OutageCause | null;
}

const columns = `lender_id as "lenderId", id, kind, text, starts_at as "startsAt", planned_end_at as "plannedEndAt", published_at as "publishedAt",
  restored_at as "restoredAt", origin, cause`;

/** Interruptions at a lender, the latest first: the last two hundred. */
export const outagesByLender = listLoader(
  statement<OutageRecord>(
    'by_leasing_outages',
    `select ${columns} from by_leasing.outage where lender_id = any($1) order by starts_at desc, id desc limit 200`,
  ),
  (row) => row.lenderId,
);
export const lockOutage = statement<OutageRecord>(
  'by_leasing_outage_lock',
  `select ${columns} from by_leasing.outage where id = $1 for update`,
);
export const setPublished = statement<never>('by_leasing_outage_publish', 'update by_leasing.outage set published_at = $2 where id = $1');
export const setRestored = statement<never>(
  'by_leasing_outage_restore',
  'update by_leasing.outage set restored_at = $2, origin = $3, cause = $4 where id = $1',
);
/** What lay within a period: `$1` from, `$2` to. */
export const outagesWithin = statement<Pick<OutageRecord, 'startsAt' | 'restoredAt'>>(
  'by_leasing_outages_within',
  `select starts_at as "startsAt", restored_at as "restoredAt" from by_leasing.outage
   where starts_at < $2 and (restored_at is null or restored_at > $1) order by starts_at, id`,
);
