import { Temporal } from 'temporal-polyfill';
import { acme, acmeEdition, acmeExtensions, acmeRules, act, age, boltRules, cite } from '../../test/support/acme-rules';
import { gap, notInForce, RuleBook, RulesLoadError, resolveRules, silent } from '.';

const on = (day: string) => resolveRules(acmeExtensions, 'acme-law', 'acme', Temporal.PlainDate.from(day));
const { entries } = acmeEdition;
const edition = (from: string, to: string | null, changed: object = {}) =>
  acme.edition(from, to, cite('acme-law/acme/editions/2020'), { ...entries, ...changed } as never);
const lender = (...timeline: Parameters<typeof acme.lender>[1]['timeline']) =>
  acme.lender('acme-law/acme', { chosenBy: 'CONCLUDED_ON', basis: cite('acme-law/acme/1.1'), reviewBy: '2027-01-01', timeline });

describe('editions', () => {
  it.each([
    ['2021-02-01', 'acme-law/acme/2020-01-01', undefined],
    ['2021-02-02', undefined, 'ACME_EDITION_GAP'],
    ['2021-03-01', undefined, 'ACME_EDITION_GAP'],
    ['2021-03-02', 'acme-law/acme/2021-03-02', 'ACME_EDITION_TEXT_NOT_HELD'],
    ['2023-03-12', 'acme-law/acme/2021-03-02', 'ACME_EDITION_TEXT_NOT_HELD'],
    ['2023-03-13', 'acme-law/acme/2023-03-13', undefined],
    ['2099-12-31', 'acme-law/acme/2023-03-13', undefined],
  ])('of %s is %s, finding %s', (day, id, code) => {
    const rules = on(day);
    expect([rules.edition?.id, rules.finding?.code]).toEqual([id, code]);
  });

  it('name both neighbours of a gap and its clause', () => {
    expect(on('2021-02-15').finding).toEqual({
      code: 'ACME_EDITION_GAP',
      severity: 'BLOCKING',
      clauses: ['acme-law/acme/editions/2021-gap'],
      facts: { on: '2021-02-15', before: 'acme-law/acme/2020-01-01', after: 'acme-law/acme/2021-03-02' },
    });
  });

  it('have a day before the first, which is a finding as well', () => {
    expect(on('2019-12-31').finding).toMatchObject({ code: 'ACME_EDITION_GAP', facts: { before: '—', after: 'acme-law/acme/2020-01-01' } });
  });

  it('can be chosen by an officer for a day that has none', () => {
    const rules = resolveRules(acmeExtensions, 'acme-law', 'acme', '2021-02-15', { edition: 'acme-law/acme/2020-01-01' });
    expect(rules.finding).toBeNull();
    expect(rules.edition).toMatchObject({ id: 'acme-law/acme/2020-01-01', basis: 'OFFICER' });
  });

  it('and statutes can be chosen by days of their own', () => {
    const book = new RuleBook(acme, [acmeRules], [{ ...act, chosenBy: 'PAID_ON' }], []);
    const cap = (dates: Record<string, string>) => book.resolve('acme', '2024-01-01', { dates }).parameter('charges.cap').bound?.value;
    expect([cap({}), cap({ PAID_ON: '2026-05-01' })]).toEqual(['130.00', '100']);
  });

  it('have a hash that changes with any value, and not with the way a decimal is written', () => {
    const hash = (changed: object) =>
      new RuleBook(acme, [lender(edition('2023-01-01', null, changed))], [], []).resolve('acme', '2024-01-01').edition?.sha256;
    const cited = cite('acme-law/acme/2.2');
    expect(hash({ 'charges.cap': ['130.0', cited] })).toBe(hash({ 'charges.cap': ['130', cited] }));
    expect(hash({ 'charges.cap': ['131', cited] })).not.toBe(hash({ 'charges.cap': ['130', cited] }));
    expect(hash({ 'charges.cap': ['130', cite('acme-law/acme/2.3')] })).not.toBe(hash({ 'charges.cap': ['130', cited] }));
  });
});

describe('loading', () => {
  const clause = cite('acme-law/acme/editions/2021-gap');
  it.each<[string, () => unknown, string]>([
    ['an overlap', () => lender(edition('2020-01-01', '2021-01-02'), edition('2021-01-01', null)), 'overlaps'],
    ['anything after an open end', () => lender(edition('2020-01-01', null), edition('2021-01-01', null)), 'overlaps'],
    ['a hole without an entry', () => lender(edition('2020-01-01', '2021-01-01'), edition('2021-01-02', null)), 'a gap is an entry'],
    ['an end before the beginning', () => lender(edition('2020-01-01', '2020-01-01')), 'ends before it begins'],
    ['a day that does not exist', () => lender(edition('2023-02-29', null)), 'no calendar day'],
    ['an empty timeline', () => lender(), 'empty'],
    ['an unknown parameter', () => lender(edition('2020-01-01', null, { 'age.mx': [65, clause] })), 'no declared parameter'],
    ['a parameter left out', () => lender(edition('2020-01-01', null, { 'age.max': undefined })), 'neither a value nor'],
    ['a wrong type of value', () => lender(edition('2020-01-01', null, { 'age.max': ['65', clause] })), 'no whole number'],
    ['a sum that is a float', () => lender(edition('2020-01-01', null, { 'sum.max': [300.5, clause] })), 'no decimal string'],
    ['a code given twice', () => lender(edition('2020-01-01', null, { countries: [['AA', 'AA'], clause] })), 'no set of codes'],
    [
      'a minimum above its maximum',
      () => new RuleBook(acme, [lender(edition('2020-01-01', null, { 'age.max': [17, clause] }))], [], []),
      'lies above age.max',
    ],
    [
      'a minimum above its maximum only after overlay',
      () => new RuleBook(acme, [lender(edition('2020-01-01', null, { 'age.min': silent, 'age.max': [17, clause] }))], [act], []),
      'under acme/lending-act/2022-07-01: age.min (18) lies above age.max (17)',
    ],
    [
      'two values of which neither is stricter',
      () => new RuleBook(acme, [lender(edition('2020-01-01', null, { 'rate.yearDays': [360, clause] }))], [act], []),
      'neither is stricter',
    ],
    ['two rule sets of one lender', () => new RuleBook(acme, [acmeRules, acmeRules], [], []), 'already has the rules'],
    ['two validators of one name', () => new RuleBook(acme, [boltRules], [], [age, age]), 'two validators'],
    [
      'a validator without a clause',
      () => acme.validator({ id: 'x', appliesAt: ['DECIDE'], facts: ['sum'], check: () => ({ kind: 'PASS' }) }),
      'rests on no clause',
    ],
    [
      'a hole in a statute',
      () => acme.statute('a', { ...act, timeline: [acme.law('2020-01-01', '2021-01-01', {}), acme.law('2022-01-01', null, {})] }),
      'a gap is an entry',
    ],
  ])('refuses %s', (_, load, sentence) => {
    expect(load).toThrow(RulesLoadError);
    expect(load).toThrow(sentence);
  });

  it('accepts a gap, and a statute that was not in force', () => {
    expect(
      lender(edition('2020-01-01', '2021-01-01'), gap('2021-01-01', '2021-02-01', clause), edition('2021-02-01', null)).timeline,
    ).toHaveLength(3);
    expect(
      acme.statute('a', { ...act, timeline: [acme.law('2020-01-01', '2021-01-01', {}), notInForce('2021-01-01', null)] }).timeline,
    ).toHaveLength(2);
  });
});

describe('the compiler', () => {
  it('refuses a parameter without an entry, another unit, and an unknown clause', () => {
    const { 'age.max': _, ...without } = entries as Parameters<typeof acme.edition>[3];
    // @ts-expect-error age.max is left out
    const left = acme.edition('2023-01-01', null, cite('acme-law/acme/1.1'), without);
    expect(() => lender(left)).toThrow('neither a value nor');
    // @ts-expect-error full years are a number
    const wrongUnit: Parameters<typeof acme.edition>[3]['age.min'] = ['18', cite('acme-law/acme/2.1')];
    expect(wrongUnit).toHaveLength(2);
    // @ts-expect-error no clause 2.9 in the register
    expect(cite('acme-law/acme/2.9').clause).toBe('acme-law/acme/2.9');
    // @ts-expect-error the direction of a set is no LOWER
    const direction: import('.').ParameterDeclaration = { unit: 'CODES', stricter: 'LOWER' };
    expect(direction.unit).toBe('CODES');
  });

  it('cannot be talked into a clause of another plugin', () => {
    expect(() => cite('other/1' as never)).toThrow('no clause of acme-law');
    expect(Object.isFrozen(cite('acme-law/acme/1.1'))).toBe(true);
  });
});
