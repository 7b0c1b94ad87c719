/**
 * An expected failure as data. `facts` are the values used, safe to show to the caller;
 * the sentence is made from the code's text and the facts in the caller's language.
 */
export interface Finding {
  readonly code: string;
  readonly severity: 'BLOCKING' | 'WARNING' | 'INFO';
  /** Input path, e.g. `['input', 'amount']`. */
  readonly path?: readonly string[];
  /** Clause ids that bound, e.g. `ru-mfo/veritas/2.3/а`; none for failures of form. */
  readonly clauses: readonly string[];
  /** Edition in force, e.g. `ru-mfo/veritas/2023-03-13`. */
  readonly edition?: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
