import type { TermsKind } from '../terms/terms-version.entity';

/** A version whose text the lender shows on its site; it may be brought here later. */
export interface KnownTerms {
  readonly kind: TermsKind;
  readonly version: string;
  readonly orderNumber: string;
  readonly approvedOn: string;
  readonly title: string;
  readonly url: string;
  /** In force from this moment. */
  readonly publishedAt: string;
}

/** What the plugin knows of a lender beside its rules. */
export interface LenderData {
  readonly code: string;
  readonly terms: readonly KnownTerms[];
  /** Place of the agreement on the site: the text in force stands there. */
  readonly termsUrl: string;
  /** Where the use of the cabinet is licensed, and whose law governs it: ISO 3166-1. */
  readonly territory: string;
  readonly governingLaw: string;
  /** Where disputes go. */
  readonly forum: string;
  /** Version of the procedure of registration before the first that was recorded. */
  readonly registrationProcedure: string;
  /** Mailbox and place that requests for deletion go to. */
  readonly deletionMailbox: string;
  readonly deletionAddress: string;
}
