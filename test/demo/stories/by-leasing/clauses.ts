import type { ByLeasingClauseId } from '../../../../plugins/by-leasing/clauses.generated';

/** Clauses by which a step is done; one that no register holds does not compile. */
export const by = (...clauses: readonly ByLeasingClauseId[]): readonly string[] => clauses;
