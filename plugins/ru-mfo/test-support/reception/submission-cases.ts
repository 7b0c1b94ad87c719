import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../../schema/base';
import { documentsAgreed } from '../../reception/eligibility';
import {
  applicationForm,
  applicationSigned,
  approvalStands,
  creditReportConsent,
  decidedWithinLimit,
  personalDataConsent,
  signatureAgreement,
  signedTermsInTime,
  termsDelivered,
} from '../../reception/submission';
import { checkDone, decisionKind } from '../../review/validators';
import { assessmentSources, solvencyAssessed } from '../../validators/approval';
import { asApplied, refusalGrounds } from '../../validators/decision';
import { concludedOnTransfer, conclusion, payoutAsApplied } from '../../validators/loan';
import { registeredBeforeApplication, registrationContacts } from '../../validators/submission';
import { offerStands, transferredInTime } from '../../validators/terms';
import type { ReceptionCase } from './reception-case';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const of = (text: string) => new Decimal(text);
const asked = { appliedAmount: of('10000'), appliedTermDays: 30 };

/** From an application to its contract: facts that pass and facts that fail. */
export const submissionCases: readonly ReceptionCase[] = [
  {
    point: '3.1.1',
    sentence: 'who has not agreed to each published document opens no account',
    validator: documentsAgreed,
    good: [{ agreedKinds: ['RULES', 'INFORMATION', 'GENERAL_TERMS'] }],
    bad: [{ agreedKinds: [] }, { agreedKinds: ['RULES', 'INFORMATION'] }],
    code: 'RU_MFO_TERMS_NOT_ACCEPTED',
  },
  {
    point: '3.1.1',
    sentence: 'who has no account files no application',
    validator: registeredBeforeApplication,
    good: [{ registered: true }],
    bad: [{ registered: false }],
    code: 'RU_MFO_REGISTRATION_INCOMPLETE',
  },
  {
    point: '3.1.2',
    sentence: 'a phone or an e-mail address is enough, neither is not',
    validator: registrationContacts,
    good: [{ contacts: ['PHONE'] }, { contacts: ['EMAIL'] }],
    bad: [{ contacts: [] }],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    point: '3.2.1',
    sentence: 'the application is on the lender’s current form',
    validator: applicationForm,
    good: [{ applicationFormVersion: '2023-01-19' }],
    bad: [{ applicationFormVersion: '2022-01-01' }, {}],
    code: 'RU_MFO_APPLICATION_FORM_INVALID',
  },
  {
    point: '3.2.2/1',
    sentence: 'without the consent to personal data nothing is sent',
    validator: personalDataConsent,
    good: [{ applicationPacketKinds: ['PERSONAL_DATA_CONSENT'] }],
    bad: [{ applicationPacketKinds: ['CREDIT_REPORT_CONSENT'] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    point: '3.2.2/2',
    sentence: 'without the consent to a credit report nothing is sent',
    validator: creditReportConsent,
    good: [{ applicationPacketKinds: ['CREDIT_REPORT_CONSENT'] }],
    bad: [{ applicationPacketKinds: ['PERSONAL_DATA_CONSENT'] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    point: '3.2.3/а',
    sentence: 'without the agreement on the signature by code no application can be filed',
    validator: signatureAgreement,
    good: [{ signatureAgreed: true }],
    bad: [{ signatureAgreed: false }],
    code: 'RU_MFO_SIGNATURE_AGREEMENT_MISSING',
  },
  {
    point: '3.3/а',
    sentence: 'an unsigned application does not reach the lender',
    validator: applicationSigned,
    good: [{ applicationPacketKinds: ['LOAN_APPLICATION', 'PERSONAL_DATA_CONSENT', 'CREDIT_REPORT_CONSENT'] }],
    bad: [{ applicationPacketKinds: [] }],
    code: 'RU_MFO_SIGNATURE_MISSING',
  },
  {
    point: '3.4.2',
    sentence: 'nothing is approved before the data were checked',
    validator: checkDone,
    good: [{ checked: true }],
    bad: [{ checked: false }],
    code: 'RU_MFO_CHECK_MISSING',
  },
  {
    point: '3.4.3/а',
    sentence: 'nothing is approved without an assessment',
    validator: solvencyAssessed,
    good: [{ assessed: true }],
    bad: [{ assessed: false }],
    code: 'RU_MFO_SOLVENCY_NOT_ASSESSED',
  },
  {
    point: '3.4.3/б',
    sentence: 'an assessment uses the applicant’s data and a credit bureau',
    validator: assessmentSources,
    good: [{ assessmentSources: ['CLIENT_DATA', 'CREDIT_BUREAU'] }, { assessmentSources: ['CLIENT_DATA', 'CREDIT_BUREAU', 'OTHER'] }],
    bad: [{ assessmentSources: [] }, { assessmentSources: ['CLIENT_DATA'] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    point: '3.4.4/решения',
    sentence: 'to lend or to refuse, and nothing between',
    validator: decisionKind,
    good: [{ decidedKind: 'APPROVED' }, { decidedKind: 'REFUSED' }],
    bad: [{ decidedKind: 'APPROVED_OTHER_TERMS' }],
    code: 'RU_MFO_DECISION_KIND_INVALID',
  },
  {
    point: '3.4.4/решения',
    sentence: 'an approval is of what was asked for',
    validator: asApplied,
    good: [{ ...asked, decidedAmount: of('10000.00'), decidedTermDays: 30 }],
    bad: [{ ...asked, decidedAmount: of('9999.99'), decidedTermDays: 30 }],
    code: 'RU_MFO_INDIVIDUAL_TERMS_MISMATCH',
  },
  {
    point: '3.4.4/срок',
    sentence: 'an approval can be used on its fifth working day, not after',
    validator: approvalStands,
    good: [{ actedOn: day('2024-06-18'), approvalDueOn: day('2024-06-18') }],
    bad: [{ actedOn: day('2024-06-19'), approvalDueOn: day('2024-06-18') }],
    code: 'RU_MFO_APPROVAL_EXPIRED',
  },
  {
    point: '3.4.4/мотив',
    sentence: 'a refusal whose reason is not told is kept with one all the same',
    validator: refusalGrounds,
    good: [{ grounds: ['OTHER'], failedRequirements: [] }],
    bad: [{ grounds: [], failedRequirements: [] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    point: '3.5',
    sentence: 'a decision after the third day is late',
    validator: decidedWithinLimit,
    good: [{ actedOn: day('2024-06-13'), decisionLimitOn: day('2024-06-13') }],
    bad: [{ actedOn: day('2024-06-14'), decisionLimitOn: day('2024-06-13') }],
    code: 'RU_MFO_DECISION_OVERDUE',
  },
  {
    point: '4.1',
    sentence: 'terms that were not provided for reading are not signed',
    validator: termsDelivered,
    good: [{ termsDeliveredBy: ['CABINET'] }],
    bad: [{ termsDeliveredBy: [] }],
    code: 'RU_MFO_NOTICE_MISSING',
  },
  {
    point: '4.5/а',
    sentence: 'terms can be signed on the fifth working day, not after',
    validator: offerStands,
    good: [{ actedOn: day('2024-06-18'), offerDueOn: day('2024-06-18') }],
    bad: [{ actedOn: day('2024-06-19'), offerDueOn: day('2024-06-18') }],
    code: 'RU_MFO_OFFER_EXPIRED',
  },
  {
    point: '4.6',
    sentence: 'a signature that comes after the term concludes nothing',
    validator: signedTermsInTime,
    good: [{ actedOn: day('2024-06-18'), offerDueOn: day('2024-06-18') }],
    bad: [{ actedOn: day('2024-06-19'), offerDueOn: day('2024-06-18') }],
    code: 'RU_MFO_OFFER_EXPIRED',
  },
  {
    point: '4.8/а',
    sentence: 'money ordered after the third working day is late',
    validator: transferredInTime,
    good: [{ actedOn: day('2024-06-17'), transferDueOn: day('2024-06-17') }],
    bad: [{ actedOn: day('2024-06-18'), transferDueOn: day('2024-06-17') }],
    code: 'RU_MFO_DISBURSEMENT_OVERDUE',
  },
  {
    point: '4.8/б',
    sentence: 'money goes by the way that the application names',
    validator: payoutAsApplied,
    good: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'PAYMENT_CARD' }],
    bad: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'BANK_ACCOUNT' }],
    code: 'RU_MFO_DISBURSEMENT_METHOD_MISMATCH',
  },
  {
    point: '4.9',
    sentence: 'nothing is concluded before the money arrived',
    validator: concludedOnTransfer,
    good: [{ transferred: true }],
    bad: [{ transferred: false }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    point: '4.9',
    sentence: 'signature without money concludes nothing',
    validator: conclusion,
    good: [{ milestones: ['DECISION_APPROVED', 'TERMS_ACCEPTED', 'FUNDS_TRANSFERRED'] }],
    bad: [{ milestones: ['DECISION_APPROVED', 'TERMS_ACCEPTED'] }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
];
