import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom, someOf } from './sets';

/** Stage of this plugin: an officer wants to approve. */
export const APPROVAL = 'APPROVAL';

export const solvencyAssessed = rules.validator({
  id: 'ru-mfo.solvency-assessed',
  appliesAt: [APPROVAL],
  facts: ['assessed'],
  params: ['assessment.required'],
  check: ({ assessed }, { 'assessment.required': required }) =>
    assessed || !required.value ? pass : fail('RU_MFO_SOLVENCY_NOT_ASSESSED', required),
});

export const assessmentSources = rules.validator({
  id: 'ru-mfo.assessment-sources',
  appliesAt: [APPROVAL, 'ASSESS'],
  facts: ['assessmentSources'],
  params: ['assessment.sources'],
  path: ['input', 'sources'],
  check: (facts, { 'assessment.sources': required }) => {
    const missing = missingFrom(facts.assessmentSources, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_DECISION_BASIS_MISSING', required, { missing: missing.join(', ') });
  },
});

export const identification = rules.validator({
  id: 'ru-mfo.identification',
  appliesAt: [APPROVAL, 'ASSESS'],
  facts: ['identificationMethods'],
  params: ['identification.methods'],
  path: ['input', 'identificationMethods'],
  check: ({ identificationMethods }, { 'identification.methods': accepted }) =>
    someOf(identificationMethods, accepted.value)
      ? pass
      : fail('RU_MFO_IDENTIFICATION_METHOD_MISSING', accepted, { accepted: accepted.value.join(', ') }),
});

export const demandsClosed = rules.validator({
  id: 'ru-mfo.demands-closed',
  appliesAt: [APPROVAL],
  facts: ['openDemands'],
  params: ['demand.kinds'],
  check: ({ openDemands }, { 'demand.kinds': kinds }) =>
    openDemands === 0 ? pass : fail('RU_MFO_DEMAND_OPEN', kinds, { count: openDemands }),
});

export const bureauConsent = rules.validator({
  id: 'ru-mfo.bureau-consent',
  appliesAt: [APPROVAL, 'ASSESS'],
  facts: ['applicationConsents'],
  params: ['consents.perApplication'],
  check: ({ applicationConsents }, { 'consents.perApplication': required }) => {
    const missing = missingFrom(applicationConsents, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONSENT_MISSING', required, { consent: missing.join(', ') });
  },
});

export const eligible = rules.validator({
  id: 'ru-mfo.eligible',
  appliesAt: [APPROVAL],
  facts: ['failedRequirements'],
  params: ['requirements.mandatory'],
  check: ({ failedRequirements }, { 'requirements.mandatory': mandatory }) =>
    failedRequirements.length === 0 || !mandatory.value
      ? pass
      : fail('RU_MFO_NOT_ELIGIBLE', mandatory, { failed: failedRequirements.join(', ') }),
});

/** What must be done before an approval; wanting it does not refuse the client. */
export const approval = [solvencyAssessed, assessmentSources, identification, demandsClosed, bureauConsent, eligible];
