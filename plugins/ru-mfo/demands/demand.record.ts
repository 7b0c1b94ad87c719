import { listLoader, statement } from '../../../modules/database';
import type { DemandKind, DemandStatus } from './demand-kind';

export interface DemandRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: DemandKind;
  readonly description: string | null;
  readonly status: DemandStatus;
  readonly document: string | null;
  readonly channel: string | null;
  readonly outcome: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** In the order in which they were opened. */
export const readDemands = statement<DemandRecord>(
  'ru_mfo_demands',
  `select id, application_id as "applicationId", kind, description, status, document, channel, outcome,
     opened_at as "openedAt", closed_at as "closedAt"
   from ru_mfo.demand where application_id = any($1) order by opened_at, id`,
);

export const demandsByApplication = listLoader(readDemands, (row) => row.applicationId);

export const settleDemand = statement<never>(
  'ru_mfo_demand_settle',
  'update ru_mfo.demand set status = $2, document = $3, channel = $4, outcome = $5, closed_at = $6 where id = $1',
);
