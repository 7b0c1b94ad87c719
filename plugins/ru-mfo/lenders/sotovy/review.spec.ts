import type { Validator } from '../../../../modules/rules';
import { Decimal } from '../../../../schema/base';
import { penaltyStatement, scheduleSplit, statements } from '../../documents/first-page';
import { signatureElements } from '../../packet/validators';
import { editionOnSite } from '../../publications/validators';
import { productRequirements } from '../../reception/eligibility';
import { security } from '../../reception/submission';
import { borrowerType, solventEnough } from '../../review/validators';
import { solvencySources } from '../../solvency/validators';
import { judge as judgeOn, type PlainFacts } from '../../test-support/rule-book';
import { bureauConsent } from '../../validators/approval';
import { groundData, groundNotEligible, groundSolvency, grounds } from '../../validators/decision';
import { charges } from '../../validators/loan';
import { questionnaire } from '../../validators/submission';

const ID = 'ru-mfo/sotovy';
const judge = (validator: Validator, facts: PlainFacts) => judgeOn(validator, facts, '2024-06-10', 'sotovy');
const signed = ['PASSPORT', 'REGISTRATION_ADDRESS', 'MOBILE_PHONE', 'EMAIL', 'CODE'];
const columns = ['DATE', 'PRINCIPAL', 'INTEREST'];

/** What passes by exactly the value of the clause, and what its neighbour would have let through or refused. */
const cases: readonly (readonly [point: string, sentence: string, Validator, good: PlainFacts[], bad: PlainFacts[], code: string])[] = [
  [
    '1.2',
    'a natural person borrows, a firm does not',
    borrowerType,
    [{ borrowerType: 'NATURAL_PERSON' }],
    [{ borrowerType: 'LEGAL_ENTITY' }],
    'RU_MFO_BORROWER_TYPE_NOT_ALLOWED',
  ],
  [
    '2.2',
    'no loan is secured by anything',
    security,
    [{ securityKinds: [] }],
    [{ securityKinds: ['PLEDGE'] }, { securityKinds: ['SURETY'] }],
    'RU_MFO_SECURITY_NOT_ALLOWED',
  ],
  [
    '2.3',
    'a failed requirement is a ground of refusal, and without one it is not',
    groundNotEligible,
    [{ grounds: [grounds.notEligible], failedRequirements: ['RU_MFO_AGE_BELOW_MIN'] }],
    [{ grounds: [grounds.notEligible], failedRequirements: [] }],
    'RU_MFO_DECISION_BASIS_MISSING',
  ],
  [
    '2.3.3',
    'a requirement of the loan kind that is not met refuses',
    productRequirements,
    [{ unmetProductRequirements: [] }],
    [{ unmetProductRequirements: ['REPEAT_CLIENT'] }],
    'RU_MFO_PRODUCT_REQUIREMENT_NOT_MET',
  ],
  [
    '2.4/1',
    'an edition that is not on the site binds nobody who applies',
    editionOnSite,
    [{ editionShownIn: ['SITE'] }],
    [{ editionShownIn: [] }],
    'RU_MFO_EDITION_NOT_PRESENTED',
  ],
  [
    '2.5/1',
    'data that the check found false are a ground of refusal, reliable ones are not',
    groundData,
    [{ grounds: [grounds.data], dataReliable: false }],
    [{ grounds: [grounds.data], dataReliable: true }],
    'RU_MFO_DECISION_BASIS_MISSING',
  ],
  [
    '2.5/2',
    'solvency that falls short is a ground of refusal, enough of it is not',
    groundSolvency,
    [{ grounds: [grounds.solvency], solvent: false }],
    [{ grounds: [grounds.solvency], solvent: true }],
    'RU_MFO_DECISION_BASIS_MISSING',
  ],
  [
    '2.5/2',
    'who is not solvent enough is not approved',
    solventEnough,
    [{ solvent: true }],
    [{ solvent: false }],
    'RU_MFO_SOLVENCY_NEGATIVE',
  ],
  [
    '3.2.1',
    'without the form of the lender no application is sent',
    questionnaire,
    [{ questionnaireFilled: true }],
    [{ questionnaireFilled: false }],
    'RU_MFO_REGISTRATION_INCOMPLETE',
  ],
  [
    '3.2.2/2',
    'each application carries its own consent to the credit report',
    bureauConsent,
    [{ applicationConsents: ['CREDIT_REPORT'] }],
    [{ applicationConsents: [] }],
    'RU_MFO_CONSENT_MISSING',
  ],
  [
    '3.4.3/б',
    'any of the three sources bears an assessment, none of them or another does not',
    solvencySources,
    [{ assessmentSources: ['CLIENT_DATA'] }, { assessmentSources: ['CREDIT_BUREAU'] }, { assessmentSources: ['OTHER'] }],
    [{ assessmentSources: [] }, { assessmentSources: ['CLIENT_DOCUMENTS'] }],
    'RU_MFO_SOLVENCY_SOURCE_MISSING',
  ],
  [
    '4.5/в',
    'five elements sign the terms, and each of them is needed',
    signatureElements,
    [{ packetKind: 'TERMS', signatureElements: signed }],
    signed.map((left) => ({ packetKind: 'TERMS', signatureElements: signed.filter((element) => element !== left) })),
    'RU_MFO_SIGNATURE_ELEMENTS_MISSING',
  ],
  [
    '4.10/б',
    'a schedule names the day, the principal and the interest of each payment',
    scheduleSplit,
    [{ scheduleColumns: columns, scheduleRowsAddUp: true }],
    columns.map((left) => ({ scheduleColumns: columns.filter((column) => column !== left), scheduleRowsAddUp: true })),
    'RU_MFO_SCHEDULE_NOT_SPLIT',
  ],
];

describe('an application is judged by the clauses of the edition', () => {
  for (const [point, sentence, validator, good, bad, code] of cases)
    it(`${ID}/${point} · ${sentence}`, () => {
      const clauses = expect.arrayContaining([`${ID}/${point}`]);
      for (const facts of good) expect(judge(validator, facts)).toMatchObject({ verdict: 'PASS', clauses });
      for (const facts of bad) expect(judge(validator, facts)).toMatchObject({ verdict: 'FAIL', code, clauses });
    });

  it(`${ID}/4.3/1/предел · charges above the limit are refused up to 365 days, a day longer the limit is not asked`, () => {
    const above = { charges: new Decimal('13000.01'), decidedAmount: new Decimal('10000.00') };
    expect(judge(charges, { ...above, decidedTermDays: 365 })).toMatchObject({ code: 'RU_MFO_CHARGES_ABOVE_CAP' });
    expect(judge(charges, { ...above, charges: new Decimal('13000.00'), decidedTermDays: 365 }).verdict).toBe('PASS');
    expect(judge(charges, { ...above, decidedTermDays: 366 })).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it(`${ID}/4.3/2/текст · the statement on penalties is needed up to 365 days and no longer`, () => {
    expect(judge(penaltyStatement, { decidedTermDays: 365, firstPageStatements: [statements.penalty] }).verdict).toBe('PASS');
    expect(judge(penaltyStatement, { decidedTermDays: 365, firstPageStatements: [] })).toMatchObject({
      code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
      clauses: [`${ID}/4.3/2/текст`],
    });
    expect(judge(penaltyStatement, { decidedTermDays: 366, firstPageStatements: [] })).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });
});
