import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../schema/base';
import { acme, acmeExtensions, acmeRegister, acmeValidators, age, agreement, chargesCap, cite, pause } from '../../test/support/acme-rules';
import {
  decodeFact,
  encodeFact,
  enforce,
  type FactSet,
  findClause,
  findingOf,
  formFinding,
  resolveRules,
  reviewsDue,
  runValidator,
  runValidators,
  toFindings,
  uphold,
} from '.';
import { loadRules } from './resolve-rules';

const date = (text: string) => Temporal.PlainDate.from(text);
const rulesOn = (day: string, lender = 'acme') => resolveRules(acmeExtensions, 'acme-law', lender, day);
const facts = (changed: Parameters<typeof acme.factSet>[0] = {}): FactSet =>
  acme.factSet({
    birthDate: [date('1990-05-05'), 'PASSPORT'],
    concludedOn: [date('2024-04-01'), 'CLOCK'],
    charges: [new Decimal('100.00'), 'TERMS'],
    sum: [new Decimal('1000.00'), 'APPLICATION'],
    agreed: [true, 'QUESTIONNAIRE'],
    ...changed,
  });

describe('a validator', () => {
  it('takes its clause from the parameter that bound, so that one serves every lender', () => {
    const at = (lender: string) =>
      runValidator(
        age,
        facts({ birthDate: [date('2005-05-05'), 'PASSPORT'], concludedOn: [date('2022-08-01'), 'CLOCK'] }),
        rulesOn('2024-01-01', lender),
      );
    expect(at('acme')).toMatchObject({
      verdict: 'FAIL',
      code: 'ACME_TOO_YOUNG',
      clauses: ['acme/lending-act/4@2022-07-01', 'acme-law/acme/2.1'],
      edition: 'acme-law/acme/2023-03-13',
    });
    expect(at('bolt')).toMatchObject({
      verdict: 'FAIL',
      code: 'ACME_TOO_YOUNG',
      clauses: ['acme-law/bolt/2'],
      edition: 'acme-law/bolt/2022-01-01',
    });
  });

  it('cites the statute and its edition where the law is the stricter', () => {
    const verdict = runValidator(chargesCap, facts({ charges: [new Decimal('1200'), 'TERMS'] }), rulesOn('2026-05-01'));
    expect(verdict).toMatchObject({
      code: 'ACME_CHARGES_ABOVE_CAP',
      clauses: ['acme/lending-act/5/24@2026-04-01'],
      edition: 'acme/lending-act/2026-04-01',
    });
  });

  it.each([
    ['1959-04-02', 64, 'PASS'],
    ['1959-04-01', 65, 'PASS'],
    ['1958-04-02', 65, 'PASS'],
    ['1958-04-01', 66, 'FAIL'],
    ['2006-04-01', 18, 'PASS'],
    ['2006-04-02', 17, 'FAIL'],
  ])('judges a person born on %s, %i years old, as %s', (birthDate, _, verdict) => {
    expect(runValidator(age, facts({ birthDate: [date(birthDate), 'PASSPORT'] }), rulesOn('2024-04-01')).verdict).toBe(verdict);
  });

  it('is pure: it runs with clock, randomness and network throwing, on frozen facts and parameters', () => {
    const rules = rulesOn('2026-05-01');
    const given = facts();
    const expected = JSON.stringify(runValidators(acmeValidators, given, rules));
    const forbid = (owner: object, name: string) =>
      jest.spyOn(owner as never, name as never).mockImplementation((() => {
        throw new Error(`${name} was called`);
      }) as never);
    const spies = [
      forbid(Date, 'now'),
      forbid(Math, 'random'),
      forbid(globalThis, 'fetch'),
      forbid(Temporal.Now, 'instant'),
      forbid(process, 'hrtime'),
    ];
    try {
      expect(JSON.stringify(runValidators(acmeValidators, given, rules))).toBe(expected);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(Object.isFrozen(given.values)).toBe(true);
    expect(Object.isFrozen(rules.prepare(age).params)).toBe(true);
    expect(Object.isFrozen(rules.prepare(age).params['age.min'])).toBe(true);
  });

  it('reads only what it names', () => {
    acme.validator({
      id: 'acme-law.typed',
      appliesAt: ['DECIDE'],
      facts: ['sum'],
      params: ['sum.max'],
      // @ts-expect-error charges is not among its facts
      check: ({ charges }) => (charges ? { kind: 'PASS' } : { kind: 'NOT_APPLICABLE' }),
    });
    acme.validator({
      id: 'acme-law.typed-too',
      appliesAt: ['DECIDE'],
      facts: ['sum'],
      params: ['sum.max'],
      // @ts-expect-error age.min is not among its parameters
      check: (_, { 'age.min': min }) => (min ? { kind: 'PASS' } : { kind: 'NOT_APPLICABLE' }),
    });
    expect(
      rulesOn('2024-01-01')
        .validatorsAt('SUBMIT')
        .map(({ id }) => id),
    ).toEqual(['acme-law.agreement']);
  });
});

describe('a check that was not made', () => {
  const skipped = acme.validator({
    ...agreement,
    id: 'acme-law.skipped',
    facts: ['agreed'],
    optionalFacts: [],
    params: [],
    optionalParams: [],
    path: undefined,
    check: () => ({ kind: 'NOT_APPLICABLE' }),
  });
  it.each([
    ['SILENT', chargesCap, 'bolt', '2022-05-01', {}, []],
    ['UNVERIFIED', pause, 'acme', '2026-05-01', {}, []],
    ['NOT_APPLICABLE', skipped, 'acme', '2024-01-01', {}, []],
    ['FACT_MISSING', chargesCap, 'acme', '2024-01-01', { charges: undefined }, ['RULE_FACT_MISSING']],
    ['TEXT_NOT_HELD', chargesCap, 'acme', '2022-01-01', {}, ['ACME_EDITION_TEXT_NOT_HELD']],
  ] as const)('for %s lets an approval through only where nothing is wanting', (reason, validator, lender, day, changed, codes) => {
    const rules = rulesOn(day, lender);
    const verdicts = runValidators([validator], facts(changed), rules);
    expect(verdicts).toMatchObject([{ verdict: 'NOT_EVALUATED', reason }]);
    expect(toFindings(verdicts, rules).map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'BLOCKING']));
  });

  it('names what was missing', () => {
    const rules = rulesOn('2024-01-01');
    const verdicts = runValidators([chargesCap], facts({ charges: [null, 'TERMS'], sum: undefined }), rules);
    expect(toFindings(verdicts, rules)).toMatchObject([{ facts: { validator: 'acme-law.charges', missing: 'charges, sum' } }]);
  });

  it('in a gap gives one finding, on the gap, whatever the number of validators', () => {
    const rules = rulesOn('2021-02-15');
    expect(toFindings(runValidators([age, chargesCap, pause], facts(), rules), rules).map(({ code }) => code)).toEqual([
      'ACME_EDITION_GAP',
    ]);
  });

  it('with all its optional parameters silent is no pass', () => {
    const optional = acme.validator({
      id: 'acme-law.optional',
      appliesAt: ['DECIDE'],
      facts: ['sum'],
      optionalParams: ['sum.max'],
      check: () => ({ kind: 'PASS' }),
    });
    expect(runValidator(optional, facts(), rulesOn('2022-02-01', 'bolt'))).toMatchObject({
      verdict: 'NOT_EVALUATED',
      reason: 'SILENT',
      missing: ['sum.max'],
    });
  });
});

describe('findings', () => {
  it('carry code, clause, edition, path and facts of a failure', () => {
    const rules = rulesOn('2024-01-01');
    expect(
      toFindings(
        runValidators([agreement, age], facts({ agreed: [false, 'QUESTIONNAIRE'], birthDate: [date('1950-01-01'), 'PASSPORT'] }), rules),
        rules,
      ),
    ).toEqual([
      {
        code: 'ACME_NOT_AGREED',
        severity: 'BLOCKING',
        path: ['input', 'agreed'],
        clauses: ['acme-law/acme/3.1'],
        edition: 'acme-law/acme/2023-03-13',
        facts: {},
      },
      {
        code: 'ACME_TOO_OLD',
        severity: 'BLOCKING',
        clauses: ['acme-law/acme/2.1'],
        edition: 'acme-law/acme/2023-03-13',
        facts: { years: 74, concludedOn: '2024-04-01' },
      },
    ]);
  });

  it('can be made by hand, of a form or of a clause', () => {
    expect(formFinding('TERM_INVALID', ['input', 'termDays'], { max: 365 })).toEqual({
      code: 'TERM_INVALID',
      severity: 'BLOCKING',
      path: ['input', 'termDays'],
      clauses: [],
      facts: { max: 365 },
    });
    expect(findingOf('ACME_LATE', cite('acme-law/acme/1.1'), { days: 3 }, { severity: 'WARNING' })).toMatchObject({
      severity: 'WARNING',
      clauses: ['acme-law/acme/1.1'],
    });
    expect(uphold(cite('acme-law/acme/1.1'), true, 'ACME_LATE')).toBeNull();
    expect(uphold(cite('acme-law/acme/1.1'), false, 'ACME_LATE', () => ({ days: 3 }))).toMatchObject({
      code: 'ACME_LATE',
      facts: { days: 3 },
    });
    expect(enforce(cite('acme-law/acme/1.1'))).toBe('acme-law/acme/1.1');
  });

  it('lead to their clauses, of a register or of a statute', () => {
    const view = (id: string, edition: string | null) => findClause(acmeExtensions, id, edition, 'en');
    expect(view('acme-law/acme/2.2', 'acme-law/acme/2023-03-13')).toEqual({
      id: 'acme-law/acme/2.2',
      plugin: 'acme-law',
      act: acmeRegister.documents[0]!.act.en,
      point: '2.2',
      edition: 'acme-law/acme/2023-03-13',
      url: 'https://acme.example/rules',
      requires: 'Charges stay within 130 per cent.',
      interpretation: 'A-1: law binds',
    });
    expect(view('acme/lending-act/5/24@2026-04-01', null)).toMatchObject({
      act: 'Lending Act',
      point: '5/24',
      edition: 'acme/lending-act/2026-04-01',
    });
    expect(view('acme-law/acme/9', null)).toBeNull();
  });
});

describe('open-ended parameters', () => {
  const book = loadRules(acmeExtensions).get('acme-law')!;
  const due = (day: string) => reviewsDue(book, date(day)).filter(({ facts: { rules } }) => rules === 'acme-law/acme');

  it('warn from 60 days before their review, and not earlier', () => {
    expect(due('2027-04-01')).toEqual([]);
    expect(due('2027-04-02')).toHaveLength(6);
    expect(due('2027-04-02')[0]).toMatchObject({ code: 'RULE_REVIEW_DUE', severity: 'WARNING', facts: { reviewBy: '2027-06-01' } });
  });

  it('bind as before when the day has passed', () => {
    expect(due('2027-12-01').every(({ severity }) => severity === 'WARNING')).toBe(true);
    const verdicts = (day: string) => runValidators([age, chargesCap], facts({ concludedOn: [date('2027-01-01'), 'CLOCK'] }), rulesOn(day));
    expect(verdicts('2027-12-01')).toEqual(verdicts('2027-01-01'));
  });
});

describe('a fact', () => {
  it('goes to JSON and back by its kind', () => {
    const day = decodeFact('DATE', encodeFact(date('2024-02-29')));
    expect(String(day)).toBe('2024-02-29');
    expect(encodeFact(new Decimal('2.00'))).toBe(encodeFact(new Decimal('2.0')));
    expect((decodeFact('DECIMAL', '2.50') as Decimal).toFixed(2)).toBe('2.50');
    expect(decodeFact('CODES', ['A'])).toEqual(['A']);
  });

  it('that is not known has no key', () => {
    expect(Object.keys(acme.factSet({ agreed: [null, 'X'], sum: [undefined, 'X'], country: ['AA', 'X'] }).values)).toEqual(['country']);
  });
});
