import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../schema/base';

/** Kinds of facts and their types. Days and moments are Temporal's, sums are exact decimals. */
export interface FactTypes {
  DATE: Temporal.PlainDate;
  INSTANT: Temporal.Instant;
  DECIMAL: Decimal;
  COUNT: number;
  FLAG: boolean;
  CODE: string;
  TEXT: string;
  CODES: readonly string[];
}

export type FactKind = keyof FactTypes;
export type FactValue = FactTypes[FactKind];
export type FactDeclarations = Readonly<Record<string, FactKind>>;
export type FactsOf<F extends FactDeclarations> = { readonly [K in keyof F]: FactTypes[F[K]] };

/** Where a fact comes from, and when it was learnt. */
export interface FactOrigin {
  /** E.g. PASSPORT, QUESTIONNAIRE, CREDIT_BUREAU, APPLICATION. */
  readonly source: string;
  readonly at?: Temporal.Instant;
}

/** What was known when rules were run: values, and for each where it comes from. A missing fact has no key. */
export interface FactSet {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly origins: Readonly<Record<string, FactOrigin>>;
}

/** A fact with its source; `undefined` or `null` as value means not known. */
export type KnownFact<T> = readonly [value: T | null | undefined, source: string, at?: Temporal.Instant];

export function makeFactSet(entries: Readonly<Record<string, KnownFact<FactValue> | undefined>>): FactSet {
  const values: Record<string, FactValue> = {};
  const origins: Record<string, FactOrigin> = {};
  for (const [name, entry] of Object.entries(entries)) {
    if (!entry || entry[0] === null || entry[0] === undefined) continue;
    values[name] = entry[0];
    origins[name] = entry[2] ? { source: entry[1], at: entry[2] } : { source: entry[1] };
  }
  return Object.freeze({ values: Object.freeze(values), origins: Object.freeze(origins) });
}

/** The JSON form of a fact: one text for one value (2.0 and 2.00 are the same sum). */
export function encodeFact(value: FactValue): string | number | boolean | readonly string[] {
  if (value instanceof Decimal) return value.toFixed();
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString();
  return value as string | number | boolean | readonly string[];
}

/** Reads the JSON form back. Throws `RangeError` when the text is not of that kind. */
export function decodeFact(kind: FactKind, json: unknown): FactValue {
  switch (kind) {
    case 'DATE':
      return Temporal.PlainDate.from(String(json));
    case 'INSTANT':
      return Temporal.Instant.from(String(json));
    case 'DECIMAL':
      return new Decimal(String(json));
    default:
      return json as FactValue;
  }
}
