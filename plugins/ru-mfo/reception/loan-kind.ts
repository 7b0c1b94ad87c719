/** Who may have a kind of loan: only whoever had a loan of this lender before, or only whoever had none. */
export type LoanKindRequirement = 'REPEAT_CLIENT' | 'FIRST_LOAN';

/** A kind of loan by a lender's published information: who may have it, and its bounds. Sums are decimal strings. */
export interface LoanKind {
  readonly code: string;
  readonly title: string;
  readonly requirements: readonly LoanKindRequirement[];
  readonly amount: { readonly min: string; readonly max: string };
  readonly termDays: { readonly min: number; readonly max: number };
}
