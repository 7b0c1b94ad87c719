/** What row-level security allows on one table. */
export interface TableRights {
  /** Column that names the owning client: a borrower's session then sees only its own rows. */
  readonly client?: string;
  /** What the app role may do; rows are never deleted unless said so. */
  readonly app?: ReadonlyArray<'select' | 'insert' | 'update' | 'delete'>;
  /** Cross-lender rights of the worker role, each with its reason in a comment beside the call. */
  readonly worker?: ReadonlyArray<'select' | 'insert' | 'update' | 'delete'>;
}

// `nullif`: after SET LOCAL ends, the setting is '' and ''::uuid would raise.
const LENDER = "nullif(current_setting('lexgraph.lender', true), '')::uuid";
const CLIENT = "nullif(current_setting('lexgraph.client', true), '')::uuid";

/**
 * SQL that forces row-level security on a table with a `lender_id` column and grants the two roles their rights.
 * Grant parents only: a policy does not protect a partition that is read by its own name.
 */
export function secureTable(table: string, rights: TableRights = {}): string {
  const app = rights.app ?? ['select', 'insert', 'update'];
  // `case`, not `or`: of an `or` the planner expects 1 row in 200, and then sorts all rows of a lender to answer one page.
  const own = rights.client ? ` and case when ${CLIENT} is null then true else ${rights.client} = ${CLIENT} end` : '';
  const condition = `lender_id = ${LENDER}${own}`;
  const name = table.replace('.', '_');
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${name}_lender on ${table} to lexgraph_app, lexgraph_owner using (${condition}) with check (${condition})`,
    `grant ${app.join(', ')} on ${table} to lexgraph_app`,
    ...(rights.worker
      ? [
          `create policy ${name}_worker on ${table} to lexgraph_worker using (true) with check (true)`,
          `grant ${rights.worker.join(', ')} on ${table} to lexgraph_worker`,
        ]
      : []),
  ].join(';\n');
}
