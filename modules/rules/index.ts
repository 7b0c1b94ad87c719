export { type Citation, citer, enforce } from './citation';
export { type CitationRecorder, type CitationUse, RECORDER } from './citation-trace';
export { type Clause, type ClauseDocument, type ClauseKind, type ClauseRegister, inScope } from './clause';
export { ClauseType } from './clause.type';
export { type ClauseFile, ClauseFileError, readClauseFile } from './clause-file';
export { type ClauseView, findClause } from './clause-lookup';
export { type Confidence, type EditionEntries, gap, notInForce, silent, textNotHeld } from './edition';
export { ruleClauses, ruleEditions, ruleParameters, ruleStatutes, ruleValidators } from './extension-points';
export {
  decodeFact,
  encodeFact,
  type FactKind,
  type FactOrigin,
  type FactSet,
  type FactValue,
  type KnownFact,
  makeFactSet,
} from './fact-set';
export { blocks, type Finding, type FindingOptions, findingOf, formFinding, type Severity, uphold } from './finding';
export { FindingType } from './finding.type';
export type { LenderRules, Statute } from './lender-rules';
export type { BoundParameter, ParameterDeclaration, ParameterDeclarations, Unit } from './parameter';
export { loadRules, resolveRules } from './resolve-rules';
export type { EditionReference, ParameterAbsence, ParameterTrace, ResolvedRules, TracedCandidate } from './resolved-rules';
export { reviewsDue } from './review';
export { type Day, type ResolveOptions, RuleBook } from './rule-book';
export { type AnyRuleSet, type RuleSet, ruleSet } from './rule-set';
export { rulesModule } from './rules.module';
export { letsApprovalThrough, runValidator, runValidators, toFindings } from './run-validators';
export { RulesLoadError } from './timeline';
export { fail, type NotEvaluatedReason, notApplicable, type Outcome, pass, type Validator, type Verdict } from './validator';
