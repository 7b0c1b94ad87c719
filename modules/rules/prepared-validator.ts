import type { BoundParameter } from './parameter';
import type { ParameterAbsence, ResolvedParameter } from './resolved-rules';
import type { Validator, Verdict } from './validator';

/** All that does not depend on the facts, so that a run allocates only for failures. */
export interface PreparedValidator {
  readonly params: Readonly<Record<string, BoundParameter | null>>;
  /** The answer whatever the facts are, when a parameter is wanting. */
  readonly blocked: Verdict | null;
  readonly pass: Verdict;
  readonly notApplicable: Verdict;
}

// A text that is not held blocks; it comes before what lets an approval through.
const order: readonly ParameterAbsence[] = ['TEXT_NOT_HELD', 'UNVERIFIED', 'SILENT'];
const none = Object.freeze({});

export function prepareValidator(validator: Validator, parameter: (name: string) => ResolvedParameter): PreparedValidator {
  const params: Record<string, BoundParameter | null> = {};
  const wanting: Array<readonly [ParameterAbsence, string]> = [];
  const clauses = new Set(validator.cites.map((citation) => citation.clause));
  for (const name of [...validator.params, ...validator.optionalParams]) {
    const { bound, absence } = parameter(name);
    params[name] = bound;
    for (const citation of bound?.citations ?? []) clauses.add(citation.clause);
    // A silent document switches an optional parameter off; a document that we cannot read might speak.
    if (absence && (absence === 'TEXT_NOT_HELD' || !validator.optionalParams.includes(name))) wanting.push([absence, name]);
  }
  // With every parameter silent and no clause besides there is nothing that it could enforce.
  if (clauses.size === 0) for (const name of validator.optionalParams) wanting.push([parameter(name).absence ?? 'SILENT', name]);
  const base = { validator: validator.id, facts: none };
  const reason = order.find((candidate) => wanting.some(([absence]) => absence === candidate));
  const met = Object.freeze([...clauses]);
  return Object.freeze({
    params: Object.freeze(params),
    blocked: reason
      ? Object.freeze({
          ...base,
          verdict: 'NOT_EVALUATED' as const,
          reason,
          missing: wanting.filter(([absence]) => absence === reason).map(([, name]) => name),
          clauses: Object.freeze([]),
        })
      : null,
    pass: Object.freeze({ ...base, verdict: 'PASS' as const, clauses: met }),
    notApplicable: Object.freeze({
      ...base,
      verdict: 'NOT_EVALUATED' as const,
      reason: 'NOT_APPLICABLE' as const,
      clauses: Object.freeze([]),
    }),
  });
}
