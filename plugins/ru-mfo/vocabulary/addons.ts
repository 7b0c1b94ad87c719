import type { ParameterDeclarations } from '../../../modules/rules';

/** Paid services beside a loan: what is disclosed, how they are bought, and until when and how they are given back. */
export const addonParameters = {
  /** What must be disclosed before consent: KIND, TERMS, TOTAL_COST, DOCUMENTS_PAGE. */
  'addon.disclosures': { unit: 'CODES', stricter: 'UNION' },
  'addon.prolongation.disclosures': { unit: 'CODES', stricter: 'UNION' },
  /** Whether a service is sold by a tick of its own only. */
  'addon.optIn': { unit: 'FLAG', stricter: 'HIGHER' },
  'addon.prolongation.optIn': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Days after the conclusion in which a service can be given back; more than law asks is better for the client. */
  'addon.withdrawal.within': { unit: 'DAYS', stricter: 'HIGHER' },
  'addon.prolongation.withdrawal.within': { unit: 'DAYS', stricter: 'HIGHER' },
  /** To whom the written request goes: LENDER, INSURER. Whoever one of the two layers names will do. */
  'addon.withdrawal.addressees': { unit: 'CODES', stricter: 'UNION' },
  'addon.prolongation.withdrawal.addressees': { unit: 'CODES', stricter: 'UNION' },
  /** Where the refund goes while the loan is owed, and when it is repaid: LOAN_DEBT, PAYOUT_CARD. */
  'addon.refund.openLoan': { unit: 'CODES', stricter: 'INTERSECTION' },
  'addon.refund.repaidLoan': { unit: 'CODES', stricter: 'INTERSECTION' },
} as const satisfies ParameterDeclarations;
