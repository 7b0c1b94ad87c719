import { traceClauses } from './citation-trace';

/** A clause that code rests on. Made by `cite` (lender's documents) or by a statute's entries. */
export interface Citation<Id extends string = string> {
  readonly clause: Id;
}

/**
 * The `cite` of one plugin. Its ids are the union generated from the plugin's register (`clauses.generated.ts`),
 * so that an unknown clause does not compile.
 */
export function citer<Id extends string>(plugin: string): <const C extends Id>(clause: C) => Citation<C> {
  const made = new Map<string, Citation>();
  return <const C extends Id>(clause: C) => {
    const known = made.get(clause);
    if (known) return known as Citation<C>;
    if (clause !== plugin && !clause.startsWith(`${plugin}/`)) throw new Error(`${clause} is no clause of ${plugin}.`);
    const citation: Citation<C> = Object.freeze({ clause });
    made.set(clause, citation);
    return citation;
  };
}

/**
 * Says that the code which follows carries out this clause: a document printed, a deadline set, a notice sent.
 * Answers the clause's id, to be stored with what was done.
 */
export function enforce<const Id extends string>(citation: Citation<Id>): Id {
  traceClauses([citation.clause], 'USED');
  return citation.clause;
}
