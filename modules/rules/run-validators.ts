import { traceClauses } from './citation-trace';
import type { FactSet } from './fact-set';
import type { Finding } from './finding';
import type { ResolvedRules } from './resolved-rules';
import type { Fail, NotEvaluatedReason, Validator, Verdict } from './validator';

/** Runs validators on facts under resolved rules. Pure: equal input, equal verdicts, in the order of the validators. */
export function runValidators(validators: readonly Validator[], facts: FactSet, rules: ResolvedRules): readonly Verdict[] {
  return validators.map((validator) => runValidator(validator, facts, rules));
}

export function runValidator(validator: Validator, facts: FactSet, rules: ResolvedRules): Verdict {
  const prepared = rules.prepare(validator);
  if (prepared.blocked) return prepared.blocked;
  for (const name of validator.facts) {
    if (facts.values[name] === undefined) return factsMissing(validator, facts);
  }
  const outcome = validator.check(facts.values, prepared.params);
  switch (outcome.kind) {
    case 'PASS':
      traceClauses(prepared.pass.clauses, 'PASS');
      return prepared.pass;
    case 'NOT_APPLICABLE':
      return prepared.notApplicable;
    case 'FAIL':
      return failed(validator, outcome);
  }
}

function factsMissing(validator: Validator, facts: FactSet): Verdict {
  const missing = validator.facts.filter((name) => facts.values[name] === undefined);
  return { validator: validator.id, verdict: 'NOT_EVALUATED', reason: 'FACT_MISSING', missing, clauses: [], facts: {} };
}

function failed(validator: Validator, outcome: Fail): Verdict {
  const clauses = outcome.citations.map((citation) => citation.clause);
  traceClauses(clauses, 'FAIL');
  const path = outcome.path ?? validator.path;
  return {
    validator: validator.id,
    verdict: 'FAIL',
    code: outcome.code,
    severity: outcome.severity ?? validator.severity,
    ...(path ? { path } : {}),
    clauses,
    ...(outcome.edition ? { edition: outcome.edition } : {}),
    facts: outcome.facts,
  };
}

/** The reasons for which a check did not run and yet an approval may pass. */
export function letsApprovalThrough(reason: NotEvaluatedReason): boolean {
  return reason === 'SILENT' || reason === 'UNVERIFIED' || reason === 'NOT_APPLICABLE';
}

/**
 * What the verdicts come to, as data: every failure, every check that could not be made but must be,
 * and the missing edition itself, once.
 */
export function toFindings(verdicts: readonly Verdict[], rules: ResolvedRules): readonly Finding[] {
  const findings: Finding[] = rules.finding ? [rules.finding] : [];
  for (const verdict of verdicts) {
    if (verdict.verdict === 'FAIL') findings.push(findingOfFailure(verdict, rules));
    else if (verdict.reason && !letsApprovalThrough(verdict.reason)) {
      // The finding on the edition already says that its text is not held.
      if (verdict.reason === 'TEXT_NOT_HELD' && rules.finding) continue;
      findings.push({
        code: rules.codes.factMissing,
        severity: 'BLOCKING',
        clauses: [],
        ...(rules.edition ? { edition: rules.edition.id } : {}),
        facts: { validator: verdict.validator, missing: (verdict.missing ?? []).join(', ') },
      });
    }
  }
  return findings;
}

function findingOfFailure(verdict: Verdict, rules: ResolvedRules): Finding {
  const edition = verdict.edition ?? rules.edition?.id;
  return {
    code: verdict.code!,
    severity: verdict.severity!,
    ...(verdict.path ? { path: verdict.path } : {}),
    clauses: verdict.clauses,
    ...(edition ? { edition } : {}),
    facts: verdict.facts,
  };
}
