import { Temporal } from 'temporal-polyfill';
import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { APPROVAL } from '../validators/approval';
import { REFUSAL } from '../validators/decision';
import { missingFrom, someOf } from '../validators/sets';

const late = (actedOn: Temporal.PlainDate, dueOn: Temporal.PlainDate) => Temporal.PlainDate.compare(actedOn, dueOn) > 0;

const CODE = /^[A-Z][A-Z_]+$/;

/** A finding is read by more people than an application is: it repeats codes and no words of the applicant's own. */
const shown = (stated: string | undefined): string => (stated === undefined || CODE.test(stated) ? (stated ?? '—') : 'OTHER');

export const purpose = rules.validator({
  id: 'ru-mfo.purpose',
  appliesAt: ['SUBMIT'],
  facts: [],
  optionalFacts: ['purpose'],
  params: ['purpose.allowed'],
  check: (facts, { 'purpose.allowed': allowed }) =>
    facts.purpose !== undefined && allowed.value.includes(facts.purpose)
      ? pass
      : fail('RU_MFO_PURPOSE_NOT_ALLOWED', allowed, { purpose: shown(facts.purpose), allowed: allowed.value.join(', ') }),
});

export const security = rules.validator({
  id: 'ru-mfo.security',
  appliesAt: ['SUBMIT', 'DECIDE'],
  facts: ['securityKinds'],
  params: ['security.kinds'],
  check: ({ securityKinds }, { 'security.kinds': allowed }) => {
    const refused = missingFrom(allowed.value, securityKinds);
    return refused.length === 0 ? pass : fail('RU_MFO_SECURITY_NOT_ALLOWED', allowed, { security: refused.join(', ') });
  },
});

export const applicationForm = rules.validator({
  id: 'ru-mfo.application-form',
  appliesAt: ['SUBMIT'],
  facts: [],
  optionalFacts: ['applicationFormVersion'],
  params: ['application.formVersion'],
  check: ({ applicationFormVersion: filled }, { 'application.formVersion': current }) =>
    filled === current.value ? pass : fail('RU_MFO_APPLICATION_FORM_INVALID', current, { filled: filled ?? '—', current: current.value }),
});

/** A consent counts with the document by which it was signed. */
const consentOf = <const P extends 'consent.personalData' | 'consent.creditReport'>(id: string, param: P) =>
  rules.validator({
    id,
    appliesAt: ['SUBMIT'],
    facts: ['applicationPacketKinds'],
    params: [param],
    check: ({ applicationPacketKinds: signed }, params) => {
      const kind = params[param];
      return signed.includes(kind.value) ? pass : fail('RU_MFO_CONSENT_MISSING', kind, { consent: kind.value });
    },
  });

export const personalDataConsent = consentOf('ru-mfo.personal-data-consent', 'consent.personalData');
export const creditReportConsent = consentOf('ru-mfo.credit-report-consent', 'consent.creditReport');

export const signatureAgreement = rules.validator({
  id: 'ru-mfo.signature-agreement',
  appliesAt: ['SUBMIT'],
  facts: ['signatureAgreed'],
  params: ['signature.agreement'],
  check: ({ signatureAgreed }, { 'signature.agreement': required }) =>
    signatureAgreed || !required.value ? pass : fail('RU_MFO_SIGNATURE_AGREEMENT_MISSING', required),
});

export const applicationSigned = rules.validator({
  id: 'ru-mfo.application-signed',
  appliesAt: ['SUBMIT'],
  facts: ['applicationPacketKinds'],
  params: ['application.signed'],
  check: ({ applicationPacketKinds: signed }, { 'application.signed': required }) =>
    signed.includes('LOAN_APPLICATION') || !required.value
      ? pass
      : fail('RU_MFO_SIGNATURE_MISSING', required, { missing: 'LOAN_APPLICATION' }),
});

/** The end of the limit; what was decided later is told, not refused. */
export const decidedWithinLimit = rules.validator({
  id: 'ru-mfo.decided-within-limit',
  appliesAt: [APPROVAL, REFUSAL],
  facts: ['actedOn'],
  optionalFacts: ['decisionLimitOn'],
  params: ['decision.limit'],
  severity: 'WARNING',
  check: ({ actedOn, decisionLimitOn }, { 'decision.limit': limit }) => {
    if (!decisionLimitOn) return notApplicable;
    return late(actedOn, decisionLimitOn) ? fail('RU_MFO_DECISION_OVERDUE', limit, { dueOn: decisionLimitOn.toString() }) : pass;
  },
});

export const approvalStands = rules.validator({
  id: 'ru-mfo.approval-stands',
  appliesAt: ['SIGN'],
  facts: ['actedOn'],
  optionalFacts: ['approvalDueOn'],
  params: ['approval.within'],
  check: ({ actedOn, approvalDueOn }, { 'approval.within': term }) => {
    if (!approvalDueOn) return notApplicable;
    return late(actedOn, approvalDueOn) ? fail('RU_MFO_APPROVAL_EXPIRED', term, { dueOn: approvalDueOn.toString() }) : pass;
  },
});

/** Signed terms that come back later conclude nothing. */
export const signedTermsInTime = rules.validator({
  id: 'ru-mfo.signed-terms-in-time',
  appliesAt: ['SIGN'],
  facts: ['actedOn'],
  optionalFacts: ['offerDueOn'],
  params: ['offer.receivedWithin'],
  check: ({ actedOn, offerDueOn }, { 'offer.receivedWithin': term }) => {
    if (!offerDueOn) return notApplicable;
    return late(actedOn, offerDueOn) ? fail('RU_MFO_OFFER_EXPIRED', term, { dueOn: offerDueOn.toString() }) : pass;
  },
});

export const termsDelivered = rules.validator({
  id: 'ru-mfo.terms-delivered',
  appliesAt: ['SIGN'],
  facts: ['termsDeliveredBy'],
  params: ['terms.delivered.anyOf'],
  check: ({ termsDeliveredBy }, { 'terms.delivered.anyOf': ways }) =>
    someOf(termsDeliveredBy, ways.value) ? pass : fail('RU_MFO_NOTICE_MISSING', ways, { notice: 'INDIVIDUAL_TERMS' }),
});

export const contractParts = rules.validator({
  id: 'ru-mfo.contract-parts',
  appliesAt: ['SIGN'],
  facts: ['contractParts'],
  params: ['contract.parts'],
  check: (facts, { 'contract.parts': required }) => {
    const missing = missingFrom(facts.contractParts, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONTRACT_PARTS_MISSING', required, { missing: missing.join(', ') });
  },
});

/** What must hold before an application is taken, decided and its terms signed. */
export const receptionSubmission = [
  purpose,
  security,
  applicationForm,
  personalDataConsent,
  creditReportConsent,
  signatureAgreement,
  applicationSigned,
  decidedWithinLimit,
  approvalStands,
  signedTermsInTime,
  termsDelivered,
  contractParts,
];
