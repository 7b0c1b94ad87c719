import type { Citation } from './citation';
import type { ParameterDeclarations, ParameterValue, ValueOf } from './parameter';

/** The document says nothing on this parameter: the check does not run, and no other lender's value is borrowed. */
export const silent: unique symbol = Symbol('silent');
export type Silent = typeof silent;

/** Why we believe a value: read in the source, in a secondary one only, or recalled and not confirmed. */
export type Confidence = 'READ' | 'SECONDARY' | 'RECALLED';

export interface EntryOptions {
  /** Id of the documented reading of an unclear clause. */
  readonly interpretation?: string;
  /** Overrides the day of review of the whole set for this parameter. */
  readonly reviewBy?: string;
}

export type EditionEntry<V = ParameterValue> = readonly [value: V, citation: Citation, options?: EntryOptions] | Silent;

/** Every parameter has a value with its clause, or `silent`. A missing key does not compile. */
export type EditionEntries<P extends ParameterDeclarations> = { readonly [K in keyof P]: EditionEntry<ValueOf<P[K]>> };

export interface StatuteEntryOptions extends EntryOptions {
  readonly confidence: Confidence;
}

export type StatuteEntry<V = ParameterValue> = readonly [value: V, point: string, options: StatuteEntryOptions];

/** A statute speaks only of some parameters. */
export type StatuteEntries<P extends ParameterDeclarations> = { readonly [K in keyof P]?: StatuteEntry<ValueOf<P[K]>> };

/** Half-open: `from` is the first day in force, `to` the first day no longer in force; `null` is open-ended. */
interface Period {
  readonly from: string;
  readonly to: string | null;
}

export interface EditionOptions {
  /** Approved as, e.g. an order's number. */
  readonly title?: string;
  /** Where the lender publishes it. */
  readonly url?: string;
  /** The document bears no date of its own; `from` was supplied by configuration. */
  readonly undated?: boolean;
}

export interface HeldEdition extends Period {
  readonly kind: 'EDITION';
  readonly citation: Citation;
  readonly entries: Readonly<Record<string, EditionEntry>>;
  readonly options: EditionOptions;
}

/** An edition was in force, but we do not hold its text: nothing can be decided by it. */
export interface UnheldEdition extends Period {
  readonly kind: 'TEXT_NOT_HELD';
  readonly citation: Citation;
}

/** No edition was in force: an entry of its own, never an absence. */
export interface GapInEditions extends Period {
  readonly kind: 'GAP';
  readonly citation: Citation;
}

export type TimelineEntry = HeldEdition | UnheldEdition | GapInEditions;

/** A stretch in which a statute's values stand. */
export interface StatuteEdition extends Period {
  readonly kind: 'STATUTE';
  readonly entries: Readonly<Record<string, StatuteEntry>>;
}

/** The statute held nothing on these parameters in this stretch (not yet, or no longer). */
export interface StatuteGap extends Period {
  readonly kind: 'NOT_IN_FORCE';
}

export type StatuteTimelineEntry = StatuteEdition | StatuteGap;

export const gap = (from: string, to: string, citation: Citation): GapInEditions => Object.freeze({ kind: 'GAP', from, to, citation });

export const textNotHeld = (from: string, to: string | null, citation: Citation): UnheldEdition =>
  Object.freeze({ kind: 'TEXT_NOT_HELD', from, to, citation });

export const notInForce = (from: string, to: string | null): StatuteGap => Object.freeze({ kind: 'NOT_IN_FORCE', from, to });
