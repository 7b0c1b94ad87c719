import { type HeldEdition, type StatuteEdition, silent } from './edition';
import { editionId, type LenderRules, type Statute, statuteClause } from './lender-rules';
import { type Candidate, type Layer, overlay } from './overlay';
import { canonicalValue, decimalOf, type ParameterDeclaration, type Unit } from './parameter';
import type { ParameterAbsence, ResolvedParameter, TracedCandidate } from './resolved-rules';

/**
 * One parameter of one day: the lender's value and every statute's, then the stricter of those that count.
 * `edition` is `null` where its text is not held or none was in force: then nothing is known of the lender's side.
 */
export function resolveParameter(
  name: string,
  declaration: ParameterDeclaration,
  rules: LenderRules | null,
  edition: HeldEdition | null,
  statutes: ReadonlyArray<{ readonly statute: Statute; readonly edition: StatuteEdition }>,
): ResolvedParameter {
  const candidates: Candidate[] = [];
  for (const { statute, edition: law } of statutes) {
    const entry = law.entries[name];
    if (!entry) continue;
    const [value, point, { confidence }] = entry;
    const citation = Object.freeze({ clause: statuteClause(statute.id, point, law.from) });
    candidates.push({ layer: 'statute', value, citation, edition: editionId(statute.id, law), from: law.from, confidence });
  }
  const entry = edition?.entries[name];
  if (rules && edition && entry && entry !== silent) {
    candidates.push({
      layer: 'lender',
      value: entry[0],
      citation: entry[1],
      edition: editionId(rules.id, edition),
      from: edition.from,
      confidence: 'READ',
    });
  }
  const counted = candidates.filter((candidate) => candidate.confidence !== 'RECALLED' || declaration.use === 'CALCULATION');
  const absence: ParameterAbsence | null = !edition
    ? 'TEXT_NOT_HELD'
    : counted.length > 0
      ? null
      : candidates.length > 0
        ? 'UNVERIFIED'
        : 'SILENT';
  const overlaid = absence ? null : overlay(declaration, counted);
  const layers = (overlaid?.bound ?? []).map((candidate) => candidate.layer);
  const unit = declaration.unit;
  return Object.freeze({
    absence,
    bound: overlaid
      ? Object.freeze({
          name,
          unit,
          value: overlaid.value,
          decimal: decimalOf(unit, overlaid.value) as null,
          citations: Object.freeze(overlaid.bound.map((candidate) => candidate.citation)),
          edition: (overlaid.bound.find((candidate) => candidate.layer === 'lender') ?? overlaid.bound[0]!).edition,
        })
      : null,
    trace: Object.freeze({
      param: name,
      unit,
      value: overlaid ? canonicalValue(unit, overlaid.value) : null,
      ...(absence ? { reason: absence } : {}),
      bound: Object.freeze([...new Set<Layer>(layers)]),
      candidates: Object.freeze(candidates.map((candidate) => traced(unit, candidate, counted.includes(candidate)))),
    }),
  });
}

function traced(unit: Unit, candidate: Candidate, counted: boolean): TracedCandidate {
  const { layer, value, citation, edition, from, confidence } = candidate;
  return Object.freeze({
    layer,
    value: canonicalValue(unit, value),
    clause: citation.clause,
    edition,
    from,
    verified: confidence !== 'RECALLED',
    confidence,
    counted,
  });
}
