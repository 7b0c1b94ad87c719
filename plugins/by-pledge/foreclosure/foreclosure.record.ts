import { loader, pageLoader, statement } from '../../../modules/database';
import type { ForeclosureRoute, ForeclosureState } from './machine';

/** A case's row. Sums are decimal strings in BYN, days ISO 8601. */
export interface ForeclosureRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly route: ForeclosureRoute;
  readonly basis: 'DEFAULT' | 'EARLY';
  readonly violationId: string | null;
  readonly state: ForeclosureState;
  readonly missedOn: string;
  readonly graceEndsOn: string;
  readonly forum: string | null;
  readonly saleWay: string | null;
  readonly saleReference: string | null;
  readonly saleSite: string | null;
  readonly startPrice: string | null;
  readonly priceOverride: string | null;
  readonly soldOn: string | null;
  readonly proceeds: string | null;
  readonly securedClaim: string | null;
  readonly surplus: string | null;
  readonly deficit: string | null;
  readonly openedAt: Date;
}

const columns = `id, pledge_id as "pledgeId", route, basis, violation_id as "violationId", state, missed_on::text as "missedOn",
  grace_ends_on::text as "graceEndsOn", forum, sale_way as "saleWay", sale_reference as "saleReference", sale_site as "saleSite",
  start_price as "startPrice", price_override as "priceOverride", sold_on::text as "soldOn", proceeds, secured_claim as "securedClaim",
  surplus, deficit, opened_at as "openedAt"`;

export const foreclosureById = loader(
  statement<ForeclosureRecord>('by_pledge_foreclosure_by_id', `select ${columns} from by_pledge.foreclosure where id = any($1)`),
  (row) => row.id,
);

/** Pages of a pledge's cases, the newest first. */
export const foreclosurePages = pageLoader<ForeclosureRecord>({
  name: 'by_pledge_foreclosure_pages',
  columns,
  table: 'by_pledge.foreclosure',
  parent: 'pledge_id',
  at: 'opened_at',
});

export const lockForeclosureRow = statement<ForeclosureRecord>(
  'by_pledge_foreclosure_lock',
  `select ${columns} from by_pledge.foreclosure where id = $1 for update`,
);

/** Cases of a contract that a payment may still stop. */
export const stoppableOfContract = statement<ForeclosureRecord>(
  'by_pledge_foreclosure_stoppable',
  `select ${columns} from by_pledge.foreclosure f
   where state in ('OPEN', 'FILED', 'AWARDED', 'ON_SALE')
     and pledge_id in (select p.id from by_pledge.pledge p where p.contract_id = $1) order by f.opened_at, f.id`,
);

export const setForeclosureState = statement<never>(
  'by_pledge_foreclosure_set_state',
  'update by_pledge.foreclosure set state = $2 where id = $1',
);

export const setForeclosureForum = statement<never>(
  'by_pledge_foreclosure_set_forum',
  'update by_pledge.foreclosure set forum = $2 where id = $1',
);

export const setForeclosureListing = statement<never>(
  'by_pledge_foreclosure_set_listing',
  `update by_pledge.foreclosure set sale_way = $2, sale_reference = $3, sale_site = $4, start_price = $5, price_override = $6 where id = $1`,
);

export const setForeclosureSold = statement<never>(
  'by_pledge_foreclosure_set_sold',
  'update by_pledge.foreclosure set sold_on = $2, proceeds = $3, secured_claim = $4, surplus = $5, deficit = $6 where id = $1',
);
