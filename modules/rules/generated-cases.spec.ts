import { Temporal } from 'temporal-polyfill';
import { acme, acmeEdition, acmeExtensions, acmeRules, age, cite } from '../../test/support/acme-rules';
import { RuleBook, resolveRules, runValidator } from '.';
import { parseClauseFile } from './clause-file';

// The register is the one source, the edition the other: cases come from here and are put to the code there.
const register = parseClauseFile(
  `plugin: acme-law
document: acme
act: {en: Rules, ru: Правила, be: Правілы}
complete: false
clauses:
- id: acme-law/acme/2.1
  kind: rule
  requires: Age of 18 to 65 full years on the day of conclusion.
  params: {min_age: 18, max_age: 65}
`,
  'acme.yaml',
);
const { id, params } = register.clauses[0]!;
const bounds = params as { readonly min_age: number; readonly max_age: number };
const concludedOn = Temporal.PlainDate.from('2024-04-01');

const cases = [
  [bounds.min_age - 1, 'FAIL'],
  [bounds.min_age, 'PASS'],
  [bounds.min_age + 1, 'PASS'],
  [bounds.max_age - 1, 'PASS'],
  [bounds.max_age, 'PASS'],
  [bounds.max_age + 1, 'FAIL'],
] as const;

function verdictOf(years: number, rules = resolveRules(acmeExtensions, 'acme-law', 'acme', concludedOn)): string {
  const facts = acme.factSet({ birthDate: [concludedOn.subtract({ years }), 'PASSPORT'], concludedOn: [concludedOn, 'CLOCK'] });
  return runValidator(age, facts, rules).verdict;
}

describe('cases generated from a register', () => {
  it.each(cases)(`put ${id} to the test: %i full years, %s`, (years, verdict) => {
    expect(verdictOf(years)).toBe(verdict);
  });

  it('rest on the same numbers as the edition', () => {
    const { entries } = acmeEdition;
    expect([entries['age.min'], entries['age.max']]).toEqual([
      [bounds.min_age, cite('acme-law/acme/2.1')],
      [bounds.max_age, cite('acme-law/acme/2.1')],
    ]);
  });

  it.each([
    ['age.min', -1],
    ['age.min', 1],
    ['age.max', -1],
    ['age.max', 1],
  ] as const)('notice when %s moves by %i', (name, by) => {
    const [value, citation] = acmeEdition.entries[name] as readonly [number, ReturnType<typeof cite>];
    const moved = acme.edition('2023-03-13', null, acmeEdition.citation, {
      ...acmeEdition.entries,
      [name]: [value + by, citation],
    } as never);
    const rules = new RuleBook(acme, [acme.lender('acme-law/acme', { ...acmeRules, timeline: [moved] })], [], []).resolve(
      'acme',
      concludedOn,
    );
    expect(cases.filter(([years, verdict]) => verdictOf(years, rules) !== verdict)).toHaveLength(1);
  });

  it('take the day before and the first day of every entry of a timeline', () => {
    const seen = acmeRules.timeline
      .flatMap(({ from }) => [Temporal.PlainDate.from(from).subtract({ days: 1 }).toString(), from])
      .map((day) => {
        const { edition, finding } = resolveRules(acmeExtensions, 'acme-law', 'acme', day);
        return `${day} ${edition?.from ?? '—'} ${finding?.code ?? 'held'}`;
      });
    expect(seen).toEqual([
      '2019-12-31 — ACME_EDITION_GAP',
      '2020-01-01 2020-01-01 held',
      '2021-02-01 2020-01-01 held',
      '2021-02-02 — ACME_EDITION_GAP',
      '2021-03-01 — ACME_EDITION_GAP',
      '2021-03-02 2021-03-02 ACME_EDITION_TEXT_NOT_HELD',
      '2023-03-12 2021-03-02 ACME_EDITION_TEXT_NOT_HELD',
      '2023-03-13 2023-03-13 held',
    ]);
  });
});
