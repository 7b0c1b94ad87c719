import { listLoader, statement } from '../../../modules/database';

/** Sums as decimal strings in BYN. */
export interface ValuationRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly inventoryVersion: number;
  readonly method: string;
  readonly value: string;
  readonly photos: readonly string[];
  readonly analyticsModule: string | null;
  readonly analyticsValue: string | null;
  readonly analyticsReport: string | null;
  readonly valuedBy: string;
  readonly valuedAt: Date;
}

/** Valuations of pledges, the earliest first; the last one counts. */
export const valuationsByPledge = listLoader(
  statement<ValuationRecord>(
    'by_pledge_valuations',
    `select id, pledge_id as "pledgeId", inventory_version as "inventoryVersion", method, value, photos, analytics_module as "analyticsModule",
       analytics_value as "analyticsValue", analytics_report as "analyticsReport", valued_by as "valuedBy", valued_at as "valuedAt"
     from by_pledge.valuation where pledge_id = any($1) order by valued_at, id`,
  ),
  (row) => row.pledgeId,
);
