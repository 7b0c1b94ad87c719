import type { Sentence } from '../../schema/base';

export const clauseKinds = [
  'rule',
  'process',
  'terms',
  'data',
  'right',
  'document',
  'deadline',
  'notification',
  'calculation',
  'out-of-scope',
] as const;

export type ClauseKind = (typeof clauseKinds)[number];

/** One numbered clause of a lender's document as a testable requirement. */
export interface Clause {
  /** `<plugin>/<document>/<point>`, or `<plugin>/<point>` where a plugin has one document. */
  readonly id: string;
  readonly plugin: string;
  readonly document: string;
  readonly kind: ClauseKind;
  /** The requirement in our words; the document itself is not quoted. */
  readonly requires: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** An example of it: given, when, then. */
  readonly accept?: string;
  /** Code of the finding that refuses. */
  readonly refusal?: string;
  /** Why it is out of scope. */
  readonly whyOut?: string;
  /** How it is read where it is unclear. */
  readonly interpretation?: string;
  /** What is unclear or contradictory in it. */
  readonly note?: string;
}

/** A lender's document whose clauses are registered. */
export interface ClauseDocument {
  readonly document: string;
  readonly act: Sentence;
  readonly url?: string;
  /** Every clause in scope must be cited and proven; a gap is then an error. */
  readonly complete: boolean;
}

/** What a gateway needs of a clause while it runs. */
export type ClauseSummary = Pick<Clause, 'id' | 'document' | 'kind' | 'requires' | 'interpretation'>;

export interface ClauseRegister {
  readonly plugin: string;
  readonly documents: readonly ClauseDocument[];
  readonly clauses: readonly ClauseSummary[];
}

/** Whether a clause asks something of the software. */
export function inScope(clause: Pick<Clause, 'kind'>): boolean {
  return clause.kind !== 'out-of-scope';
}

/** The clause's place in its document: what follows the document's prefix in the id. */
export function pointOf(clause: Pick<Clause, 'id' | 'document'>, plugin: string): string {
  const prefix = clause.id.startsWith(`${plugin}/${clause.document}/`) ? `${plugin}/${clause.document}/` : `${plugin}/`;
  return clause.id.slice(prefix.length);
}
