import { type ParameterDeclarations, silent } from '../../../modules/rules';

/** What changes a running contract: prolongation, tranches of a credit line, an additional sum. */
export const changeParameters = {
  /** Whether the rules know that the term of a running contract is extended by agreement. */
  'term.extendable': { unit: 'FLAG', stricter: 'NONE' },
  /** Where a request for prolongation may come from, and by which buttons. */
  'prolongation.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'prolongation.actions': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Whether the interest accrued up to the request must be paid before the offer is accepted. */
  'prolongation.interestPaid': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Legal types of borrowers whose prolongations are limited. */
  'prolongation.borrowers': { unit: 'CODES', stricter: 'UNION' },
  /** Whether nothing provided under a credit line may stand above its limit. */
  'line.withinLimit': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether insurance and its buttons are no part of a credit line: as applied for, and on other terms. */
  'line.withoutInsurance': { unit: 'FLAG', stricter: 'HIGHER' },
  'line.withoutInsuranceChanged': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Where the schedule of a credit line is shown. */
  'line.schedulePlaces': { unit: 'CODES', stricter: 'UNION' },
  'tranche.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'tranche.min': { unit: 'MONEY', stricter: 'HIGHER', currency: 'RUB' },
  'tranche.max': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB', notBelow: 'tranche.min' },
  /** What the client states: the sum, and how it is to be paid out. */
  'tranche.fields': { unit: 'CODES', stricter: 'UNION' },
  'tranche.payoutFields': { unit: 'CODES', stricter: 'UNION' },
  'tranche.codeChannels': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Kinds of documents that a tranche makes. */
  'tranche.documents': { unit: 'CODES', stricter: 'INTERSECTION' },
  'tranche.noOverdue': { unit: 'FLAG', stricter: 'HIGHER' },
  'tranche.availableMin': { unit: 'MONEY', stricter: 'HIGHER', currency: 'RUB' },
  'tranche.daysLeftMin': { unit: 'DAYS', stricter: 'HIGHER' },
  'topUp.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'topUp.termMax': { unit: 'DAYS', stricter: 'LOWER' },
  'topUp.fields': { unit: 'CODES', stricter: 'UNION' },
  'topUp.payoutFields': { unit: 'CODES', stricter: 'UNION' },
  'topUp.codeChannels': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Whether money goes only for a signed application, and only by the way that it names. */
  'topUp.signed': { unit: 'FLAG', stricter: 'HIGHER' },
  'topUp.asApplied': { unit: 'FLAG', stricter: 'HIGHER' },
} as const satisfies ParameterDeclarations;

/** For editions of lenders whose documents know no such changes; spread first, what a document knows follows. */
export const noChanges = Object.freeze(
  Object.fromEntries(Object.keys(changeParameters).map((name) => [name, silent])) as {
    readonly [K in keyof typeof changeParameters]: typeof silent;
  },
);

export const changeFacts = {
  /** Where the request comes from, by which action, and what it states. */
  requestChannel: 'CODE',
  requestAction: 'CODE',
  requestFields: 'CODES',
  requestSigned: 'FLAG',
  requestCodeChannel: 'CODE',
  /** Kind of the document that is to be formed. */
  requestDocument: 'CODE',
  /** Earlier prolongations that count, the first term of the contract, and the days that are asked for now. */
  countedProlongations: 'COUNT',
  originalTermDays: 'COUNT',
  extensionDays: 'COUNT',
  /** Of the interest that the client was told to pay, what is still unpaid; roubles. */
  interestUnpaid: 'DECIMAL',
  /** What the request asks to be paid out, roubles. */
  requestedAmount: 'DECIMAL',
  creditLimit: 'DECIMAL',
  /** What of the limit is neither owed nor on its way out, roubles. */
  availableLimit: 'DECIMAL',
  /** Everything that should have been paid before this day, roubles. */
  overdueDebt: 'DECIMAL',
  /** Calendar days from this day to the last one of the contract. */
  daysToEnd: 'COUNT',
  /** Whether the client joins an insurance contract, and whether the terms differ from the application. */
  insuranceChosen: 'FLAG',
  termsChanged: 'FLAG',
  lineSchedulePlaces: 'CODES',
} as const;
