import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Validator, Verdict } from '../../../modules/rules';
import { judge, rulesOn } from '../test-support/rule-book';
import { address, age, capacity, citizenship, contacts, fullYears, officialTies, ownInterest, payoutKinds } from './requirements';

type Facts = Parameters<typeof judge>[1];

const day = (iso: string) => Temporal.PlainDate.from(iso);
const aged = (birthDate: string, concludedOn: string) => judge(age, { birthDate: day(birthDate), concludedOn: day(concludedOn) });
const failed = (code: string, clause: string): Partial<Verdict> => ({
  verdict: 'FAIL',
  code,
  clauses: [clause],
  edition: 'ru-mfo/veritas/2023-03-13',
});
const passed = (clause: string): Partial<Verdict> => ({ verdict: 'PASS', clauses: [clause] });

describe('the requirements to a borrower', () => {
  it('ru-mfo/veritas/2.3/а · 66 on the conclusion day is refused, 65 full years is not', () => {
    expect(aged('1957-04-28', '2023-04-27')).toMatchObject(passed('ru-mfo/veritas/2.3/а'));
    expect(aged('1957-04-28', '2023-04-28')).toMatchObject({
      ...failed('RU_MFO_AGE_ABOVE_MAX', 'ru-mfo/veritas/2.3/а'),
      facts: { years: 66, limit: 65 },
    });
  });

  it('ru-mfo/veritas/2.3/а · 18 on the conclusion day is enough, a day less is refused', () => {
    expect(aged('2005-04-28', '2023-04-28')).toMatchObject(passed('ru-mfo/veritas/2.3/а'));
    expect(aged('2005-04-29', '2023-04-28')).toMatchObject({
      ...failed('RU_MFO_AGE_BELOW_MIN', 'ru-mfo/veritas/2.3/а'),
      facts: { years: 17, limit: 18 },
    });
  });

  it('ru-mfo/veritas/2.3/а · one born on 29 February comes of age on 1 March of a common year', () => {
    expect(aged('2004-02-29', '2022-02-28').verdict).toBe('FAIL');
    expect(aged('2004-02-29', '2022-03-01').verdict).toBe('PASS');
  });

  it('ru-mfo/veritas/2.3/а · age changes on birthdays only, by one', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => day('1920-01-01').add({ days: n }));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40_000 }), (birthDate, lived) => {
        const on = birthDate.add({ days: lived });
        const birthday = on.month === birthDate.month && on.day === birthDate.day;
        const leapling = birthDate.month === 2 && birthDate.day === 29 && on.month === 3 && on.day === 1 && !on.inLeapYear;
        expect(fullYears(birthDate, on) - fullYears(birthDate, on.subtract({ days: 1 }))).toBe(birthday || leapling ? 1 : 0);
        const { verdict } = judge(age, { birthDate, concludedOn: on });
        const years = fullYears(birthDate, on);
        expect(verdict).toBe(years >= 18 && years <= 65 ? 'PASS' : 'FAIL');
      }),
    );
  });

  const cases: [clause: string, sentence: string, validator: Validator, good: Facts[], bad: Facts[], code: string][] = [
    [
      '2.3/б',
      'a citizen of another state is refused',
      citizenship,
      [{ citizenship: 'RU' }],
      [{ citizenship: 'UZ' }, { citizenship: 'BY' }],
      'RU_MFO_CITIZENSHIP_REQUIRED',
    ],
    [
      '2.3/в',
      'an address of actual living alone is refused, residence or stay is enough',
      address,
      [{ addressKinds: ['RESIDENCE'] }, { addressKinds: ['STAY'] }, { addressKinds: ['ACTUAL', 'STAY'] }],
      [{ addressKinds: ['ACTUAL'] }, { addressKinds: [] }],
      'RU_MFO_REGISTRATION_REQUIRED',
    ],
    [
      '2.3/г',
      'neither account nor card is refused, one of them is enough',
      payoutKinds,
      [{ payoutKinds: ['BANK_ACCOUNT_RU'] }, { payoutKinds: ['PAYMENT_CARD'] }, { payoutKinds: ['BANK_ACCOUNT_RU', 'PAYMENT_CARD'] }],
      [{ payoutKinds: [] }, { payoutKinds: ['BANK_ACCOUNT_FOREIGN'] }],
      'RU_MFO_BANK_ACCOUNT_REQUIRED',
    ],
    [
      '2.3/д',
      'limited legal capacity is refused',
      capacity,
      [{ fullCapacity: true }],
      [{ fullCapacity: false }],
      'RU_MFO_LEGAL_CAPACITY_REQUIRED',
    ],
    [
      '2.3/е',
      'acting for somebody else is refused',
      ownInterest,
      [{ ownInterest: true }],
      [{ ownInterest: false }],
      'RU_MFO_DECLARATION_BENEFICIARY',
    ],
    [
      '2.3/ж',
      'a foreign public official, a spouse or a close relative is refused, a cousin is not',
      officialTies,
      [{ officialTies: [] }, { officialTies: ['COUSIN'] }],
      ['SELF', 'SPOUSE', 'PARENT', 'CHILD', 'GRANDPARENT', 'GRANDCHILD', 'SIBLING', 'HALF_SIBLING', 'ADOPTER', 'ADOPTEE'].map((tie) => ({
        officialTies: [tie],
      })),
      'RU_MFO_DECLARATION_PEP',
    ],
    [
      '2.3/з',
      'a phone without an e-mail address is refused, and the other way round',
      contacts,
      [{ contacts: ['PHONE', 'EMAIL'] }],
      [{ contacts: ['PHONE'] }, { contacts: ['EMAIL'] }, { contacts: [] }],
      'RU_MFO_CONTACTS_REQUIRED',
    ],
  ];

  for (const [point, sentence, validator, good, bad, code] of cases) {
    const clause = `ru-mfo/veritas/${point}`;
    it(`${clause} · ${sentence}`, () => {
      for (const facts of good) expect(judge(validator, facts)).toMatchObject(passed(clause));
      for (const facts of bad) expect(judge(validator, facts)).toMatchObject(failed(code, clause));
    });
  }

  it('are judged only with the facts known: a missing one is named and blocks', () => {
    expect(judge(citizenship, {})).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'FACT_MISSING', missing: ['citizenship'] });
  });

  it('of an edition whose text is not held are not judged at all', () => {
    expect(judge(citizenship, { citizenship: 'UZ' }, '2023-03-12')).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'TEXT_NOT_HELD' });
    expect(rulesOn('2023-03-12').finding?.code).toBe('RU_MFO_EDITION_TEXT_NOT_HELD');
  });
});
