import type { Citation } from '../../../modules/rules';
import { cite } from '../cite';

/** Duties and bans of the client that a breach may be recorded against. */
const breachable = [
  cite('by-leasing/2.2/licence'),
  cite('by-leasing/9.2.1'),
  cite('by-leasing/9.2.3/accurate'),
  cite('by-leasing/9.2.3/update'),
  cite('by-leasing/9.2.4'),
  cite('by-leasing/9.2.4/b1'),
  cite('by-leasing/9.2.4/b2'),
  cite('by-leasing/9.2.4/b3'),
  cite('by-leasing/9.2.4/b4'),
  cite('by-leasing/9.2.5'),
  cite('by-leasing/9.2.7/data'),
  cite('by-leasing/9.2.7/phone'),
  cite('by-leasing/9.2.8'),
  cite('by-leasing/9.2.9'),
  cite('by-leasing/10.2'),
  cite('by-leasing/10.2/а'),
  cite('by-leasing/10.2/б'),
  cite('by-leasing/10.2/в'),
  cite('by-leasing/10.2/г'),
  cite('by-leasing/10.2/д'),
  cite('by-leasing/10.2/е'),
  cite('by-leasing/12.3'),
] as const;

export type BreachClause = (typeof breachable)[number]['clause'];

/** Ids of the clauses, such as `by-leasing/9.2.4/b2`. */
export const breachClauses: readonly BreachClause[] = breachable.map(({ clause }) => clause);

const byId = new Map<string, Citation>(breachable.map((citation) => [citation.clause, citation]));

/** The citation of a clause that a breach may be recorded against; `null` for all others. */
export const breachCitation = (clause: string): Citation | null => byId.get(clause) ?? null;
