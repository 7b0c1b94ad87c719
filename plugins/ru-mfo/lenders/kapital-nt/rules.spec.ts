import { Temporal } from 'temporal-polyfill';
import { runValidator, type Validator, type Verdict } from '../../../../modules/rules';
import { Decimal } from '../../../../schema/base';
import { codeChannel, signatureElements, termsPacketComplete } from '../../packet/validators';
import {
  borrowerType,
  cardOutlivesLoan,
  checkConsent,
  checkDone,
  contractPrevails,
  dataTrue,
  decisionKind,
  editionShown,
  noOpenContract,
  noUnpaidDebt,
  payoutRequired,
  permanentIncome,
  scheduleGiven,
  solventEnough,
  warnedOfFalseData,
  warnedOfLiability,
} from '../../review/validators';
import {
  amountToIncomeCounted,
  applicationScored,
  bureauComplete,
  categoryKnown,
  externalComplete,
  incomeComplete,
  positionComplete,
  solvencySources,
} from '../../solvency/validators';
import { factsOf, type PlainFacts, rulesOn } from '../../test-support/rule-book';
import { assessmentSources, bureauConsent, eligible, solvencyAssessed } from '../../validators/approval';
import {
  asApplied,
  groundCardExpiry,
  groundCreditHistory,
  groundData,
  groundDebt,
  groundNotEligible,
  groundNotSigned,
  groundOpenContract,
  groundSolvency,
} from '../../validators/decision';
import { concludedOnReceipt, concludedOnTransfer, conclusion, payoutAsApplied, principal } from '../../validators/loan';
import { address, age, citizenship, contacts } from '../../validators/requirements';
import { channel, fields } from '../../validators/submission';
import { decidedInTime, offerStandsDays } from '../../validators/terms';

const LENDER = 'ru-mfo/kapital-nt';
const day = (iso: string) => Temporal.PlainDate.from(iso);
const money = (text: string) => new Decimal(text);
const judge = (validator: Validator, facts: PlainFacts, on = '2023-03-01'): Verdict =>
  runValidator(validator, factsOf(facts), rulesOn(on, 'kapital-nt'));

interface Case {
  readonly clause: string;
  readonly sentence: string;
  readonly validator: Validator;
  readonly good: readonly PlainFacts[];
  readonly bad: readonly PlainFacts[];
  readonly code: string;
}

const documents = ['INDIVIDUAL_TERMS', 'PERSONAL_DATA_CONSENT', 'CREDIT_REPORT_CONSENT', 'LOAN_APPLICATION', 'ESIGN_AGREEMENT'];
const elements = ['PASSPORT', 'REGISTRATION_ADDRESS', 'MOBILE_PHONE', 'EMAIL', 'SMS_CODE'];
const position = ['OFFICIAL_EMPLOYMENT', 'FAMILY_COMPOSITION', 'CREDIT_HISTORY', 'INCOME_SOURCES'];
const bureau = ['HISTORY', 'CURRENT_OBLIGATIONS', 'PAYMENT_FREQUENCY', 'PAYMENT_AMOUNTS'];
/** Each set without one of its members. */
const oneShort = (codes: readonly string[]) => codes.map((code) => codes.filter((other) => other !== code));
const asked = { appliedAmount: money('10000'), appliedTermDays: 21, decidedAmount: money('10000'), decidedTermDays: 21 };

const cases: readonly Case[] = [
  {
    clause: 'preamble/1',
    sentence: 'only natural persons are lent to',
    validator: borrowerType,
    good: [{ borrowerType: 'NATURAL_PERSON' }],
    bad: [{ borrowerType: 'LEGAL_ENTITY' }, { borrowerType: 'SOLE_PROPRIETOR' }],
    code: 'RU_MFO_BORROWER_TYPE_NOT_ALLOWED',
  },
  {
    clause: 'term/Заявка',
    sentence: 'an application comes from the personal account',
    validator: channel,
    good: [{ applicationChannel: 'PERSONAL_ACCOUNT' }],
    bad: [{ applicationChannel: 'OFFICE' }, { applicationChannel: 'PHONE' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    clause: 'term/Заявка',
    sentence: 'an application names sum, term and the way of payment',
    validator: fields,
    good: [{ applicationFields: ['AMOUNT', 'TERM', 'PAYOUT_METHOD'] }],
    bad: oneShort(['AMOUNT', 'TERM', 'PAYOUT_METHOD']).map((applicationFields) => ({ applicationFields })),
    code: 'RU_MFO_FIELD_REQUIRED',
  },
  {
    clause: 'term/Договор_займа',
    sentence: 'no contract before decision, signed terms and the money',
    validator: conclusion,
    good: [{ milestones: ['DECISION_APPROVED', 'TERMS_ACCEPTED', 'FUNDS_TRANSFERRED'] }],
    bad: oneShort(['DECISION_APPROVED', 'TERMS_ACCEPTED', 'FUNDS_TRANSFERRED']).map((milestones) => ({ milestones })),
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    clause: 'term/Заем',
    sentence: 'one person owes at most 500 000 roubles of principal',
    validator: principal,
    good: [{ principalDebt: money('500000.00') }],
    bad: [{ principalDebt: money('500000.01') }],
    code: 'RU_MFO_PRINCIPAL_ABOVE_CAP',
  },
  {
    clause: '11',
    sentence: 'data that a check found false stand against an approval',
    validator: dataTrue,
    good: [{ dataReliable: true }],
    bad: [{ dataReliable: false }],
    code: 'RU_MFO_DATA_UNRELIABLE',
  },
  {
    clause: '12/1',
    sentence: 'the risk of false data is acknowledged before the application is sent',
    validator: warnedOfFalseData,
    good: [{ acknowledgements: ['FALSE_DATA_RISK'] }],
    bad: [{ acknowledgements: [] }, { acknowledgements: ['CRIMINAL_LIABILITY'] }],
    code: 'RU_MFO_TERMS_NOT_ACCEPTED',
  },
  {
    clause: '12/2',
    sentence: 'criminal liability is acknowledged before the application is sent',
    validator: warnedOfLiability,
    good: [{ acknowledgements: ['CRIMINAL_LIABILITY'] }],
    bad: [{ acknowledgements: [] }, { acknowledgements: ['FALSE_DATA_RISK'] }],
    code: 'RU_MFO_TERMS_NOT_ACCEPTED',
  },
  {
    clause: '13/1',
    sentence: 'no decision before a finished check',
    validator: checkDone,
    good: [{ checked: true }],
    bad: [{ checked: false }],
    code: 'RU_MFO_CHECK_MISSING',
  },
  {
    clause: '13/2',
    sentence: 'data are processed by a standing consent only',
    validator: checkConsent,
    good: [{ standingConsents: ['PERSONAL_DATA', 'CREDIT_REPORT'] }],
    bad: [{ standingConsents: [] }, { standingConsents: ['CREDIT_REPORT'] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    clause: '14',
    sentence: 'a decision after its last day is late',
    validator: decidedInTime,
    good: [{ actedOn: day('2023-02-28'), decisionDueOn: day('2023-02-28') }],
    bad: [{ actedOn: day('2023-03-01'), decisionDueOn: day('2023-02-28') }],
    code: 'RU_MFO_DECISION_OVERDUE',
  },
  {
    clause: '15/1',
    sentence: 'a decision rests on the client’s data and on what bureaus know',
    validator: assessmentSources,
    good: [{ assessmentSources: ['CLIENT_DATA', 'CREDIT_BUREAU'] }],
    bad: [{ assessmentSources: [] }, { assessmentSources: ['CLIENT_DATA'] }, { assessmentSources: ['CREDIT_BUREAU'] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '15/3',
    sentence: 'a loan is granted or refused; other terms are not decided',
    validator: decisionKind,
    good: [{ decidedKind: 'APPROVED' }, { decidedKind: 'REFUSED' }],
    bad: [{ decidedKind: 'APPROVED_OTHER_TERMS' }],
    code: 'RU_MFO_DECISION_KIND_INVALID',
  },
  {
    clause: '16/1',
    sentence: '18 on the day is enough and there is no highest age; a day less is refused',
    validator: age,
    good: [
      { birthDate: day('2005-03-02'), concludedOn: day('2023-03-02') },
      { birthDate: day('1923-03-02'), concludedOn: day('2023-03-02') },
    ],
    bad: [{ birthDate: day('2005-03-02'), concludedOn: day('2023-03-01') }],
    code: 'RU_MFO_AGE_BELOW_MIN',
  },
  {
    clause: '16/2',
    sentence: 'a citizen of another state is refused',
    validator: citizenship,
    good: [{ citizenship: 'RU' }],
    bad: [{ citizenship: 'KZ' }],
    code: 'RU_MFO_CITIZENSHIP_REQUIRED',
  },
  {
    clause: '16/3',
    sentence: 'residence, stay or actual home in Russia will do; none is refused',
    validator: address,
    good: [{ addressKinds: ['RESIDENCE'] }, { addressKinds: ['STAY'] }, { addressKinds: ['ACTUAL'] }],
    bad: [{ addressKinds: [] }, { addressKinds: ['POSTAL'] }],
    code: 'RU_MFO_REGISTRATION_REQUIRED',
  },
  {
    clause: '16/4',
    sentence: 'an own account in Russia and a card are needed, both',
    validator: payoutRequired,
    good: [{ payoutKinds: ['BANK_ACCOUNT_RU', 'PAYMENT_CARD'] }],
    bad: [
      { payoutKinds: ['BANK_ACCOUNT_RU'] },
      { payoutKinds: ['PAYMENT_CARD'] },
      { payoutKinds: ['BANK_ACCOUNT_FOREIGN', 'PAYMENT_CARD'] },
    ],
    code: 'RU_MFO_BANK_ACCOUNT_REQUIRED',
  },
  {
    clause: '16/5',
    sentence: 'no permanent income is refused',
    validator: permanentIncome,
    good: [{ incomePermanent: true }],
    bad: [{ incomePermanent: false }],
    code: 'RU_MFO_INCOME_REQUIRED',
  },
  {
    clause: '16/6',
    sentence: 'phone and mailbox are needed, both',
    validator: contacts,
    good: [{ contacts: ['PHONE', 'EMAIL'] }],
    bad: [{ contacts: ['PHONE'] }, { contacts: ['EMAIL'] }],
    code: 'RU_MFO_CONTACTS_REQUIRED',
  },
  {
    clause: '17/1',
    sentence: 'a failed requirement forbids to approve',
    validator: eligible,
    good: [{ failedRequirements: [] }],
    bad: [{ failedRequirements: ['RU_MFO_CITIZENSHIP_REQUIRED'] }],
    code: 'RU_MFO_NOT_ELIGIBLE',
  },
  {
    clause: '17/1',
    sentence: 'the ground of unmet requirements needs a requirement that failed',
    validator: groundNotEligible,
    good: [{ grounds: ['RU_MFO_NOT_ELIGIBLE'], failedRequirements: ['RU_MFO_AGE_BELOW_MIN'] }],
    bad: [{ grounds: ['RU_MFO_NOT_ELIGIBLE'], failedRequirements: [] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/2',
    sentence: 'a negative assessment stands against the loan',
    validator: solventEnough,
    good: [{ solvent: true }],
    bad: [{ solvent: false }],
    code: 'RU_MFO_SOLVENCY_NEGATIVE',
  },
  {
    clause: '17/2',
    sentence: 'the ground of doubtful solvency needs an assessment that says so',
    validator: groundSolvency,
    good: [{ grounds: ['RU_MFO_SOLVENCY_NEGATIVE'], solvent: false }],
    bad: [{ grounds: ['RU_MFO_SOLVENCY_NEGATIVE'], solvent: true }, { grounds: ['RU_MFO_SOLVENCY_NEGATIVE'] }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/3',
    sentence: 'the ground of untrue data needs a check that says so',
    validator: groundData,
    good: [{ grounds: ['RU_MFO_DATA_UNRELIABLE'], dataReliable: false }],
    bad: [{ grounds: ['RU_MFO_DATA_UNRELIABLE'], dataReliable: true }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/4',
    sentence: 'unpaid debt under an earlier contract stands against another loan',
    validator: noUnpaidDebt,
    good: [{ overdueContracts: 0 }],
    bad: [{ overdueContracts: 1 }],
    code: 'RU_MFO_OUTSTANDING_DEBT',
  },
  {
    clause: '17/4',
    sentence: 'the ground of unpaid debt needs a debt',
    validator: groundDebt,
    good: [{ grounds: ['RU_MFO_OUTSTANDING_DEBT'], overdueContracts: 1 }],
    bad: [{ grounds: ['RU_MFO_OUTSTANDING_DEBT'], overdueContracts: 0 }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/5',
    sentence: 'a contract whose day has not come stands against another loan',
    validator: noOpenContract,
    good: [{ openContracts: 0 }],
    bad: [{ openContracts: 1 }],
    code: 'RU_MFO_ACTIVE_CONTRACT_EXISTS',
  },
  {
    clause: '17/5',
    sentence: 'the ground of an open contract needs one',
    validator: groundOpenContract,
    good: [{ grounds: ['RU_MFO_ACTIVE_CONTRACT_EXISTS'], openContracts: 1 }],
    bad: [{ grounds: ['RU_MFO_ACTIVE_CONTRACT_EXISTS'], openContracts: 0 }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/6',
    sentence: 'a card good to 31 March does not carry a loan due on 5 April',
    validator: cardOutlivesLoan,
    good: [
      { cardExpiresOn: day('2023-04-30'), repaidOn: day('2023-04-05') },
      { cardExpiresOn: day('2023-04-05'), repaidOn: day('2023-04-05') },
    ],
    bad: [{ cardExpiresOn: day('2023-03-31'), repaidOn: day('2023-04-05') }],
    code: 'RU_MFO_CARD_EXPIRES_BEFORE_TERM',
  },
  {
    clause: '17/6',
    sentence: 'the ground of the card’s end needs a card that ends too early',
    validator: groundCardExpiry,
    good: [{ grounds: ['RU_MFO_CARD_EXPIRES_BEFORE_TERM'], cardExpiresOn: day('2023-03-31'), repaidOn: day('2023-04-05') }],
    bad: [{ grounds: ['RU_MFO_CARD_EXPIRES_BEFORE_TERM'], cardExpiresOn: day('2023-04-30'), repaidOn: day('2023-04-05') }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '17/7',
    sentence: 'the ground of credit history needs an assessment that says so',
    validator: groundCreditHistory,
    good: [{ grounds: ['RU_MFO_CREDIT_HISTORY_NEGATIVE'], creditHistoryMeetsPolicy: false }],
    bad: [{ grounds: ['RU_MFO_CREDIT_HISTORY_NEGATIVE'], creditHistoryMeetsPolicy: true }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '18/1',
    sentence: 'nothing is approved before the assessment',
    validator: solvencyAssessed,
    good: [{ assessed: true }],
    bad: [{ assessed: false }],
    code: 'RU_MFO_SOLVENCY_NOT_ASSESSED',
  },
  {
    clause: '18/2',
    sentence: 'an assessment names its sources, of the known ones',
    validator: solvencySources,
    good: [{ assessmentSources: ['CLIENT_DATA'] }, { assessmentSources: ['CLIENT_DATA', 'CLIENT_DOCUMENTS', 'CREDIT_BUREAU', 'OTHER'] }],
    bad: [{ assessmentSources: [] }, { assessmentSources: ['RUMOUR'] }],
    code: 'RU_MFO_SOLVENCY_SOURCE_MISSING',
  },
  {
    clause: '19/1',
    sentence: 'the sum is compared with the personal income',
    validator: amountToIncomeCounted,
    good: [{ amountToIncomeKnown: true }],
    bad: [{ amountToIncomeKnown: false }],
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '19/2',
    sentence: 'the financial position has employment, family, credit history and income, all four',
    validator: positionComplete,
    good: [{ positionItems: position }],
    bad: oneShort(position).map((positionItems) => ({ positionItems })),
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '19/3',
    sentence: 'the category is working or pensioner, and capacity was looked at',
    validator: categoryKnown,
    good: [
      { clientCategory: 'WORKING', capacityChecked: true },
      { clientCategory: 'PENSIONER', capacityChecked: true },
    ],
    bad: [
      { capacityChecked: true },
      { clientCategory: 'STUDENT', capacityChecked: true },
      { clientCategory: 'WORKING', capacityChecked: false },
    ],
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '19/4',
    sentence: 'outer conditions are noted for country, region and industry',
    validator: externalComplete,
    good: [{ externalLevels: ['COUNTRY', 'REGION', 'INDUSTRY'] }],
    bad: oneShort(['COUNTRY', 'REGION', 'INDUSTRY']).map((externalLevels) => ({ externalLevels })),
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '20/1',
    sentence: 'every application is scored',
    validator: applicationScored,
    good: [{ scored: true }],
    bad: [{ scored: false }],
    code: 'RU_MFO_SCORING_MISSING',
  },
  {
    clause: '20/2/запрос',
    sentence: 'bureaus are asked by the client’s consent only',
    validator: bureauConsent,
    good: [{ applicationConsents: ['CREDIT_REPORT'] }],
    bad: [{ applicationConsents: [] }],
    code: 'RU_MFO_CONSENT_MISSING',
  },
  {
    clause: '20/2/анализ',
    sentence: 'the analysis has history, current obligations, frequency and size of payments',
    validator: bureauComplete,
    good: [{ bureauItems: bureau }],
    bad: oneShort(bureau).map((bureauItems) => ({ bureauItems })),
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '20/3/доход',
    sentence: 'income and the risk of losing it are both needed',
    validator: incomeComplete,
    good: [{ incomeInputs: ['MONTHLY_INCOME', 'INCOME_LOSS_RISK'] }],
    bad: [{ incomeInputs: ['MONTHLY_INCOME'] }, { incomeInputs: ['INCOME_LOSS_RISK'] }],
    code: 'RU_MFO_SOLVENCY_CRITERION_MISSING',
  },
  {
    clause: '24/1',
    sentence: 'the draft keeps to the sum and the term that were chosen',
    validator: asApplied,
    good: [asked],
    bad: [
      { ...asked, decidedAmount: money('9000') },
      { ...asked, decidedTermDays: 20 },
    ],
    code: 'RU_MFO_INDIVIDUAL_TERMS_MISMATCH',
  },
  {
    clause: '24/3',
    sentence: 'the terms are signed with the four documents that go with them, none missing',
    validator: termsPacketComplete,
    good: [{ packetKind: 'TERMS', signedKinds: documents }],
    bad: oneShort(documents).map((signedKinds) => ({ packetKind: 'TERMS', signedKinds })),
    code: 'RU_MFO_SIGNATURE_MISSING',
  },
  {
    clause: '24/5',
    sentence: 'the lender may refuse a contract whose documents are not signed',
    validator: groundNotSigned,
    good: [{ grounds: ['RU_MFO_SIGNATURE_MISSING'], termsUnsigned: true }],
    bad: [{ grounds: ['RU_MFO_SIGNATURE_MISSING'], termsUnsigned: false }],
    code: 'RU_MFO_DECISION_BASIS_MISSING',
  },
  {
    clause: '26',
    sentence: 'the code that signs comes by short message',
    validator: codeChannel,
    good: [{ codeChannel: 'SMS' }],
    bad: [{ codeChannel: 'EMAIL' }, { codeChannel: 'CALL' }],
    code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
  },
  {
    clause: '28/1',
    sentence: 'passport, address, phone, mailbox and the code identify the signer, all five',
    validator: signatureElements,
    good: [{ packetKind: 'TERMS', signatureElements: elements }],
    bad: oneShort(elements).map((signatureElementsHeld) => ({ packetKind: 'TERMS', signatureElements: signatureElementsHeld })),
    code: 'RU_MFO_SIGNATURE_ELEMENTS_MISSING',
  },
  {
    clause: '29/1',
    sentence: 'a decision of 1 February can be accepted on 16 February, not on the 17th',
    validator: offerStandsDays,
    good: [{ actedOn: day('2023-02-16'), offerDueOn: day('2023-02-16') }],
    bad: [{ actedOn: day('2023-02-17'), offerDueOn: day('2023-02-16') }],
    code: 'RU_MFO_OFFER_EXPIRED',
  },
  {
    clause: '30',
    sentence: 'the money goes by the way that the application names',
    validator: payoutAsApplied,
    good: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'PAYMENT_CARD' }],
    bad: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'BANK_ACCOUNT' }],
    code: 'RU_MFO_DISBURSEMENT_METHOD_MISMATCH',
  },
  {
    clause: '31/1',
    sentence: 'the contract is concluded when the money was received, not before',
    validator: concludedOnTransfer,
    good: [{ transferred: true }],
    bad: [{ transferred: false }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    clause: '31/2',
    sentence: 'money that was not received leaves no contract',
    validator: concludedOnReceipt,
    good: [{ transferred: true }],
    bad: [{ transferred: false }],
    code: 'RU_MFO_CONTRACT_NOT_CONCLUDED',
  },
  {
    clause: '41/1',
    sentence: 'the schedule stands in the terms and in the account, both',
    validator: scheduleGiven,
    good: [{ schedulePlaces: ['INDIVIDUAL_TERMS_ITEM_6', 'PERSONAL_ACCOUNT'] }],
    bad: [{ schedulePlaces: ['PERSONAL_ACCOUNT'] }, { schedulePlaces: ['INDIVIDUAL_TERMS_ITEM_6'] }],
    code: 'RU_MFO_SCHEDULE_MISSING',
  },
  {
    clause: '42',
    sentence: 'what the contract says goes before the lender’s tariff; law may lower it',
    validator: contractPrevails,
    good: [
      { contractRate: money('0.8'), appliedRate: money('0.8') },
      { contractRate: money('1'), appliedRate: money('0.8') },
    ],
    bad: [{ contractRate: money('0.7'), appliedRate: money('0.8') }],
    code: 'RU_MFO_CONTRACT_PREVAILS',
  },
  {
    clause: '43/2',
    sentence: 'the edition in force is shown in the account before the first step',
    validator: editionShown,
    good: [{ editionShownIn: ['SITE', 'PERSONAL_ACCOUNT_AT_APPLICATION'] }],
    bad: [{ editionShownIn: ['SITE'] }, { editionShownIn: [] }],
    code: 'RU_MFO_EDITION_NOT_PRESENTED',
  },
];

describe('the rules from the application to the conclusion', () => {
  for (const { clause, sentence, validator, good, bad, code } of cases) {
    const id = `${LENDER}/${clause}`;
    it(`${id} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject({ verdict: 'PASS' });
      for (const facts of bad) {
        const verdict = judge(validator, facts);
        expect(verdict).toMatchObject({ verdict: 'FAIL', code });
        expect(verdict.clauses).toContain(id);
      }
    });
  }

  it('a card whose end nobody told is not judged', () => {
    expect(judge(cardOutlivesLoan, { repaidOn: day('2023-04-05') })).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'NOT_APPLICABLE' });
  });
});
