import { address, capacity, citizenship, contacts, officialTies, ownInterest, payoutKinds } from '../validators/requirements';
import type { RuleCase } from './process-cases';

const ties = ['SELF', 'SPOUSE', 'PARENT', 'CHILD', 'GRANDPARENT', 'GRANDCHILD', 'SIBLING', 'HALF_SIBLING', 'ADOPTER', 'ADOPTEE'];

/** The requirements to a borrower; age has tests of its own. */
export const requirementCases: readonly RuleCase[] = [
  {
    clause: '2.3/б',
    sentence: 'a citizen of another state is refused',
    validator: citizenship,
    good: [{ citizenship: 'RU' }],
    bad: [{ citizenship: 'UZ' }, { citizenship: 'BY' }],
    code: 'RU_MFO_CITIZENSHIP_REQUIRED',
  },
  {
    clause: '2.3/в',
    sentence: 'an address of actual living alone is refused, residence or stay is enough',
    validator: address,
    good: [{ addressKinds: ['RESIDENCE'] }, { addressKinds: ['STAY'] }, { addressKinds: ['ACTUAL', 'STAY'] }],
    bad: [{ addressKinds: ['ACTUAL'] }, { addressKinds: [] }],
    code: 'RU_MFO_REGISTRATION_REQUIRED',
  },
  {
    clause: '2.3/г',
    sentence: 'neither account nor card is refused, one of them is enough',
    validator: payoutKinds,
    good: [{ payoutKinds: ['BANK_ACCOUNT_RU'] }, { payoutKinds: ['PAYMENT_CARD'] }, { payoutKinds: ['BANK_ACCOUNT_RU', 'PAYMENT_CARD'] }],
    bad: [{ payoutKinds: [] }, { payoutKinds: ['BANK_ACCOUNT_FOREIGN'] }],
    code: 'RU_MFO_BANK_ACCOUNT_REQUIRED',
  },
  {
    clause: '2.3/д',
    sentence: 'limited legal capacity is refused',
    validator: capacity,
    good: [{ fullCapacity: true }],
    bad: [{ fullCapacity: false }],
    code: 'RU_MFO_LEGAL_CAPACITY_REQUIRED',
  },
  {
    clause: '2.3/е',
    sentence: 'acting for somebody else is refused',
    validator: ownInterest,
    good: [{ ownInterest: true }],
    bad: [{ ownInterest: false }],
    code: 'RU_MFO_DECLARATION_BENEFICIARY',
  },
  {
    clause: '2.3/ж',
    sentence: 'a foreign public official, a spouse or a close relative is refused, a cousin is not',
    validator: officialTies,
    good: [{ officialTies: [] }, { officialTies: ['COUSIN'] }],
    bad: ties.map((tie) => ({ officialTies: [tie] })),
    code: 'RU_MFO_DECLARATION_PEP',
  },
  {
    clause: '2.3/з',
    sentence: 'a phone without an e-mail address is refused, and the other way round',
    validator: contacts,
    good: [{ contacts: ['PHONE', 'EMAIL'] }],
    bad: [{ contacts: ['PHONE'] }, { contacts: ['EMAIL'] }, { contacts: [] }],
    code: 'RU_MFO_CONTACTS_REQUIRED',
  },
];
