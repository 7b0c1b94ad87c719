import { Decimal } from '../../schema/base';
import type { Citation } from './citation';
import type { Confidence } from './edition';
import type { ParameterDeclaration, ParameterValue } from './parameter';

export type Layer = 'statute' | 'lender';

/** A value that one layer holds for a parameter on the day. */
export interface Candidate {
  readonly layer: Layer;
  readonly value: ParameterValue;
  readonly citation: Citation;
  readonly edition: string;
  readonly from: string;
  readonly confidence: Confidence;
}

export interface Overlaid {
  readonly value: ParameterValue;
  /** Those whose clause is cited; all of them on a tie. */
  readonly bound: readonly Candidate[];
}

/** Two layers hold different values of a parameter that has no stricter side. */
export class NotComparable extends Error {}

/** The stricter of the candidates, by the parameter's own direction. Order does not matter; a repeat changes nothing. */
export function overlay(declaration: ParameterDeclaration, candidates: readonly Candidate[]): Overlaid {
  const first = candidates[0];
  if (!first) throw new RangeError('There is nothing to lay over.');
  let value = first.value;
  // From the first on, the first included: a set is sorted even where it stands alone.
  for (const candidate of candidates) value = stricterOf(declaration, value, candidate.value);
  const equal = candidates.filter((candidate) => same(declaration, candidate.value, value));
  // A set may be stricter than each layer alone: then all of them made it.
  return { value, bound: equal.length > 0 ? equal : candidates };
}

/** The stricter of two values of one parameter. */
export function stricterOf(declaration: ParameterDeclaration, a: ParameterValue, b: ParameterValue): ParameterValue {
  switch (declaration.stricter) {
    case 'LOWER':
      return compare(a, b) === 0 ? longer(a, b) : compare(a, b) < 0 ? a : b;
    case 'HIGHER':
      return compare(a, b) === 0 ? longer(a, b) : compare(a, b) > 0 ? a : b;
    case 'INTERSECTION':
      return sorted((a as readonly string[]).filter((code) => (b as readonly string[]).includes(code)));
    case 'UNION':
      return sorted([...new Set([...(a as readonly string[]), ...(b as readonly string[])])]);
    case 'NONE':
      if (!same(declaration, a, b)) throw new NotComparable(`${a} and ${b} differ, and neither is stricter.`);
      return a;
  }
}

/** Below zero when `a` is the lower. Decimals and numbers by size, days by the calendar, `false` before `true`. */
export function compare(a: ParameterValue, b: ParameterValue): number {
  if (typeof a === 'string' && typeof b === 'string') return isDay(a) ? (a < b ? -1 : a > b ? 1 : 0) : new Decimal(a).cmp(b);
  return Number(a) - Number(b);
}

function same(declaration: ParameterDeclaration, a: ParameterValue, b: ParameterValue): boolean {
  if (declaration.unit === 'CODES') return sorted(a as readonly string[]).join('\n') === sorted(b as readonly string[]).join('\n');
  if (declaration.stricter === 'NONE') return a === b;
  return compare(a, b) === 0;
}

/** Equal decimals may be written in two ways (`1`, `1.00`); the choice must not depend on the order. */
const longer = (a: ParameterValue, b: ParameterValue): ParameterValue => (String(a).length >= String(b).length ? a : b);

const isDay = (text: string): boolean => /^\d{4}-/.test(text);

const sorted = (codes: readonly string[]): readonly string[] => Object.freeze([...codes].sort());
