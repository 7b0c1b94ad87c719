import type { ParameterDeclarations } from '../../../modules/rules';

/** How long records are kept, to whom they may be shown, and what is told to credit bureaus. */
export const retentionParameters = {
  /** How long the original of an edition is kept after the last contract under it ended. */
  'edition.keptMonths': { unit: 'CALENDAR_MONTHS', stricter: 'HIGHER' },
  /** Whether a disclosure of the client's secrets to a third party needs a legal ground. */
  'disclosure.grounded': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether a clause contrary to law gives way to an override that names the law. */
  'override.byLaw': { unit: 'FLAG', stricter: 'HIGHER' },
  /** To how many credit bureaus every contract is reported, and the persons of whom nothing is. */
  'reporting.bureaus': { unit: 'COUNT', stricter: 'HIGHER' },
  'reporting.exempt': { unit: 'CODES', stricter: 'UNION' },
} as const satisfies ParameterDeclarations;

export const retentionFacts = {
  /** The day of a deletion, and the day from which a term of keeping runs; absent while an obligation stands. */
  deletedOn: 'DATE',
  obligationsEndedOn: 'DATE',
  disclosureGround: 'TEXT',
  overrideBasis: 'TEXT',
  /** Bureaus that have the contract, restrictions on telling of its borrower. */
  bureausTold: 'COUNT',
  reportingRestrictions: 'CODES',
  /** Working days of the transfer that the contract itself sets; absent where it sets none. */
  agreedTransferDays: 'COUNT',
} as const;
