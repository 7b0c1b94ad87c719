import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom } from './sets';

export const requirementsConfirmed = rules.validator({
  id: 'ru-mfo.requirements-confirmed',
  appliesAt: ['REGISTER'],
  facts: ['requirementsConfirmed', 'requirementsVersion'],
  params: ['requirements.confirmed'],
  path: ['input', 'requirementsConfirmed'],
  check: (facts, { 'requirements.confirmed': required }) =>
    facts.requirementsConfirmed || !required.value
      ? pass
      : fail('RU_MFO_DECLARATION_MISSING', required, { version: facts.requirementsVersion }),
});

export const registrationContacts = rules.validator({
  id: 'ru-mfo.registration-contacts',
  appliesAt: ['REGISTER'],
  facts: ['contacts'],
  params: ['registration.contacts'],
  path: ['input'],
  check: (facts, { 'registration.contacts': accepted }) =>
    accepted.value.some((contact) => facts.contacts.includes(contact))
      ? pass
      : fail('RU_MFO_FIELD_REQUIRED', accepted, { field: accepted.value.join(' / ') }),
});

export const consents = rules.validator({
  id: 'ru-mfo.consents',
  appliesAt: ['REGISTER'],
  facts: ['consents'],
  params: ['consents'],
  path: ['input', 'consents'],
  check: (facts, { consents: required }) => {
    const missing = missingFrom(facts.consents, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONSENT_MISSING', required, { consent: missing.join(', ') });
  },
});

export const registeredBeforeApplication = rules.validator({
  id: 'ru-mfo.registered-before-application',
  appliesAt: ['START', 'SUBMIT'],
  facts: ['registered'],
  params: ['registration.beforeApplication'],
  check: ({ registered }, { 'registration.beforeApplication': required }) =>
    registered || !required.value ? pass : fail('RU_MFO_REGISTRATION_INCOMPLETE', required, { missing: 'registration' }),
});

export const registeredBeforeLoan = rules.validator({
  id: 'ru-mfo.registered-before-loan',
  appliesAt: ['SUBMIT', 'DECIDE', 'TRANSFER'],
  facts: ['registered'],
  params: ['registration.beforeLoan'],
  check: ({ registered }, { 'registration.beforeLoan': required }) =>
    registered || !required.value ? pass : fail('RU_MFO_REGISTRATION_INCOMPLETE', required, { missing: 'registration' }),
});

export const questionnaire = rules.validator({
  id: 'ru-mfo.questionnaire',
  appliesAt: ['SUBMIT'],
  facts: ['questionnaireFilled'],
  params: ['registration.questionnaire'],
  check: ({ questionnaireFilled }, { 'registration.questionnaire': required }) =>
    questionnaireFilled || !required.value ? pass : fail('RU_MFO_REGISTRATION_INCOMPLETE', required, { missing: 'questionnaire' }),
});

export const place = rules.validator({
  id: 'ru-mfo.application-place',
  appliesAt: ['START', 'SUBMIT'],
  facts: ['applicationPlace'],
  params: ['application.place'],
  path: ['input', 'channel'],
  check: ({ applicationPlace }, { 'application.place': allowed }) =>
    allowed.value.includes(applicationPlace) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: applicationPlace }),
});

export const channel = rules.validator({
  id: 'ru-mfo.application-channel',
  appliesAt: ['START', 'SUBMIT'],
  facts: ['applicationChannel'],
  params: ['application.channels'],
  path: ['input', 'channel'],
  check: ({ applicationChannel }, { 'application.channels': allowed }) =>
    allowed.value.includes(applicationChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: applicationChannel }),
});

export const fields = rules.validator({
  id: 'ru-mfo.application-fields',
  appliesAt: ['SUBMIT'],
  facts: ['applicationFields'],
  params: ['application.fields'],
  check: ({ applicationFields }, { 'application.fields': required }) => {
    const missing = missingFrom(applicationFields, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: missing.join(', ') });
  },
});

export const phoneConfirmed = rules.validator({
  id: 'ru-mfo.phone-confirmed',
  appliesAt: ['SUBMIT', 'SIGN'],
  facts: ['phoneConfirmed'],
  params: ['phone.confirmed'],
  check: (facts, { 'phone.confirmed': required }) =>
    facts.phoneConfirmed || !required.value ? pass : fail('RU_MFO_PHONE_NOT_VERIFIED', required),
});

export const emailConfirmed = rules.validator({
  id: 'ru-mfo.email-confirmed',
  appliesAt: ['SUBMIT', 'SIGN'],
  facts: ['emailConfirmed'],
  params: ['email.confirmed'],
  check: (facts, { 'email.confirmed': required }) =>
    facts.emailConfirmed || !required.value ? pass : fail('RU_MFO_EMAIL_NOT_VERIFIED', required),
});

/** What must hold before somebody is registered and before an application is taken. */
export const submission = [
  requirementsConfirmed,
  registrationContacts,
  consents,
  registeredBeforeApplication,
  registeredBeforeLoan,
  questionnaire,
  place,
  channel,
  fields,
  phoneConfirmed,
  emailConfirmed,
];
