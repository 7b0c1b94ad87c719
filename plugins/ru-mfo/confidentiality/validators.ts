import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/** Stages of this plugin: something of a client is told to a third party, a contract to a credit bureau, and looked after. */
export const DISCLOSE = 'DISCLOSE';
export const REPORT = 'REPORT';
export const REPORTED = 'REPORTED';

export const disclosureGrounded = rules.validator({
  id: 'ru-mfo.disclosure-grounded',
  appliesAt: [DISCLOSE],
  facts: ['disclosureGround'],
  params: ['disclosure.grounded'],
  path: ['input', 'ground'],
  check: ({ disclosureGround }, { 'disclosure.grounded': required }) =>
    disclosureGround.trim() !== '' || !required.value ? pass : fail('RU_MFO_DISCLOSURE_NOT_ALLOWED', required),
});

export const reportingRestricted = rules.validator({
  id: 'ru-mfo.reporting-restricted',
  appliesAt: [REPORT],
  facts: ['reportingRestrictions'],
  params: ['reporting.exempt'],
  check: ({ reportingRestrictions }, { 'reporting.exempt': exempt }) => {
    const found = reportingRestrictions.filter((code) => exempt.value.includes(code));
    return found.length === 0 ? pass : fail('RU_MFO_BUREAU_REPORT_RESTRICTED', exempt, { restriction: found.join(', ') });
  },
});

export const contractReported = rules.validator({
  id: 'ru-mfo.contract-reported',
  appliesAt: [REPORTED],
  facts: ['bureausTold', 'reportingRestrictions'],
  params: ['reporting.bureaus'],
  optionalParams: ['reporting.exempt'],
  check: ({ bureausTold, reportingRestrictions }, { 'reporting.bureaus': least, 'reporting.exempt': exempt }) => {
    if (exempt && reportingRestrictions.some((code) => exempt.value.includes(code))) return notApplicable;
    return bureausTold >= least.value ? pass : fail('RU_MFO_BUREAU_REPORT_MISSING', least, { told: bureausTold, limit: least.value });
  },
});

export const confidentialityValidators = [disclosureGrounded, reportingRestricted, contractReported];
