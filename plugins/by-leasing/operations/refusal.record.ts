import { listLoader, statement } from '../../../modules/database';

export interface RefusalRecord {
  readonly clientId: string;
  readonly operation: string;
  readonly grounds: readonly string[];
  readonly clauses: readonly string[];
  readonly refusedAt: Date;
}

/** Operations of clients that were refused, the latest first, at most 200 of each. */
export const refusalsByClient = listLoader(
  statement<RefusalRecord>(
    'by_leasing_refusals',
    `select r.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select client_id as "clientId", operation, grounds, clauses, refused_at as "refusedAt" from by_leasing.operation_refusal
       where client_id = wanted.id order by refused_at desc, operation_refusal.id desc limit 200
     ) r order by r."refusedAt" desc`,
  ),
  (row) => row.clientId,
);
