import type { ByPledgeClauseId } from '../../../../plugins/by-pledge/clauses.generated';

/** Clauses by which a step is done; one that no register holds does not compile. */
export const by = (...clauses: readonly ByPledgeClauseId[]): readonly string[] => clauses;
