import type { Facts } from '../../schema/base';
import type { Citation } from './citation';
import type { FactSet } from './fact-set';
import type { Severity } from './finding';
import type { BoundParameter } from './parameter';

/** Why a validator did not run. Only SILENT, UNVERIFIED and NOT_APPLICABLE let an approval through. */
export type NotEvaluatedReason = 'SILENT' | 'TEXT_NOT_HELD' | 'UNVERIFIED' | 'FACT_MISSING' | 'NOT_APPLICABLE';

export interface Pass {
  readonly kind: 'PASS';
}

export interface NotApplicable {
  readonly kind: 'NOT_APPLICABLE';
}

export interface Fail {
  readonly kind: 'FAIL';
  readonly code: string;
  readonly citations: readonly Citation[];
  /** Edition of the parameter that bound. */
  readonly edition: string | null;
  readonly facts: Facts;
  readonly severity?: Severity;
  readonly path?: readonly string[];
}

export type Outcome = Pass | NotApplicable | Fail;

export const pass: Pass = Object.freeze({ kind: 'PASS' });
export const notApplicable: NotApplicable = Object.freeze({ kind: 'NOT_APPLICABLE' });

/** What a failure is laid to: the parameter that bound, or a clause without a parameter. */
export type Ground = BoundParameter | Citation;

/**
 * The rule is broken. The clause comes from the parameter that bound, so that one validator serves every lender.
 * `facts` are shown to the caller: values compared, nothing personal.
 */
export function fail(
  code: string,
  ground: Ground | readonly Ground[],
  facts: Facts = {},
  options: { severity?: Severity; path?: readonly string[] } = {},
): Fail {
  const grounds = Array.isArray(ground) ? (ground as readonly Ground[]) : [ground as Ground];
  const citations = grounds.flatMap((one) => ('clause' in one ? [one] : one.citations));
  const bound = grounds.find((one): one is BoundParameter => !('clause' in one));
  return { kind: 'FAIL', code, citations, edition: bound?.edition ?? null, facts, ...options };
}

/** A validator as the engine sees it; authors get a typed one from their rule set. */
export interface Validator {
  /** `<plugin>.<name>`, unique. */
  readonly id: string;
  /** Stages at which it runs. */
  readonly appliesAt: readonly string[];
  /** Facts and parameters without which it cannot be evaluated. */
  readonly facts: readonly string[];
  readonly params: readonly string[];
  /** May be unknown or silent; then absent or `null`. */
  readonly optionalFacts: readonly string[];
  readonly optionalParams: readonly string[];
  /** Clauses that it enforces beside those of its parameters. */
  readonly cites: readonly Citation[];
  readonly severity: Severity;
  readonly path: readonly string[] | null;
  check(facts: FactSet['values'], params: Readonly<Record<string, BoundParameter | null>>): Outcome;
}

export interface Verdict {
  readonly validator: string;
  readonly verdict: 'PASS' | 'FAIL' | 'NOT_EVALUATED';
  readonly reason?: NotEvaluatedReason;
  /** Facts or parameters that were wanting. */
  readonly missing?: readonly string[];
  readonly code?: string;
  readonly severity?: Severity;
  readonly path?: readonly string[];
  /** Clauses that bound (FAIL) or were met (PASS). */
  readonly clauses: readonly string[];
  readonly edition?: string;
  readonly facts: Facts;
}
