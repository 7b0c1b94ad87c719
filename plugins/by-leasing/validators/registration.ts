import { fail, notApplicable, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { isPersonalNumber, isUnp, mobileNumber } from '../identifiers';
import { rules } from '../rules';

/** Every field that the agreement asks of a client of this kind. */
export const registrationFields = rules.validator({
  id: 'by-leasing.registration-fields',
  appliesAt: ['REGISTER'],
  facts: ['clientKind', 'fieldsGiven'],
  params: ['registration.individual', 'registration.soleProprietor', 'registration.legalEntity'],
  check: ({ clientKind, fieldsGiven }, params) => {
    const demanded = {
      INDIVIDUAL: params['registration.individual'],
      SOLE_PROPRIETOR: params['registration.soleProprietor'],
      LEGAL_ENTITY: params['registration.legalEntity'],
    }[clientKind];
    if (!demanded) return notApplicable;
    const missing = demanded.value.filter((field) => !fieldsGiven.includes(field));
    return missing.length === 0 ? pass : fail('BY_LEASING_REGISTRATION_FIELD_MISSING', demanded, { missing: missing.join(', ') });
  },
});

export const phone = rules.validator({
  id: 'by-leasing.phone',
  appliesAt: ['REGISTER'],
  facts: ['phone'],
  cites: [cite('by-leasing/1/phone-number')],
  path: ['input', 'phone'],
  check: (facts) => (mobileNumber(facts.phone) ? pass : fail('BY_LEASING_PHONE_NOT_BELARUSIAN', cite('by-leasing/1/phone-number'))),
});

/** Numbers of the operators' mobile ranges; what the lender serves is a list of its own. */
export const operatorPrefix = rules.validator({
  id: 'by-leasing.operator-prefix',
  appliesAt: ['REGISTER'],
  facts: ['phone'],
  params: ['phone.prefixes'],
  path: ['input', 'phone'],
  check: (facts, { 'phone.prefixes': prefixes }) => {
    const number = mobileNumber(facts.phone);
    const served = number !== null && prefixes.value.some((prefix) => number.startsWith(`+375${prefix}`));
    return served ? pass : fail('BY_LEASING_PHONE_NOT_BELARUSIAN', prefixes);
  },
});

/** Asked only of those who have one; that it is given at all is `registrationFields`' matter. */
export const unp = rules.validator({
  id: 'by-leasing.unp',
  appliesAt: ['REGISTER'],
  facts: ['clientKind', 'unp'],
  cites: [cite('by-leasing/4.2/b2'), cite('by-leasing/4.2/b3')],
  path: ['input', 'unp'],
  check: (facts) => {
    if (facts.clientKind === 'INDIVIDUAL') return notApplicable;
    const clause = facts.clientKind === 'LEGAL_ENTITY' ? cite('by-leasing/4.2/b2') : cite('by-leasing/4.2/b3');
    return isUnp(facts.unp) ? pass : fail('BY_LEASING_UNP_INVALID', clause);
  },
});

/** A number that cannot exist is not true data, whatever MSI says of the rest. */
export const personalNumber = rules.validator({
  id: 'by-leasing.personal-number',
  appliesAt: ['SUBMIT'],
  facts: ['personalNumber'],
  cites: [cite('by-leasing/9.2.3/accurate')],
  path: ['input', 'personalNumber'],
  check: (facts) =>
    isPersonalNumber(facts.personalNumber) ? pass : fail('BY_LEASING_PERSONAL_NUMBER_INVALID', cite('by-leasing/9.2.3/accurate')),
});
