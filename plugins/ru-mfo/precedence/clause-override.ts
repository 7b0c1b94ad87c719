import { type Citation, type Finding, type LenderRules, RulesLoadError, uphold } from '../../../modules/rules';

/** A clause that became contrary to law: from a day on the law's value stands in its place, until the document is changed. */
export interface ClauseOverride {
  readonly parameter: string;
  readonly clause: Citation;
  /** First day on which the clause has lost its force, ISO 8601. */
  readonly effectiveFrom: string;
  /** Act and article; cited in place of the clause. */
  readonly law: string;
  readonly newValue: string | number | boolean | readonly string[];
}

/** Whether an override names the law that it rests on. `basis`: the clause by which law takes the place of the document. */
export function overrideFinding(basis: readonly Citation[], { clause, effectiveFrom, law }: ClauseOverride): Finding | null {
  return uphold(basis, law.trim() !== '', 'RU_MFO_OVERRIDE_BASIS_MISSING', { clause: clause.clause, from: effectiveFrom });
}

/**
 * A lender's editions with the overrides in them: the edition in force on an override's day is cut in two, and in the later part
 * the parameter has the law's value and cites the law. What was concluded before keeps what it was concluded under.
 * Throws `RulesLoadError` for an override without a law, or of a clause that is not in force on its day.
 */
export function overridden(rules: LenderRules, overrides: readonly ClauseOverride[]): LenderRules {
  return [...overrides].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom)).reduce(withOverride, rules);
}

/** The clause of the edition in force on the day by which law takes the place of the document; none where it is silent. */
export function basisOf({ timeline }: LenderRules, day: string): readonly Citation[] {
  const edition = timeline.find(({ from, to }) => from <= day && (to === null || day < to));
  const entry = edition?.kind === 'EDITION' ? edition.entries['override.byLaw'] : undefined;
  return Array.isArray(entry) && entry[0] === true ? [entry[1]] : [];
}

function withOverride(rules: LenderRules, override: ClauseOverride): LenderRules {
  const { parameter, clause, effectiveFrom, law, newValue } = override;
  const finding = overrideFinding(basisOf(rules, effectiveFrom), override);
  if (finding) throw new RulesLoadError(rules.id, `${finding.code}: the override of ${clause.clause} from ${effectiveFrom} names no law.`);
  let met = false;
  const timeline = rules.timeline.flatMap((entry) => {
    if (entry.kind !== 'EDITION' || (entry.to !== null && entry.to <= effectiveFrom)) return [entry];
    const value = entry.entries[parameter];
    // A later edition whose clause is another one was changed since: the override has done its service.
    if (!Array.isArray(value) || value[1].clause !== clause.clause) return [entry];
    met = true;
    const entries = Object.freeze({ ...entry.entries, [parameter]: [newValue, Object.freeze({ clause: law })] as const });
    if (entry.from >= effectiveFrom) return [Object.freeze({ ...entry, entries })];
    return [Object.freeze({ ...entry, to: effectiveFrom }), Object.freeze({ ...entry, from: effectiveFrom, entries })];
  });
  if (!met) throw new RulesLoadError(rules.id, `no edition in force from ${effectiveFrom} takes ${parameter} from ${clause.clause}.`);
  return Object.freeze({ ...rules, timeline: Object.freeze(timeline) as LenderRules['timeline'] });
}
