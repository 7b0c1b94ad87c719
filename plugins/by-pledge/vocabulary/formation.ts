/** What an agreement fixes about the loan, the item, its insurance and the register, up to the conclusion and while it runs. */
export const formationParameters = {
  /** Decimal places to which each day's interest is rounded, and how. */
  'interest.places': { unit: 'COUNT', stricter: 'NONE', use: 'CALCULATION' },
  'interest.rounding': { unit: 'CODE', stricter: 'NONE', use: 'CALCULATION' },
  /** Days by which the daily rate is multiplied to be shown a year. */
  'interest.yearDays': { unit: 'COUNT', stricter: 'NONE', use: 'CALCULATION' },
  /** Who may be pledgor. */
  'pledgor.statuses': { unit: 'CODES', stricter: 'INTERSECTION' },
  'valuation.photos.min': { unit: 'COUNT', stricter: 'HIGHER' },
  /** Territories that the declaration about disputes must cover. */
  'disputes.territory': { unit: 'CODES', stricter: 'UNION' },
  /** Rows of the inventory that must be filled in before it is signed, and those that must where insurance is demanded. */
  'inventory.rows': { unit: 'CODES', stricter: 'UNION' },
  'inventory.rows.insured': { unit: 'CODES', stricter: 'UNION' },
  'pledge.currency': { unit: 'CODE', stricter: 'NONE' },
  /** Who keeps income from the item while it is pledged. */
  'income.owner': { unit: 'CODE', stricter: 'NONE' },
  /** Kinds of claims that the pledge secures. */
  'claim.items': { unit: 'CODES', stricter: 'INTERSECTION' },
  'insurance.product': { unit: 'CODE', stricter: 'NONE' },
  'insurance.licence': { unit: 'CODE', stricter: 'NONE' },
  'insurance.risks': { unit: 'CODES', stricter: 'UNION' },
  /** Currencies of a sum insured beside that of the pledge value. */
  'insurance.currencies': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Calendar days from the signing within which the policy is concluded and delivered. */
  'policy.within': { unit: 'DAYS', stricter: 'LOWER' },
  /** Days without a policy between two. */
  'policy.gap.max': { unit: 'DAYS', stricter: 'LOWER' },
  /** Days after the end of a policy within which the next one is delivered. */
  'policy.delivery.within': { unit: 'DAYS', stricter: 'LOWER' },
  /** Days after the end of a paid period within which the payment of the next is proved. */
  'premium.proof.within': { unit: 'DAYS', stricter: 'LOWER' },
} as const;

export const formationFacts = {
  pledgorStatus: 'CODE',
  /** Whether the identification number has the form and check digit of one. */
  personalNumberValid: 'FLAG',
  pledgorIsBorrower: 'FLAG',
  /** Day on which the lender's certificate ended; not known while it stands. */
  certificateEndedOn: 'DATE',
  certifiedOn: 'DATE',
  signedOn: 'DATE',
  namedLoan: 'TEXT',
  namedLoanOn: 'DATE',
  namedAmount: 'DECIMAL',
  namedCurrency: 'CODE',
  loanNumber: 'TEXT',
  loanOn: 'DATE',
  loanAmount: 'DECIMAL',
  propertyType: 'CODE',
  owned: 'FLAG',
  /** Rows of the inventory that are filled in, as ROW1 … ROW7. */
  filledRows: 'CODES',
  insuranceDemanded: 'FLAG',
  /** Whether a policy is in force today. */
  insured: 'FLAG',
  /** Declarations answered so that they stand in the way of nothing. */
  declared: 'CODES',
  ownershipAnswer: 'CODE',
  spouseConsented: 'FLAG',
  disputesTerritory: 'CODES',
  agreedValue: 'DECIMAL',
  /** Other pledges of the same item: active here, or found in the register. */
  otherPledges: 'COUNT',
  registerHits: 'COUNT',
  /** Recorded restrictions of the item: SOLD, WANTED, ARRESTED, BANNED. */
  restrictions: 'CODES',
  photos: 'COUNT',
  identityChecked: 'FLAG',
  scheduleDays: 'CODES',
  finalOn: 'DATE',
  partyDetails: 'CODES',
  insurer: 'CODE',
  policyProduct: 'CODE',
  policyRisks: 'CODES',
  beneficiary: 'CODE',
  sumInsured: 'DECIMAL',
  sumRequired: 'DECIMAL',
  deductible: 'DECIMAL',
  policyCurrency: 'CODE',
  /** What the lender consented to in writing: SUM, DEDUCTIBLE, CURRENCY, RISKS, LICENCE, PRODUCT, BENEFICIARY. */
  deviations: 'CODES',
  claimItem: 'CODE',
} as const;
