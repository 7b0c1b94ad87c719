import { Temporal } from 'temporal-polyfill';
import type { Validator } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { editionOnSite } from '../publications/validators';
import { assessmentSources, bureauConsent, demandsClosed, eligible, identification, solvencyAssessed } from '../validators/approval';
import {
  asApplied,
  decisionFinal,
  groundCreditHistory,
  groundData,
  groundNotEligible,
  groundOther,
  grounds,
  otherTerms,
  refusalBeforeTransfer,
  refusalGrounds,
} from '../validators/decision';
import { concludedOnTransfer, conclusion, payoutAsApplied } from '../validators/loan';
import {
  channel,
  consents,
  emailConfirmed,
  fields,
  phoneConfirmed,
  place,
  questionnaire,
  registeredBeforeApplication,
  registeredBeforeLoan,
  registrationContacts,
  requirementsConfirmed,
} from '../validators/submission';
import { decidedInTime, transferredInTime } from '../validators/terms';
import type { PlainFacts } from './rule-book';

/** A rule of the register with facts that it lets pass and facts that it refuses. */
export interface RuleCase {
  readonly clause: string;
  readonly sentence: string;
  readonly validator: Validator;
  readonly good: PlainFacts[];
  readonly bad: PlainFacts[];
  readonly code: string;
}

const applied = { appliedAmount: new Decimal('15000'), appliedTermDays: 30 };
const asked = { ...applied, decidedAmount: new Decimal('15000.00'), decidedTermDays: 30 };
const lower = { ...asked, decidedAmount: new Decimal('10000') };
const shorter = { ...asked, decidedTermDays: 21 };

const on = (iso: string) => Temporal.PlainDate.from(iso);

export const processCases: readonly RuleCase[] = [
  {
    clause: '6.2/в',
    sentence: 'nobody applies under an edition that was not placed on the site',
    validator: editionOnSite,
    good: [{ editionShownIn: ['SITE'] }],
    bad: [{ editionShownIn: [] }],
    code: 'RU_MFO_EDITION_NOT_PRESENTED',
  },
  {
    clause: '3.8',
    sentence: 'a decision after the third working day is late, on it it is in time',
    validator: decidedInTime,
    good: [{ actedOn: on('2023-05-04'), decisionDueOn: on('2023-05-04') }],
    bad: [{ actedOn: on('2023-05-05'), decisionDueOn: on('2023-05-04') }],
    code: 'RU_MFO_DECISION_OVERDUE',
  },
  {
    clause: '4.6/б',
    sentence: 'money ordered after the third banking day is late, on it it is in time',
    validator: transferredInTime,
    good: [{ actedOn: on('2023-05-04'), transferDueOn: on('2023-05-04') }],
    bad: [{ actedOn: on('2023-05-05'), transferDueOn: on('2023-05-04') }],
    code: 'RU_MFO_DISBURSEMENT_OVERDUE',
  },
  {
    clause: '2.3/подтверждение',
    sentence: 'registration does not start before the requirements are confirmed',
    validator: requirementsConfirmed,
    good: [{ requirementsConfirmed: true, requirementsVersion: '2023-03-13' }],
    bad: [{ requirementsConfirmed: false, requirementsVersion: '2023-03-13' }],
    code: 'RU_MFO_DECLARATION_MISSING',
  },
  {
    clause: '3.1',
    sentence: 'a phone or an e-mail address opens a registration, nothing else does',
    validator: registrationContacts,
    good: [{ contacts: ['PHONE'] }, { contacts: ['EMAIL'] }, { contacts: ['PHONE', 'EMAIL'] }],
    bad: [{ contacts: [] }],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    clause: '3.2',
    sentence: 'registration is not completed without both consents',
    validator: consents,
    good: [{ consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'] }],
    bad: [{ consents: ['PERSONAL_DATA'] }, { consents: ['CREDIT_BUREAU_TRANSFER'] }, { consents: [] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    clause: '2.1',
    sentence: 'nobody gets a loan without registration',
    validator: registeredBeforeLoan,
    good: [{ registered: true }],
    bad: [{ registered: false }],
    code: 'RU_MFO_REGISTRATION_INCOMPLETE',
  },
  {
    clause: '2.4',
    sentence: 'an application of somebody not registered is not taken',
    validator: registeredBeforeApplication,
    good: [{ registered: true }],
    bad: [{ registered: false }],
    code: 'RU_MFO_REGISTRATION_INCOMPLETE',
  },
  {
    clause: '1.27',
    sentence: 'registration is done by a questionnaire, and without one nothing is submitted',
    validator: questionnaire,
    good: [{ questionnaireFilled: true }],
    bad: [{ questionnaireFilled: false }],
    code: 'RU_MFO_REGISTRATION_INCOMPLETE',
  },
  {
    clause: '1.10',
    sentence: 'an application is made on the site, not by phone',
    validator: place,
    good: [{ applicationPlace: 'SITE' }],
    bad: [{ applicationPlace: 'PHONE' }, { applicationPlace: 'OFFICE' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    clause: '2.6',
    sentence: 'an e-mailed application is not taken, one of the personal account is',
    validator: channel,
    good: [{ applicationChannel: 'PERSONAL_ACCOUNT' }],
    bad: [{ applicationChannel: 'EMAIL' }, { applicationChannel: 'PHONE' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    clause: '2.5',
    sentence: 'an application without a term or without a sum is not submitted',
    validator: fields,
    good: [{ applicationFields: ['AMOUNT', 'TERM', 'PAYOUT_METHOD'] }],
    bad: [{ applicationFields: ['AMOUNT'] }, { applicationFields: ['TERM'] }],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    clause: '1.8',
    sentence: 'a phone that was not confirmed is no registered number',
    validator: phoneConfirmed,
    good: [{ phoneConfirmed: true }],
    bad: [{ phoneConfirmed: false }],
    code: 'RU_MFO_PHONE_NOT_VERIFIED',
  },
  {
    clause: '1.9',
    sentence: 'an e-mail address that was not confirmed is no registered mailbox',
    validator: emailConfirmed,
    good: [{ emailConfirmed: true }],
    bad: [{ emailConfirmed: false }],
    code: 'RU_MFO_EMAIL_NOT_VERIFIED',
  },
  {
    clause: '3.9.1',
    sentence: 'nothing is approved before solvency was assessed',
    validator: solvencyAssessed,
    good: [{ assessed: true }],
    bad: [{ assessed: false }],
    code: 'RU_MFO_SOLVENCY_NOT_ASSESSED',
  },
  {
    clause: '3.12.1/б',
    sentence: 'an assessment without a credit bureau is no basis of a decision',
    validator: assessmentSources,
    good: [{ assessmentSources: ['CREDIT_BUREAU', 'CLIENT_DATA', 'EMPLOYER'] }],
    bad: [{ assessmentSources: ['CLIENT_DATA'] }, { assessmentSources: ['CREDIT_BUREAU'] }, { assessmentSources: [] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '1.12',
    sentence: 'an identification names at least one of its methods',
    validator: identification,
    good: [{ identificationMethods: ['DOCUMENT_PHOTOS'] }, { identificationMethods: ['CERTIFIED_COPIES', 'INFORMATION_SYSTEMS'] }],
    bad: [{ identificationMethods: [] }, { identificationMethods: ['HEARSAY'] }],
    code: 'RU_MFO_IDENTIFICATION_METHOD_MISSING',
  },
  {
    clause: '3.6',
    sentence: 'nothing is approved while a demand is open',
    validator: demandsClosed,
    good: [{ openDemands: 0 }],
    bad: [{ openDemands: 1 }],
    code: 'RU_MFO_DEMAND_OPEN',
  },
  {
    clause: '3.5/б',
    sentence: 'no credit report without the consent given with this application',
    validator: bureauConsent,
    good: [{ applicationConsents: ['CREDIT_REPORT'] }],
    bad: [{ applicationConsents: [] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    clause: '2.3/отказ',
    sentence: 'a failed requirement forbids to approve',
    validator: eligible,
    good: [{ failedRequirements: [] }],
    bad: [{ failedRequirements: ['RU_MFO_AGE_ABOVE_MAX'] }],
    code: 'RU_MFO_NOT_ELIGIBLE',
  },
  {
    clause: '3.10',
    sentence: 'a decision is final: only an approval may still turn into a refusal',
    validator: decisionFinal,
    good: [{ decided: 'NONE' }, { decided: 'NONE', grounds: [] }, { decided: 'APPROVED', grounds: [] }],
    bad: [{ decided: 'REFUSED' }, { decided: 'REFUSED', grounds: [] }, { decided: 'APPROVED' }],
    code: 'RU_MFO_DECISION_FINAL',
  },
  {
    clause: '3.10/a',
    sentence: 'an approval keeps sum and term of the application',
    validator: asApplied,
    good: [asked],
    bad: [lower, shorter],
    code: 'RU_MFO_INDIVIDUAL_TERMS_MISMATCH',
  },
  {
    clause: '3.10/b',
    sentence: 'an approval on other terms differs in at least one value',
    validator: otherTerms,
    good: [lower, shorter],
    bad: [asked],
    code: 'RU_MFO_DECISION_KIND_INVALID',
  },
  {
    clause: '3.10/c',
    sentence: 'a refusal has a ground or a failed requirement',
    validator: refusalGrounds,
    good: [
      { grounds: ['OTHER'], failedRequirements: [] },
      { grounds: [], failedRequirements: ['RU_MFO_AGE_BELOW_MIN'] },
    ],
    bad: [{ grounds: [], failedRequirements: [] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '3.12.2/a',
    sentence: 'the ground of unmet requirements needs a requirement that failed',
    validator: groundNotEligible,
    good: [{ grounds: [grounds.notEligible], failedRequirements: ['RU_MFO_REGISTRATION_REQUIRED'] }],
    bad: [{ grounds: [grounds.notEligible], failedRequirements: [] }, { grounds: [grounds.notEligible] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '3.12.2/b',
    sentence: 'the ground of credit history needs an assessment that says so',
    validator: groundCreditHistory,
    good: [{ grounds: [grounds.creditHistory], creditHistoryMeetsPolicy: false }],
    bad: [{ grounds: [grounds.creditHistory], creditHistoryMeetsPolicy: true }, { grounds: [grounds.creditHistory] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '3.12.2/c',
    sentence: 'the ground of false data needs an assessment that says so',
    validator: groundData,
    good: [{ grounds: [grounds.data], dataReliable: false }],
    bad: [{ grounds: [grounds.data], dataReliable: true }, { grounds: [grounds.data] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '3.12.2/d',
    sentence: 'another lawful ground must be explained',
    validator: groundOther,
    good: [{ grounds: [grounds.other], explainedGrounds: [grounds.other] }],
    bad: [{ grounds: [grounds.other], explainedGrounds: [] }, { grounds: [grounds.other] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '3.12.3',
    sentence: 'a loan may be refused until the money is transferred and not after',
    validator: refusalBeforeTransfer,
    good: [{ transferred: false }],
    bad: [{ transferred: true }],
    code: 'RU_MFO_REFUSAL_TOO_LATE',
  },
  {
    clause: '1.1/б',
    sentence: 'no contract without both the decision and the transfer',
    validator: conclusion,
    good: [{ milestones: ['DECISION_APPROVED', 'TERMS_ACCEPTED', 'FUNDS_TRANSFERRED'] }],
    bad: [{ milestones: ['DECISION_APPROVED', 'TERMS_ACCEPTED'] }, { milestones: ['FUNDS_TRANSFERRED'] }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    clause: '4.9',
    sentence: 'the contract is concluded when the loan is provided, not before',
    validator: concludedOnTransfer,
    good: [{ transferred: true }],
    bad: [{ transferred: false }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    clause: '4.6/а',
    sentence: 'money goes by the way that the application names',
    validator: payoutAsApplied,
    good: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'PAYMENT_CARD' }],
    bad: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'BANK_ACCOUNT' }],
    code: 'RU_MFO_DISBURSEMENT_METHOD_MISMATCH',
  },
];
