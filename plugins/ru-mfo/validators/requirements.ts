import type { Temporal } from 'temporal-polyfill';
import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom, someOf } from './sets';

/** The requirements judge whoever would be served: at the decision, again when money is ordered, again at the conclusion. */
const appliesAt = ['DECIDE', 'TRANSFER', 'CONCLUDE'];

/** Full years on a day; the birthday itself counts. */
export function fullYears(birthDate: Temporal.PlainDate, on: Temporal.PlainDate): number {
  return birthDate.until(on, { largestUnit: 'year' }).years;
}

export const age = rules.validator({
  id: 'ru-mfo.age',
  appliesAt,
  facts: ['birthDate', 'concludedOn'],
  optionalFacts: ['ageExceptionParts'],
  optionalParams: ['age.min', 'age.max', 'age.exception'],
  check: ({ birthDate, concludedOn, ageExceptionParts = [] }, { 'age.min': min, 'age.max': max, 'age.exception': exception }) => {
    const years = fullYears(birthDate, concludedOn);
    const facts = { years, concludedOn: concludedOn.toString() };
    if (min && years < min.value) return fail('RU_MFO_AGE_BELOW_MIN', min, { ...facts, limit: min.value });
    const excepted = exception !== null && missingFrom(ageExceptionParts, exception.value).length === 0;
    if (max && years > max.value && !excepted) return fail('RU_MFO_AGE_ABOVE_MAX', max, { ...facts, limit: max.value });
    return pass;
  },
});

export const citizenship = rules.validator({
  id: 'ru-mfo.citizenship',
  appliesAt,
  facts: ['citizenship'],
  params: ['citizenship'],
  check: (facts, { citizenship: allowed }) =>
    allowed.value.includes(facts.citizenship)
      ? pass
      : fail('RU_MFO_CITIZENSHIP_REQUIRED', allowed, { citizenship: facts.citizenship, required: allowed.value.join(', ') }),
});

export const address = rules.validator({
  id: 'ru-mfo.address',
  appliesAt,
  facts: ['addressKinds'],
  params: ['address.kinds'],
  check: ({ addressKinds }, { 'address.kinds': kinds }) =>
    someOf(addressKinds, kinds.value) ? pass : fail('RU_MFO_REGISTRATION_REQUIRED', kinds, { accepted: kinds.value.join(', ') }),
});

export const payoutKinds = rules.validator({
  id: 'ru-mfo.payout-kinds',
  appliesAt,
  facts: ['payoutKinds'],
  params: ['payout.kinds'],
  check: (facts, { 'payout.kinds': kinds }) =>
    someOf(facts.payoutKinds, kinds.value) ? pass : fail('RU_MFO_BANK_ACCOUNT_REQUIRED', kinds, { accepted: kinds.value.join(', ') }),
});

export const capacity = rules.validator({
  id: 'ru-mfo.capacity',
  appliesAt,
  facts: ['fullCapacity'],
  params: ['capacity.full'],
  check: ({ fullCapacity }, { 'capacity.full': required }) =>
    fullCapacity || !required.value ? pass : fail('RU_MFO_LEGAL_CAPACITY_REQUIRED', required),
});

export const ownInterest = rules.validator({
  id: 'ru-mfo.own-interest',
  appliesAt,
  facts: ['ownInterest'],
  params: ['interest.own'],
  check: (facts, { 'interest.own': required }) =>
    facts.ownInterest || !required.value ? pass : fail('RU_MFO_DECLARATION_BENEFICIARY', required),
});

export const officialTies = rules.validator({
  id: 'ru-mfo.official-ties',
  appliesAt,
  facts: ['officialTies'],
  params: ['official.ties'],
  check: (facts, { 'official.ties': excluded }) =>
    someOf(facts.officialTies, excluded.value) ? fail('RU_MFO_DECLARATION_PEP', excluded) : pass,
});

export const contacts = rules.validator({
  id: 'ru-mfo.contacts',
  appliesAt: ['SUBMIT', ...appliesAt],
  facts: ['contacts'],
  params: ['contacts'],
  check: (facts, { contacts: required }) => {
    const missing = missingFrom(facts.contacts, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONTACTS_REQUIRED', required, { missing: missing.join(', ') });
  },
});

/** What a lender asks of a person; a failure of any makes the person not eligible. */
export const requirements = [age, citizenship, address, payoutKinds, capacity, ownInterest, officialTies, contacts];
