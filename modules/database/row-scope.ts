import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Whose rows a connection may see: row-level security reads both values.
 * `clientId` narrows a borrower's own session to the borrower's rows.
 */
export interface RowScope {
  readonly lenderId: string | null;
  readonly clientId?: string | null;
}

export const NO_ROWS: RowScope = Object.freeze({ lenderId: null });

const storage = new AsyncLocalStorage<RowScope>();

export function withRowScope<T>(scope: RowScope, work: () => T): T {
  return storage.run(scope, work);
}

export function currentRowScope(): RowScope {
  return storage.getStore() ?? NO_ROWS;
}
