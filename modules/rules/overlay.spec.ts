import fc from 'fast-check';
import { acmeExtensions } from '../../test/support/acme-rules';
import { resolveRules } from '.';
import { type Candidate, compare, overlay, stricterOf } from './overlay';
import type { ParameterDeclaration, ParameterValue } from './parameter';

const decimal = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.constantFrom(0, 1, 2)).map(([whole, places]) => whole.toFixed(places));
const codes = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'));
const kinds: ReadonlyArray<readonly [ParameterDeclaration, fc.Arbitrary<ParameterValue>]> = [
  [{ unit: 'DAYS', stricter: 'LOWER' }, fc.integer()],
  [{ unit: 'DAYS', stricter: 'HIGHER' }, fc.integer()],
  [{ unit: 'MONEY', stricter: 'LOWER' }, decimal],
  [{ unit: 'PERCENT', stricter: 'HIGHER' }, decimal],
  [{ unit: 'FLAG', stricter: 'HIGHER' }, fc.boolean()],
  [{ unit: 'DATE', stricter: 'LOWER' }, fc.integer({ min: 10, max: 99 }).map((year) => `20${year}-01-01`)],
  [{ unit: 'CODES', stricter: 'INTERSECTION' }, codes],
  [{ unit: 'CODES', stricter: 'UNION' }, codes],
];
const name = ({ unit, stricter }: ParameterDeclaration) => `${unit} ${stricter}`;

const candidate = (value: ParameterValue, index: number): Candidate => ({
  layer: index === 0 ? 'lender' : 'statute',
  value,
  citation: { clause: `c${index}` },
  edition: `e${index}`,
  from: '2020-01-01',
  confidence: 'READ',
});

/** Whether `a` binds at least as much as `b`. */
function atLeastAsStrict({ stricter }: ParameterDeclaration, a: ParameterValue, b: ParameterValue): boolean {
  const within = (inner: ParameterValue, outer: ParameterValue) => (inner as string[]).every((code) => (outer as string[]).includes(code));
  if (stricter === 'INTERSECTION') return within(a, b);
  if (stricter === 'UNION') return within(b, a);
  return stricter === 'LOWER' ? compare(a, b) <= 0 : compare(a, b) >= 0;
}

describe.each(kinds.map(([declaration, values]) => [name(declaration), declaration, values] as const))(
  'the overlay of %s',
  (_, declaration, values) => {
    it('does not depend on the order', () => {
      fc.assert(
        fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), fc.func(fc.integer()), (list, order) => {
          const candidates = list.map(candidate);
          const shuffled = [...candidates].sort((a, b) => order(a.edition) - order(b.edition));
          const [one, other] = [overlay(declaration, candidates), overlay(declaration, shuffled)];
          expect(other.value).toEqual(one.value);
          expect(new Set(other.bound)).toEqual(new Set(one.bound));
        }),
      );
    });

    it('changes nothing when repeated', () => {
      fc.assert(
        fc.property(values, values, (a, b) => {
          const once = stricterOf(declaration, a, b);
          expect(stricterOf(declaration, once, b)).toEqual(once);
          expect(stricterOf(declaration, once, a)).toEqual(once);
        }),
      );
    });

    it('is never looser than either', () => {
      fc.assert(
        fc.property(values, values, (a, b) => {
          const value = stricterOf(declaration, a, b);
          expect(atLeastAsStrict(declaration, value, a) && atLeastAsStrict(declaration, value, b)).toBe(true);
        }),
      );
    });

    it('cites both on a tie', () => {
      fc.assert(
        fc.property(values, (value) => {
          expect(overlay(declaration, [candidate(value, 0), candidate(value, 1)]).bound.map(({ layer }) => layer)).toEqual([
            'lender',
            'statute',
          ]);
        }),
      );
    });
  },
);

describe('the trace of a parameter', () => {
  const on = (day: string) => resolveRules(acmeExtensions, 'acme-law', 'acme', day);

  it('shows both candidates and who bound', () => {
    expect(on('2026-05-01').parameter('charges.cap').trace).toEqual({
      param: 'charges.cap',
      unit: 'PERCENT',
      value: '100',
      bound: ['statute'],
      candidates: [
        {
          layer: 'statute',
          value: '100',
          clause: 'acme/lending-act/5/24@2026-04-01',
          edition: 'acme/lending-act/2026-04-01',
          from: '2026-04-01',
          verified: true,
          confidence: 'SECONDARY',
          counted: true,
        },
        {
          layer: 'lender',
          value: '130',
          clause: 'acme-law/acme/2.2',
          edition: 'acme-law/acme/2023-03-13',
          from: '2023-03-13',
          verified: true,
          confidence: 'READ',
          counted: true,
        },
      ],
    });
  });

  it('names both layers on a tie, whatever zeros follow', () => {
    expect(on('2026-03-31').parameter('charges.cap').trace).toMatchObject({ value: '130', bound: ['statute', 'lender'] });
    expect(
      on('2026-03-31')
        .parameter('charges.cap')
        .bound?.citations.map(({ clause }) => clause),
    ).toEqual(['acme/lending-act/5/24@2022-07-01', 'acme-law/acme/2.2']);
  });

  it('shows a set that both layers made', () => {
    expect(on('2026-05-01').parameter('countries').trace).toMatchObject({ value: ['BB'], bound: ['statute', 'lender'] });
    expect(on('2026-05-01').parameter('papers').trace).toMatchObject({ value: ['PASSPORT', 'TAX_NUMBER'], bound: ['statute', 'lender'] });
  });

  it('keeps an unconfirmed limit off and uses an unconfirmed value that a calculation needs', () => {
    const rules = on('2026-05-01');
    expect(rules.parameter('pause.hours').trace).toMatchObject({
      value: null,
      reason: 'UNVERIFIED',
      bound: [],
      candidates: [{ verified: false, counted: false }],
    });
    expect(rules.parameter('rate.yearDays').trace).toMatchObject({
      value: 365,
      bound: ['statute'],
      candidates: [{ verified: false, counted: true }],
    });
  });

  it('has no step without clause and edition', () => {
    for (const day of ['2020-06-01', '2021-02-15', '2022-01-01', '2024-01-01', '2026-05-01']) {
      for (const { candidates, reason, value } of on(day).trace) {
        expect(value === null).toBe(reason !== undefined);
        for (const step of candidates) expect([step.clause, step.edition, step.from].every((text) => text.length > 0)).toBe(true);
      }
    }
  });

  it('is made once for a day’s rules', () => {
    expect(on('2026-05-01')).toBe(on('2026-06-01'));
    expect(on('2026-03-31')).not.toBe(on('2026-04-01'));
  });
});
