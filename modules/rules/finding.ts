import type { Facts } from '../../schema/base';
import type { Citation } from './citation';
import { traceClauses } from './citation-trace';

export type Severity = 'BLOCKING' | 'WARNING' | 'INFO';

/**
 * An expected failure as data. `facts` are the values used, safe to show to the caller;
 * the sentence is made from the code's text and the facts in the caller's language.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Input path, e.g. `['input', 'amount']`. */
  readonly path?: readonly string[];
  /** Ids of the clauses that bound; none for failures of form. A statute's carries its edition: `act/point@date`. */
  readonly clauses: readonly string[];
  /** Edition that bound, e.g. `acme-law/acme/2023-03-13`. */
  readonly edition?: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a finding may carry beside code, clause and facts. `severity` is BLOCKING unless said. */
export interface FindingOptions {
  readonly severity?: Severity;
  readonly path?: readonly string[];
  readonly edition?: string;
}

/** A failure of form: no clause demands it. */
export function formFinding(code: string, path?: readonly string[], facts: Facts = {}): Finding {
  return { code, severity: 'BLOCKING', ...(path ? { path } : {}), clauses: [], facts };
}

/** A finding made by hand from the clauses that it rests on, for code that is no validator. */
export function findingOf(
  code: string,
  citation: Citation | readonly Citation[],
  facts: Facts = {},
  options: FindingOptions = {},
): Finding {
  const clauses = clausesOf(citation);
  traceClauses(clauses, 'FAIL');
  return makeFinding(code, clauses, facts, options);
}

/**
 * Judges one clause in code that is no validator: `null` when it holds, the finding when it does not.
 * Facts may be given as a function, called only on failure.
 */
export function uphold(
  citation: Citation | readonly Citation[],
  holds: boolean,
  code: string,
  facts: Facts | (() => Facts) = {},
  options: FindingOptions = {},
): Finding | null {
  const clauses = clausesOf(citation);
  traceClauses(clauses, holds ? 'PASS' : 'FAIL');
  return holds ? null : makeFinding(code, clauses, typeof facts === 'function' ? facts() : facts, options);
}

/** Whether a finding stands in the way; warnings and information do not. */
export function blocks(finding: Finding): boolean {
  return finding.severity === 'BLOCKING';
}

function clausesOf(citation: Citation | readonly Citation[]): readonly string[] {
  return 'clause' in citation ? [citation.clause] : citation.map((one) => one.clause);
}

function makeFinding(code: string, clauses: readonly string[], facts: Facts, options: FindingOptions): Finding {
  const { severity = 'BLOCKING', path, edition } = options;
  return { code, severity, ...(path ? { path } : {}), clauses, ...(edition ? { edition } : {}), facts };
}
