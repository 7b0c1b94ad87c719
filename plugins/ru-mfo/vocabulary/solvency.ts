import type { ParameterDeclarations } from '../../../modules/rules';

/** What is checked before a decision, the assessment of solvency, and what a decision may say. */
export const solvencyParameters = {
  /** Every one of these own ways to take money is needed. */
  'payout.required': { unit: 'CODES', stricter: 'UNION' },
  'income.permanent': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Legal types of borrowers lent to. */
  'borrower.types': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Warnings that the client must acknowledge with every application, one parameter each. */
  'warning.falseData': { unit: 'FLAG', stricter: 'HIGHER' },
  'warning.criminalLiability': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether a decision needs a finished check of data and documents, and that check a standing consent to use them. */
  'check.required': { unit: 'FLAG', stricter: 'HIGHER' },
  'check.consent': { unit: 'CODES', stricter: 'UNION' },
  /** Whether data found false forbid an approval. */
  'data.reliable': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether an assessment must name its sources. */
  'assessment.sourced': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Sources that an assessment may rest on. */
  'assessment.sources.allowed': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Criteria of solvency and what each must hold. */
  'solvency.amountToIncome': { unit: 'FLAG', stricter: 'HIGHER' },
  'solvency.position': { unit: 'CODES', stricter: 'UNION' },
  'solvency.categories': { unit: 'CODES', stricter: 'INTERSECTION' },
  'solvency.external': { unit: 'CODES', stricter: 'UNION' },
  /** Methods of the assessment. */
  'solvency.scoring': { unit: 'FLAG', stricter: 'HIGHER' },
  'solvency.bureau': { unit: 'CODES', stricter: 'UNION' },
  'solvency.income': { unit: 'CODES', stricter: 'UNION' },
  /** How long the results of an assessment are kept after the last obligation ended. */
  'assessment.keptMonths': { unit: 'CALENDAR_MONTHS', stricter: 'HIGHER' },
  /** Kinds of decisions that may be taken. */
  'decision.kinds': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Further grounds of a refusal. */
  'ground.solvency': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.debt': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.openContract': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.cardExpiry': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.notSigned': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Ways of which one must carry a refusal, where they are stated apart from those of an approval. */
  'notice.refusal.anyOf': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** How many calendar days an offer can be accepted. */
  'offer.withinDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** Where a new edition is shown. */
  'edition.publication': { unit: 'CODES', stricter: 'UNION' },
  /** Whether money that was not received leaves no contract. */
  'conclusion.receipt': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether what the contract says goes before the rules. */
  'precedence.contract': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Where the schedule of payments is shown. */
  'schedule.places': { unit: 'CODES', stricter: 'UNION' },
} as const satisfies ParameterDeclarations;

export const solvencyFacts = {
  borrowerType: 'CODE',
  incomePermanent: 'FLAG',
  acknowledgements: 'CODES',
  checked: 'FLAG',
  standingConsents: 'CODES',
  /** What the latest assessment holds. */
  amountToIncomeKnown: 'FLAG',
  positionItems: 'CODES',
  clientCategory: 'CODE',
  capacityChecked: 'FLAG',
  externalLevels: 'CODES',
  scored: 'FLAG',
  bureauItems: 'CODES',
  bureauUsed: 'FLAG',
  incomeInputs: 'CODES',
  solvent: 'FLAG',
  /** What the client owes this lender after its day, and contracts whose day has not come. */
  overdueContracts: 'COUNT',
  openContracts: 'COUNT',
  /** Last day on which the card is good, and the day on which the loan would be repaid. */
  cardExpiresOn: 'DATE',
  repaidOn: 'DATE',
  decidedKind: 'CODE',
  /** The terms are offered and the client has not signed them. */
  termsUnsigned: 'FLAG',
  editionShownIn: 'CODES',
  schedulePlaces: 'CODES',
  /** Rate of the accepted contract, and the one by which it would be concluded, per cent a day. */
  contractRate: 'DECIMAL',
  appliedRate: 'DECIMAL',
} as const;
