import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Validator } from '../../../../modules/rules';
import { Decimal } from '../../../../schema/base';
import {
  chargesStatement,
  fixedSumOf,
  fixedSumStated,
  fixedSumStatement,
  frameType,
  moneyFramePlace,
  moneyFrameShare,
  penaltyStatement,
  percentFramePlace,
  percentFrameShare,
  scheduleGiven,
  scheduleSplit,
  scheduleTotal,
  termsForm,
  termsOnFirstPage,
} from '../../documents/first-page';
import {
  explanationChannel,
  explanationLanguage,
  explanationResponsible,
  legalReasoned,
  notMisleading,
  plainLanguage,
  termsExplained,
} from '../../explanations/validators';
import { siteZone } from '../../publications/site-zone';
import {
  documentsAgreed,
  militaryRegister,
  militaryRegisterAsked,
  openShortLoan,
  priorContract,
  productRequirements,
  published,
  reputation,
  shortLoans,
  solvency,
} from '../../reception/eligibility';
import {
  applicationForm,
  applicationSigned,
  approvalStands,
  contractParts,
  creditReportConsent,
  decidedWithinLimit,
  personalDataConsent,
  purpose,
  security,
  signatureAgreement,
  signedTermsInTime,
  termsDelivered,
} from '../../reception/submission';
import { checkDone, dataTrue, decisionKind } from '../../review/validators';
import { rules } from '../../rule-set';
import { judge, type PlainFacts, rulesOn } from '../../test-support/rule-book';
import { assessmentSources, eligible, solvencyAssessed } from '../../validators/approval';
import { asApplied, refusalGrounds } from '../../validators/decision';
import { concludedOnTransfer, conclusion, payoutAsApplied, principal } from '../../validators/loan';
import { address, age, citizenship } from '../../validators/requirements';
import { channel, fields, place, registeredBeforeApplication, registrationContacts } from '../../validators/submission';
import { offerStands, transferredInTime } from '../../validators/terms';

const EDITION = 'ru-mfo/sotovy/2023-01-19';
const day = (iso: string) => Temporal.PlainDate.from(iso);
const of = (text: string) => new Decimal(text);
const small = { decidedTermDays: 15, decidedAmount: of('10000.00'), secured: false };
const asked = { appliedAmount: of('10000'), appliedTermDays: 30 };

interface Case {
  readonly point: string;
  readonly sentence: string;
  readonly validator: Validator;
  readonly good: readonly PlainFacts[];
  readonly bad: readonly PlainFacts[];
  readonly code: string;
}

const cases: readonly Case[] = [
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
    point: '4.2/1',
    sentence: 'the table begins on the first page',
    validator: termsOnFirstPage,
    good: [{ termsBeginOnPage: 1 }],
    bad: [{ termsBeginOnPage: 2 }],
    code: 'RU_MFO_INDIVIDUAL_TERMS_FORM',
  },
  {
    point: '4.2/2/место',
    sentence: 'the frame in per cent stands at the top right',
    validator: percentFramePlace,
    good: [{ percentFramePlace: 'TOP_RIGHT' }],
    bad: [{ percentFramePlace: 'ELSEWHERE' }],
    code: 'RU_MFO_PSK_BOX_POSITION',
  },
  {
    point: '4.2/2/шрифт',
    sentence: 'its type is in capitals, black on white, the largest of the page',
    validator: frameType,
    good: [{ frameType: ['CAPITALS', 'BLACK_ON_WHITE', 'LARGEST_ON_PAGE'] }],
    bad: [{ frameType: ['CAPITALS', 'BLACK_ON_WHITE'] }, { frameType: ['LARGEST_ON_PAGE', 'BLACK_ON_WHITE'] }, { frameType: [] }],
    code: 'RU_MFO_PSK_BOX_FONT',
  },
  {
    point: '4.2/2/площадь',
    sentence: 'the frame in per cent of 56 mm is large enough on A4, one of 55 is not',
    validator: percentFrameShare,
    good: [{ percentFrameShare: share(56) }, { percentFrameShare: of('5') }],
    bad: [{ percentFrameShare: share(55) }, { percentFrameShare: of('4.999') }],
    code: 'RU_MFO_PSK_BOX_AREA',
  },
  {
    point: '4.2/3/место',
    sentence: 'the frame in money stands right of the one in per cent',
    validator: moneyFramePlace,
    good: [{ moneyFramePlace: 'RIGHT_OF_PERCENT' }],
    bad: [{ moneyFramePlace: 'ELSEWHERE' }],
    code: 'RU_MFO_PSK_BOX_POSITION',
  },
  {
    point: '4.2/3/площадь',
    sentence: 'the frame in money of 50 mm is too small on A4',
    validator: moneyFrameShare,
    good: [{ moneyFrameShare: share(56) }],
    bad: [{ moneyFrameShare: share(50) }],
    code: 'RU_MFO_PSK_BOX_AREA',
  },
  {
    point: '4.3/1/текст',
    sentence: 'a contract of up to a year states the limit of charges on its first page',
    validator: chargesStatement,
    good: [{ decidedTermDays: 365, firstPageStatements: ['CHARGES_LIMIT'] }],
    bad: [{ decidedTermDays: 365, firstPageStatements: [] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.3/2/текст',
    sentence: 'a contract of up to a year states that penalties count on unpaid principal',
    validator: penaltyStatement,
    good: [{ decidedTermDays: 365, firstPageStatements: ['PENALTY_ON_PRINCIPAL'] }],
    bad: [{ decidedTermDays: 365, firstPageStatements: ['CHARGES_LIMIT'] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.4/1/текст',
    sentence: '10 000 for 15 days without security states the limit of the fixed sum',
    validator: fixedSumStatement,
    good: [{ ...small, firstPageStatements: ['FIXED_SUM_LIMIT'] }],
    bad: [{ ...small, firstPageStatements: [] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.4/2',
    sentence: '8 000 for 14 days states 1 200 as its largest fixed sum, and no other',
    validator: fixedSumStated,
    good: [{ decidedTermDays: 14, decidedAmount: of('8000'), secured: false, statedFixedSum: of('1200.00') }],
    bad: [
      { decidedTermDays: 14, decidedAmount: of('8000'), secured: false },
      { decidedTermDays: 14, decidedAmount: of('8000'), secured: false, statedFixedSum: of('1200.01') },
    ],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
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
  {
    point: '4.10/а',
    sentence: 'terms without a schedule are not offered',
    validator: scheduleGiven,
    good: [{ schedulePayments: 1 }],
    bad: [{ schedulePayments: 0 }],
    code: 'RU_MFO_SCHEDULE_MISSING',
  },
  {
    point: '4.10/б',
    sentence: 'a payment of 12 000 that is 10 000 and 2 400 is not split',
    validator: scheduleSplit,
    good: [{ scheduleColumns: ['DATE', 'PRINCIPAL', 'INTEREST'], scheduleRowsAddUp: true }],
    bad: [
      { scheduleColumns: ['DATE', 'PRINCIPAL', 'INTEREST'], scheduleRowsAddUp: false },
      { scheduleColumns: ['DATE', 'TOTAL'], scheduleRowsAddUp: true },
    ],
    code: 'RU_MFO_SCHEDULE_NOT_SPLIT',
  },
  {
    point: '4.10/в',
    sentence: 'the schedule states what all payments come to',
    validator: scheduleTotal,
    good: [{ scheduleTotal: of('12400.00'), scheduleStatedTotal: of('12400') }],
    bad: [{ scheduleTotal: of('12400.00'), scheduleStatedTotal: of('12000.00') }, { scheduleTotal: of('12400.00') }],
    code: 'RU_MFO_SCHEDULE_TOTAL_MISMATCH',
  },
  {
    point: '5.1',
    sentence: 'explanations go by SMS',
    validator: explanationChannel,
    good: [{ explanationChannel: 'SMS' }],
    bad: [{ explanationChannel: 'PHONE' }, { explanationChannel: 'POST' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    point: '5.2',
    sentence: 'the director general answers for an explanation, by name',
    validator: explanationResponsible,
    good: [{ explanationResponsible: 'DIRECTOR_GENERAL', explanationPersonNamed: true }],
    bad: [
      { explanationResponsible: 'DIRECTOR_GENERAL', explanationPersonNamed: false },
      { explanationResponsible: 'EMPLOYEE', explanationPersonNamed: true },
      { explanationPersonNamed: true },
    ],
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    point: '5.3',
    sentence: 'explanations are in Russian',
    validator: explanationLanguage,
    good: [{ explanationLanguage: 'ru' }],
    bad: [{ explanationLanguage: 'en' }],
    code: 'RU_MFO_LANGUAGE_NOT_ALLOWED',
  },
  {
    point: '5.4/1',
    sentence: 'special terms must be explained',
    validator: termsExplained,
    good: [{ explanationConfirmed: ['TERMS_EXPLAINED'] }],
    bad: [{ explanationConfirmed: ['PLAIN_LANGUAGE', 'NOT_MISLEADING'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.4/2',
    sentence: 'an answer must be plain',
    validator: plainLanguage,
    good: [{ explanationConfirmed: ['PLAIN_LANGUAGE'] }],
    bad: [{ explanationConfirmed: ['TERMS_EXPLAINED', 'NOT_MISLEADING'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.4/3',
    sentence: 'an answer must not mislead',
    validator: notMisleading,
    good: [{ explanationConfirmed: ['NOT_MISLEADING'] }],
    bad: [{ explanationConfirmed: ['TERMS_EXPLAINED', 'PLAIN_LANGUAGE'] }],
    code: 'RU_MFO_EXPLANATION_CHECKLIST',
  },
  {
    point: '5.5/а',
    sentence: 'a question of law gets a reasoned answer',
    validator: legalReasoned,
    good: [{ explanationOfLaw: true, explanationReasoned: true }],
    bad: [{ explanationOfLaw: true, explanationReasoned: false }],
    code: 'RU_MFO_EXPLANATION_MISSING',
  },
];

/** Per cent of A4 that a square of so many millimetres takes. */
function share(side: number): Decimal {
  return of(String(side * side))
    .mul(100)
    .div(210 * 297);
}

const judged = (validator: Validator, facts: PlainFacts) => judge(validator, facts, '2024-06-10', 'sotovy');

describe('the rules of an undated document', () => {
  for (const { point, sentence, validator, good, bad, code } of cases) {
    const clause = `ru-mfo/sotovy/${point}`;
    it(`${clause} · ${sentence}`, () => {
      for (const facts of good) {
        const { verdict, clauses } = judged(validator, facts);
        expect([verdict, clauses.includes(clause)]).toEqual(['PASS', true]);
      }
      for (const facts of bad) {
        const { clauses, ...verdict } = judged(validator, facts);
        expect(verdict).toMatchObject({ verdict: 'FAIL', code, edition: EDITION });
        expect(clauses).toContain(clause);
      }
    });
  }

  it('ru-mfo/sotovy/1.1 · the edition rests on seven acts and standards, and has none before its day', () => {
    expect(rules.read(rulesOn('2023-01-19', 'sotovy'), 'edition.legalBasis')?.value).toHaveLength(7);
    expect(rulesOn('2023-01-18', 'sotovy').edition).toBeNull();
    expect(rulesOn('2024-06-10', 'sotovy').edition?.id).toBe(EDITION);
  });

  it('ru-mfo/sotovy/2.3.2/min · 18 on the day is enough, a day less is not', () => {
    expect(judged(age, { birthDate: day('2006-06-10'), concludedOn: day('2024-06-10') }).verdict).toBe('PASS');
    expect(judged(age, { birthDate: day('2006-06-11'), concludedOn: day('2024-06-10') })).toMatchObject({
      code: 'RU_MFO_AGE_BELOW_MIN',
      clauses: ['ru-mfo/sotovy/2.3.2/min'],
      facts: { years: 17, limit: 18 },
    });
  });

  it('ru-mfo/sotovy/2.3.2/max · 70 full years is allowed until the day before the 71st birthday', () => {
    expect(judged(age, { birthDate: day('1953-06-11'), concludedOn: day('2024-06-10') }).verdict).toBe('PASS');
    expect(judged(age, { birthDate: day('1953-06-10'), concludedOn: day('2024-06-10') })).toMatchObject({
      code: 'RU_MFO_AGE_ABOVE_MAX',
      clauses: ['ru-mfo/sotovy/2.3.2/max'],
      facts: { years: 71, limit: 70 },
    });
  });

  it('ru-mfo/sotovy/2.3.2/исключение · above 70 the proposal alone does not do, with the decision it does', () => {
    const facts = { birthDate: day('1952-01-01'), concludedOn: day('2024-06-10') };
    expect(judged(age, { ...facts, ageExceptionParts: ['SPECIALIST_PROPOSAL'] }).code).toBe('RU_MFO_AGE_ABOVE_MAX');
    expect(judged(age, { ...facts, ageExceptionParts: ['MANAGEMENT_DECISION'] }).code).toBe('RU_MFO_AGE_ABOVE_MAX');
    const both = judged(age, { ...facts, ageExceptionParts: ['SPECIALIST_PROPOSAL', 'MANAGEMENT_DECISION'] });
    expect(both.verdict).toBe('PASS');
    expect(both.clauses).toContain('ru-mfo/sotovy/2.3.2/исключение');
  });

  it('ru-mfo/sotovy/2.5/6 · eight short loans within the year let the next one pass, nine refuse, and more do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (taken) => {
        const { verdict, clauses } = judged(shortLoans, { shortLoansTaken: taken });
        expect([verdict, clauses.includes('ru-mfo/sotovy/2.5/6')]).toEqual([taken < 9 ? 'PASS' : 'FAIL', true]);
      }),
    );
    const terms = (name: 'shortLoans.termDays' | 'shortLoans.usedMoreThanDays' | 'shortLoans.months') =>
      rules.read(rulesOn('2024-06-10', 'sotovy'), name)?.value;
    expect([terms('shortLoans.termDays'), terms('shortLoans.usedMoreThanDays'), terms('shortLoans.months')]).toEqual([30, 7, 12]);
  });

  it.each([
    ['2.4/1', 'the rules', ['INFORMATION', 'GENERAL_TERMS']],
    ['2.4/2', 'the information', ['RULES', 'GENERAL_TERMS']],
    ['2.4/3', 'the general terms', ['RULES', 'INFORMATION']],
  ] as const)('ru-mfo/sotovy/%s · without %s on the site nobody registers', (point, _title, publishedKinds) => {
    expect(judged(published, { publishedKinds: ['RULES', 'INFORMATION', 'GENERAL_TERMS'] }).verdict).toBe('PASS');
    expect(judged(published, { publishedKinds })).toMatchObject({
      code: 'RU_MFO_PUBLISHED_DOCUMENT_MISSING',
      clauses: [`ru-mfo/sotovy/${point}`],
    });
  });

  it.each([
    ['16 days', { ...small, decidedTermDays: 16 }],
    ['10 000.01', { ...small, decidedAmount: of('10000.01') }],
    ['security', { ...small, secured: true }],
  ])('ru-mfo/sotovy/4.4/1/текст · with %s the statement on the fixed sum is not needed', (_what, facts) => {
    expect(judged(fixedSumStatement, { ...facts, firstPageStatements: [] }).reason).toBe('NOT_APPLICABLE');
    expect(judged(fixedSumStated, facts).reason).toBe('NOT_APPLICABLE');
  });

  it('ru-mfo/sotovy/4.4/2 · the largest fixed sum is 15 % of the loan, never rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (kopecks) => {
        const principalSum = of(String(kopecks)).div(100);
        const largest = fixedSumOf(principalSum, of('15'));
        expect(largest.lte(principalSum.mul('0.15'))).toBe(true);
        expect(principalSum.mul('0.15').minus(largest).lt('0.01')).toBe(true);
      }),
    );
  });
});
