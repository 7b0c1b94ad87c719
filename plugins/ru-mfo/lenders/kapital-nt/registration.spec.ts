import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Validator } from '../../../../modules/rules';
import { balanceAccountOf } from '../../identifiers';
import { closed, stepsOf } from '../../registration/step-gate';
import { rules } from '../../rule-set';
import { judge as judgeOn, type PlainFacts, rulesOn } from '../../test-support/rule-book';
import { identification } from '../../validators/approval';
import { refusalBeforeTransfer } from '../../validators/decision';
import { officialTies, ownInterest } from '../../validators/requirements';
import { consents, emailConfirmed, questionnaire, registrationContacts } from '../../validators/submission';

const ID = 'ru-mfo/kapital-nt';
const DAY = '2023-03-01';
const resolved = rulesOn(DAY, 'kapital-nt');
const judge = (validator: Validator, facts: PlainFacts) => judgeOn(validator, facts, DAY, 'kapital-nt');

const { clauses: register } = parse(readFileSync(join(__dirname, 'clauses.yaml'), 'utf8')) as {
  clauses: { readonly id: string; readonly refusal?: string; readonly params?: Readonly<Record<string, unknown>> }[];
};
const registered = (clause: string) => register.find(({ id }) => id === clause)!;

type Name = Parameters<typeof rules.read>[1];

describe('registration by the clauses of the edition', () => {
  it.each([
    ['2/3/шлюз', 'gate.contactInfo'],
    ['3/шлюз', 'gate.passportData'],
    ['4/шлюз', 'gate.additionalInfo'],
    ['5/шлюз', 'gate.moneyReceipt'],
    ['6/шлюз', 'gate.identification'],
  ] as const)(`${ID}/%s · %s: the next step stays closed until this one is done`, (point, name) => {
    const clause = `${ID}/${point}`;
    const { from_step: from, to_step: to } = registered(clause).params as { from_step: 'CONTACT_INFO'; to_step: 'PASSPORT_DATA' };
    const steps = stepsOf(resolved);
    expect(steps[steps.indexOf(from) + 1] ?? 'REGISTERED').toBe(to);
    expect(rules.read(resolved, name)).toMatchObject({ value: true, citations: [{ clause }] });
    expect(closed(resolved, from, to)).toMatchObject({ code: 'RU_MFO_STEP_OUT_OF_ORDER', clauses: [clause] });
  });

  it.each([
    ['5/2/верно', 'card.check.exact'],
    ['5/2/неверно', 'card.check.wrong'],
  ] as const)(`${ID}/%s · %s: the sum that the client states decides on the card, and the clause names the refusal`, (point, name) => {
    const clause = `${ID}/${point}`;
    expect(rules.read(resolved, name)).toMatchObject({ value: registered(clause).refusal !== undefined, citations: [{ clause }] });
  });

  /** Lists that the document leaves to the lender's practice or to other acts: each code is accepted on purpose. */
  const lists: readonly (readonly [Name, string, string, readonly string[]])[] = [
    [
      'demand.kinds',
      '20/3/документы',
      'documents, a conversation and anything else may be asked for',
      ['INCOME_PROOF', 'QUESTIONS', 'OTHER'],
    ],
    [
      'demand.income.documents',
      '20/3/документы',
      'income is shown by any of five documents',
      ['INCOME_CERTIFICATE', 'EMPLOYER_CERTIFICATE', 'NDFL_2', 'TAX_RETURN', 'OTHER_INCOME_PROOF'],
    ],
    ['demand.questions.channels', '15/2', 'questions are put by phone or otherwise', ['PHONE', 'EMAIL', 'SITE']],
  ];
  for (const [name, point, sentence, codes] of lists)
    it(`${ID}/${point} · ${sentence}`, () => {
      const bound = rules.read(resolved, name)!;
      expect([...(bound.value as readonly string[])].sort()).toEqual([...codes].sort());
      expect(bound.citations.map(({ clause }) => clause)).toEqual([`${ID}/${point}`]);
    });

  it.each([
    ['40817810938050013199', true],
    ['40820810938050013199', true],
    ['42301810938050013199', true],
    ['42302810938050013199', false],
    ['42303810938050013199', false],
    ['42304810938050013199', true],
    ['42305810938050013199', true],
    ['42306810938050013199', true],
    ['42307810938050013199', true],
    ['42601810938050013199', true],
    ['40702810938050013199', false],
    ['40802810938050013199', false],
  ])(`${ID}/5/1/счет · an account %s, taken: %s; those of firms and traders and deposits of under 91 days are not`, (account, taken) => {
    const kinds = rules.read(resolved, 'account.balanceAccounts')!;
    expect(kinds.value.includes(balanceAccountOf(account))).toBe(taken);
    expect(kinds.citations).toMatchObject([{ clause: `${ID}/5/1/счет` }]);
  });
});

/** What passes by exactly the value of the clause, and what its neighbour would have let through or refused. */
const cases: readonly (readonly [point: string, sentence: string, Validator, good: PlainFacts[], bad: PlainFacts[], code: string])[] = [
  [
    '1/3',
    'an address of mail alone is contact enough, no contact is not',
    registrationContacts,
    [{ contacts: ['EMAIL'] }, { contacts: ['PHONE'] }],
    [{ contacts: [] }],
    'RU_MFO_FIELD_REQUIRED',
  ],
  [
    '2/1/пдн',
    'with one of the two consents nobody leaves the first step',
    consents,
    [{ consents: ['PERSONAL_DATA', 'CREDIT_REPORT'] }],
    [{ consents: ['PERSONAL_DATA'] }, { consents: ['CREDIT_REPORT'] }],
    'RU_MFO_CONSENT_MISSING',
  ],
  [
    '2/1/выгодоприобретатель',
    'who acts for another’s benefit is refused',
    ownInterest,
    [{ ownInterest: true }],
    [{ ownInterest: false }],
    'RU_MFO_DECLARATION_BENEFICIARY',
  ],
  [
    '2/1/пдл',
    'an official is refused, another’s relative is another clause’s matter',
    officialTies,
    [{ officialTies: [] }, { officialTies: ['SPOUSE'] }],
    [{ officialTies: ['SELF'] }],
    'RU_MFO_DECLARATION_PEP',
  ],
  [
    '3/шлюз',
    'without the questionnaire no application is sent',
    questionnaire,
    [{ questionnaireFilled: true }],
    [{ questionnaireFilled: false }],
    'RU_MFO_REGISTRATION_INCOMPLETE',
  ],
  [
    '6/1',
    'photos of the document identify, a visit does not',
    identification,
    [{ identificationMethods: ['DOCUMENT_PHOTOS'] }],
    [{ identificationMethods: [] }, { identificationMethods: ['IN_PERSON'] }],
    'RU_MFO_IDENTIFICATION_METHOD_MISSING',
  ],
  [
    '30',
    'the lender refuses until the transfer, and not after it',
    refusalBeforeTransfer,
    [{ transferred: false }],
    [{ transferred: true }],
    'RU_MFO_REFUSAL_TOO_LATE',
  ],
];

describe('a person is judged by the clauses of the edition', () => {
  for (const [point, sentence, validator, good, bad, code] of cases)
    it(`${ID}/${point} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject({ verdict: 'PASS', clauses: [`${ID}/${point}`] });
      for (const facts of bad) expect(judge(validator, facts)).toMatchObject({ verdict: 'FAIL', code, clauses: [`${ID}/${point}`] });
    });

  it(`${ID}/term/Зарегистрированный_адрес_электронной_почты · an address of mail that was not confirmed is no obstacle`, () => {
    for (const confirmed of [true, false]) expect(judge(emailConfirmed, { emailConfirmed: confirmed }).verdict).toBe('PASS');
  });
});
