import type { EditionReference, ParameterTrace, Verdict } from '../../rules';

/** A fact without its value: a keyed digest of it, and where it comes from. `at` is outside the hash. */
export interface ReceiptFact {
  readonly digest: string;
  readonly source: string;
  /** When it was learnt, UTC. */
  readonly at?: string;
}

/** An answer of another party that replay must accept and never ask for again. */
export interface SealedAnswer {
  readonly from: string;
  readonly digest: string;
}

/** Versions of what decided. */
export interface EngineVersions {
  readonly core: string;
  readonly plugins: Readonly<Record<string, string>>;
  /** Version or hash of the working-day calendar. */
  readonly calendar: string;
}

/** JSON as it stands in a column. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Explains a decision and lets it be replayed: what was known, what bound, what each validator said, and what ran.
 * Holds no value of a fact: those are encrypted beside it, so that erasing a person keeps it verifiable.
 */
export interface Receipt {
  readonly schema: typeof RECEIPT_SCHEMA;
  /** Id of the decision; outside the hash, as `decidedAt` is. */
  readonly decision: string;
  readonly decidedAt: string;
  readonly lender: string;
  readonly outcome: string;
  readonly stage: string;
  /** Legal days that chose the rules, and the zone that they are days of. */
  readonly dates: Readonly<Record<string, string>>;
  readonly rules: {
    readonly plugin: string;
    readonly edition: EditionReference | null;
    readonly statutes: readonly EditionReference[];
  };
  readonly facts: Readonly<Record<string, ReceiptFact>>;
  readonly sealed: readonly SealedAnswer[];
  readonly params: readonly ParameterTrace[];
  readonly verdicts: readonly Verdict[];
  /** Grounds that a person gave, where one decided. */
  readonly grounds: readonly Json[];
  readonly terms: Json;
  readonly engine: EngineVersions;
  readonly hash: ReceiptHash;
}

export interface ReceiptHash {
  readonly alg: 'sha256';
  /** RFC 8785. */
  readonly canon: 'jcs';
  /** SHA-256 over the canonical receipt without `hash`, `decision`, `decidedAt` and each fact's `at`. */
  readonly value: string;
  /** First 64 bits of the SHA-256 of each part, those outside the hash too: they name what was changed. */
  readonly parts: Readonly<Record<string, string>>;
}

export const RECEIPT_SCHEMA = 'lexgraph.receipt/1';
