export const publicationKinds = [
  'RULES',
  'GENERAL_TERMS',
  'INFORMATION',
  'SIGNATURE_AGREEMENT',
  'PERSONAL_DATA_POLICY',
  'TARIFFS',
] as const;
/** What a lender publishes for everybody to read. */
export type PublicationKind = (typeof publicationKinds)[number];

/** One version of a published document, as a lender's data or a row says. */
export interface Publication {
  /** Row id; `null` for a version that the lender's data bring along. */
  readonly id: string | null;
  readonly kind: PublicationKind;
  /** Unique among the versions of a kind, e.g. `2023-03-13`. */
  readonly version: string;
  readonly title: string;
  /** First day on which it is in force, ISO 8601. */
  readonly effectiveFrom: string;
  /** Edition of the lender's rules that it makes known, where it is one. */
  readonly editionId: string | null;
  /** Where it stands on the lender's site; `null` where that is not known. */
  readonly url: string | null;
  readonly text: string;
  /** Hexadecimal SHA-256 of the text in UTF-8. */
  readonly sha256: string;
  readonly publishedAt: Date;
  /** `false`: the lender's own text is not held; the text says where it stands. */
  readonly held: boolean;
}

/** A version that a lender's data bring along: its text is not held here, its place is. */
export interface KnownPublication {
  readonly kind: PublicationKind;
  readonly version: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly editionId?: string;
  /** `null` where the lender's documents name no site. */
  readonly url: string | null;
}
