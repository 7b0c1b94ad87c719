import type { RuMfoClauseId } from '../../../../plugins/ru-mfo/clauses.generated';

/** Clauses by which a step is done; one that no register holds does not compile. */
export const by = (...clauses: readonly RuMfoClauseId[]): readonly string[] => clauses;
