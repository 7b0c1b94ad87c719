import { ruleSet } from '../../modules/rules';
import { documentFacts, documentParameters } from './vocabulary/documents';
import { serviceParameters } from './vocabulary/service';

/** What the lender's agreement fixes, and the facts that its rules look at. */
export const rules = ruleSet('by-leasing', {
  parameters: {
    ...documentParameters,
    ...serviceParameters,
    /** Hours after which a client identified by personal data must be identified again. */
    'identification.window.personalData': {
      unit: 'HOURS',
      stricter: 'LOWER',
      title: {
        en: 'Identification by personal data lasts',
        ru: 'Срок идентификации по персональным данным',
        be: 'Тэрмін ідэнтыфікацыі па персанальных даных',
      },
    },
    /** The same for identification by a certificate of the state system of public keys. */
    'identification.window.certificate': {
      unit: 'HOURS',
      stricter: 'LOWER',
      title: {
        en: 'Identification by certificate lasts',
        ru: 'Срок идентификации по сертификату',
        be: 'Тэрмін ідэнтыфікацыі па сертыфікаце',
      },
    },
    /** Fields without which a registration form is refused, by kind of client. */
    'registration.individual': { unit: 'CODES', stricter: 'UNION' },
    'registration.soleProprietor': { unit: 'CODES', stricter: 'UNION' },
    'registration.legalEntity': { unit: 'CODES', stricter: 'UNION' },
    'notice.phoneChange': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'notice.dataChange': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'claim.answer': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    /** Wrong entries within an hour after which a client waits. */
    'attempts.max': { unit: 'COUNT', stricter: 'LOWER' },
    /** Codes of the mobile operators, after the country's. */
    'phone.prefixes': { unit: 'CODES', stricter: 'INTERSECTION' },
    /** Ways in which a request to delete the cabinet comes, and what it must hold. */
    'deletion.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
    'deletion.email': { unit: 'CODES', stricter: 'UNION' },
    'deletion.written': { unit: 'CODES', stricter: 'UNION' },
    /** Types of files that may be sent in. */
    'upload.types': { unit: 'CODES', stricter: 'INTERSECTION' },
    'outage.recovery': { unit: 'HOURS', stricter: 'LOWER' },
  },
  facts: {
    ...documentFacts,
    /** `INDIVIDUAL`, `SOLE_PROPRIETOR` or `LEGAL_ENTITY`. */
    clientKind: 'CODE',
    /** Names of the fields filled in the registration form. */
    fieldsGiven: 'CODES',
    phone: 'TEXT',
    /** УНП, the payer's account number. */
    unp: 'TEXT',
    /** Идентификационный номер, the personal number of an identity document. */
    personalNumber: 'TEXT',
    /** `PERSONAL_DATA` or `CERTIFICATE`. */
    identifiedBy: 'CODE',
    identifiedAt: 'INSTANT',
    /** The moment of the operation, by the server's clock. */
    operationAt: 'INSTANT',
  },
  codes: { gap: 'BY_LEASING_EDITION_GAP', textNotHeld: 'BY_LEASING_EDITION_TEXT_NOT_HELD' },
});
