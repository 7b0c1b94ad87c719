import type { ParameterDeclarations } from '../../modules/rules';
import { addonParameters } from './vocabulary/addons';
import { changeParameters } from './vocabulary/changes';
import { lawParameters } from './vocabulary/law';
import { packetParameters } from './vocabulary/packet';
import { receptionParameters } from './vocabulary/reception';
import { registrationParameters } from './vocabulary/registration';
import { retentionParameters } from './vocabulary/retention';
import { solvencyParameters } from './vocabulary/solvency';

/** What the rules of this plugin's lenders fix, declared once: unit, and which of two values binds more. */
export const parameters = {
  'age.min': { unit: 'FULL_YEARS', stricter: 'HIGHER' },
  'age.max': { unit: 'FULL_YEARS', stricter: 'LOWER', notBelow: 'age.min' },
  /** Citizenships lent to, ISO 3166-1 alpha-2. */
  citizenship: { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Any one of these addresses in Russia will do. */
  'address.kinds': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Any one of these own ways to take money will do. */
  'payout.kinds': { unit: 'CODES', stricter: 'INTERSECTION' },
  'capacity.full': { unit: 'FLAG', stricter: 'HIGHER' },
  'interest.own': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Ties to a foreign public official that exclude; the official is `SELF`. */
  'official.ties': { unit: 'CODES', stricter: 'UNION' },
  /** Contacts that a borrower must have and be able to use. */
  contacts: { unit: 'CODES', stricter: 'UNION' },
  /** Whether the phone, the e-mail address must be confirmed by a code. */
  'phone.confirmed': { unit: 'FLAG', stricter: 'HIGHER' },
  'email.confirmed': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether a person must confirm to meet the requirements before registration. */
  'requirements.confirmed': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether a failed requirement forbids to approve. */
  'requirements.mandatory': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Any one of these opens a registration. */
  'registration.contacts': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Whether registration comes before a loan, before an application. */
  'registration.beforeLoan': { unit: 'FLAG', stricter: 'HIGHER' },
  'registration.beforeApplication': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether the questionnaire is a part of registration. */
  'registration.questionnaire': { unit: 'FLAG', stricter: 'HIGHER' },
  consents: { unit: 'CODES', stricter: 'UNION' },
  /** Consents needed anew for every application. */
  'consents.perApplication': { unit: 'CODES', stricter: 'UNION' },
  /** Where applications may come from, and by which way of filling in. */
  'application.place': { unit: 'CODES', stricter: 'INTERSECTION' },
  'application.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'application.fields': { unit: 'CODES', stricter: 'UNION' },
  'identification.methods': { unit: 'CODES', stricter: 'INTERSECTION' },
  'assessment.required': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Sources that an assessment must have used. */
  'assessment.sources': { unit: 'CODES', stricter: 'UNION' },
  /** What may be demanded before the decision. */
  'demand.kinds': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Documents that answer a demand of each kind. */
  'demand.selfie.documents': { unit: 'CODES', stricter: 'INTERSECTION' },
  'demand.extra.documents': { unit: 'CODES', stricter: 'INTERSECTION' },
  'demand.income.documents': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Ways in which questions are answered. */
  'demand.questions.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Whether a demand of no listed kind must say what is asked. */
  'demand.other.described': { unit: 'FLAG', stricter: 'HIGHER' },
  'decision.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
  /** Whether a decision stands once taken. */
  'decision.final': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Whether an approval keeps to the application, an approval on other terms differs from it, a refusal names a ground. */
  'decision.asApplied': { unit: 'FLAG', stricter: 'HIGHER' },
  'decision.otherTerms': { unit: 'FLAG', stricter: 'HIGHER' },
  'decision.grounds': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Grounds of a refusal, one parameter each because each is a clause of its own. */
  'ground.notEligible': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.creditHistory': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.data': { unit: 'FLAG', stricter: 'HIGHER' },
  'ground.other': { unit: 'FLAG', stricter: 'HIGHER' },
  'refusal.untilTransfer': { unit: 'FLAG', stricter: 'HIGHER' },
  /** Ways of which one must carry the decision, and the way that always does. */
  'notice.decision.anyOf': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** The buttons that accept the terms, as offered and on other terms. */
  'acceptance.choices': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** What must have happened before a contract is concluded. */
  'conclusion.requires': { unit: 'CODES', stricter: 'UNION' },
  'conclusion.onTransfer': { unit: 'FLAG', stricter: 'HIGHER' },
  /** How long an offer can be accepted; a lender may give more than the law asks. */
  'offer.within': { unit: 'WORKING_DAYS', stricter: 'HIGHER' },
  'transfer.within': { unit: 'BANKING_DAYS', stricter: 'LOWER' },
  /** Whether money may go only by the way that the application names. */
  'transfer.asApplied': { unit: 'FLAG', stricter: 'HIGHER' },
  'rate.daily.max': { unit: 'PERCENT_PER_DAY', stricter: 'LOWER' },
  'fullCost.max': { unit: 'PERCENT_PER_YEAR', stricter: 'LOWER' },
  /** Interest and fees together, per cent of the loan, for loans of up to a year. */
  'charges.max': { unit: 'PERCENT', stricter: 'LOWER' },
  'charges.upToDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** All principal that one person owes the lender. */
  'principal.max': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  ...addonParameters,
  ...lawParameters,
  ...changeParameters,
  ...receptionParameters,
  ...registrationParameters,
  ...retentionParameters,
  ...packetParameters,
  ...solvencyParameters,
} as const satisfies ParameterDeclarations;
