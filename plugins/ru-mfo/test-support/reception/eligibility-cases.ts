import { Decimal } from '../../../../schema/base';
import { termsForm } from '../../documents/first-page';
import { siteZone } from '../../publications/site-zone';
import {
  militaryRegister,
  militaryRegisterAsked,
  openShortLoan,
  priorContract,
  productRequirements,
  reputation,
  solvency,
} from '../../reception/eligibility';
import { contractParts, purpose, security } from '../../reception/submission';
import { dataTrue } from '../../review/validators';
import { eligible } from '../../validators/approval';
import { principal } from '../../validators/loan';
import { address, citizenship } from '../../validators/requirements';
import { channel, fields, place } from '../../validators/submission';
import type { ReceptionCase } from './reception-case';

const of = (text: string) => new Decimal(text);

/** Who is lent to, for what, and who may have an account: facts that pass and facts that fail. */
export const eligibilityCases: readonly ReceptionCase[] = [
  {
    point: '1.2',
    sentence: 'citizens of Russia alone are lent to',
    validator: citizenship,
    good: [{ citizenship: 'RU' }],
    bad: [{ citizenship: 'BY' }],
    code: 'RU_MFO_CITIZENSHIP_REQUIRED',
  },
  {
    point: '1.3/Договор_микрозайма',
    sentence: 'a contract has general and individual terms, and is not signed while one is not linked',
    validator: contractParts,
    good: [{ contractParts: ['GENERAL_TERMS', 'INDIVIDUAL_TERMS'] }],
    bad: [{ contractParts: ['INDIVIDUAL_TERMS'] }, { contractParts: ['GENERAL_TERMS'] }],
    code: 'RU_MFO_CONTRACT_PARTS_MISSING',
  },
  {
    point: '1.3/Заявление',
    sentence: 'an application states a sum and a term',
    validator: fields,
    good: [{ applicationFields: ['AMOUNT', 'TERM'] }],
    bad: [{ applicationFields: ['TERM'] }, { applicationFields: ['AMOUNT'] }],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    point: '1.3/Индивидуальные_условия',
    sentence: 'individual terms are the table of the Bank of Russia’s form',
    validator: termsForm,
    good: [{ termsForm: 'BANK_OF_RUSSIA_TABLE' }],
    bad: [{ termsForm: 'TEXT' }],
    code: 'RU_MFO_INDIVIDUAL_TERMS_FORM',
  },
  {
    point: '1.3/Микрозаем',
    sentence: 'an application comes over the Internet, not through an office',
    validator: place,
    good: [{ applicationPlace: 'SITE' }],
    bad: [{ applicationPlace: 'OFFICE' }, { applicationPlace: 'PHONE' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    point: '1.3/Микрозаем',
    sentence: 'the personal account alone takes applications',
    validator: channel,
    good: [{ applicationChannel: 'PERSONAL_ACCOUNT' }],
    bad: [{ applicationChannel: 'EMAIL' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    point: '1.3/Официальный_сайт',
    sentence: 'the site stands in a Russian national zone',
    validator: siteZone,
    good: [{ siteZone: 'ru' }, { siteZone: 'рф' }, { siteZone: 'su' }],
    bad: [{ siteZone: 'com' }, { siteZone: 'by' }],
    code: 'RU_MFO_SITE_DOMAIN_INVALID',
  },
  {
    point: '2.1',
    sentence: 'a purpose must be declared, and not one of business',
    validator: purpose,
    good: [{ purpose: 'NON_BUSINESS' }],
    bad: [{ purpose: 'BUSINESS' }, {}],
    code: 'RU_MFO_PURPOSE_NOT_ALLOWED',
  },
  {
    point: '2.2',
    sentence: 'no security of any kind is taken',
    validator: security,
    good: [{ securityKinds: [] }],
    bad: [{ securityKinds: ['PLEDGE'] }, { securityKinds: ['GUARANTOR'] }, { securityKinds: ['OTHER'] }],
    code: 'RU_MFO_SECURITY_NOT_ALLOWED',
  },
  {
    point: '2.3',
    sentence: 'one failed requirement forbids to approve',
    validator: eligible,
    good: [{ failedRequirements: [] }],
    bad: [{ failedRequirements: ['RU_MFO_AGE_ABOVE_MAX'] }],
    code: 'RU_MFO_NOT_ELIGIBLE',
  },
  {
    point: '2.3.1',
    sentence: 'permanent registration alone suffices',
    validator: address,
    good: [{ addressKinds: ['RESIDENCE'] }, { addressKinds: ['STAY', 'RESIDENCE'] }],
    bad: [{ addressKinds: ['STAY'] }, { addressKinds: ['ACTUAL'] }, { addressKinds: [] }],
    code: 'RU_MFO_REGISTRATION_REQUIRED',
  },
  {
    point: '2.3.3',
    sentence: 'the chosen kind of loan is for those who meet its own requirements',
    validator: productRequirements,
    good: [{ unmetProductRequirements: [] }],
    bad: [{ unmetProductRequirements: ['REPEAT_CLIENT'] }],
    code: 'RU_MFO_PRODUCT_REQUIREMENT_NOT_MET',
  },
  {
    point: '2.5/1',
    sentence: 'forged documents or false data forbid an approval',
    validator: dataTrue,
    good: [{ dataReliable: true }],
    bad: [{ dataReliable: false }],
    code: 'RU_MFO_DATA_UNRELIABLE',
  },
  {
    point: '2.5/2',
    sentence: 'a negative assessment refuses',
    validator: solvency,
    good: [{ solvent: true }],
    bad: [{ solvent: false }],
    code: 'RU_MFO_SOLVENCY_NEGATIVE',
  },
  {
    point: '2.5/3',
    sentence: 'adverse information on business reputation refuses',
    validator: reputation,
    good: [{ reputationAdverse: false }],
    bad: [{ reputationAdverse: true }],
    code: 'RU_MFO_REPUTATION_ADVERSE',
  },
  {
    point: '2.5/4',
    sentence: 'a previous contract repaid late refuses, even by a day',
    validator: priorContract,
    good: [{ priorContractLateDays: 0 }],
    bad: [{ priorContractLateDays: 1 }, { priorContractLateDays: 4 }],
    code: 'RU_MFO_PRIOR_BREACH',
  },
  {
    point: '2.5/5',
    sentence: '500 000 of principal with the new loan is the most, not a kopeck more',
    validator: principal,
    good: [{ principalDebt: of('500000.00') }],
    bad: [{ principalDebt: of('500000.01') }],
    code: 'RU_MFO_PRINCIPAL_ABOVE_CAP',
  },
  {
    point: '2.5/7',
    sentence: 'an open contract of thirty days bars another loan, one of thirty-one does not',
    validator: openShortLoan,
    good: [{}, { shortestOpenTermDays: 31 }],
    bad: [{ shortestOpenTermDays: 30 }, { shortestOpenTermDays: 5 }],
    code: 'RU_MFO_CONCURRENT_SHORT_LOAN',
  },
  {
    point: '2.5/8',
    sentence: 'temporary measures in the military register refuse',
    validator: militaryRegister,
    good: [{ militaryMeasures: false }],
    bad: [{ militaryMeasures: true }],
    code: 'RU_MFO_MILITARY_REGISTER',
  },
  {
    point: '2.5/8',
    sentence: 'nothing is approved before the military register replied',
    validator: militaryRegisterAsked,
    good: [{ militaryMeasures: false }],
    bad: [{}],
    code: 'RU_MFO_REGISTER_REPLY_MISSING',
  },
];
