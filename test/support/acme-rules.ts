import {
  type ClauseRegister,
  citer,
  fail,
  gap,
  pass,
  ruleClauses,
  ruleEditions,
  ruleParameters,
  ruleSet,
  ruleStatutes,
  ruleValidators,
  silent,
  textNotHeld,
} from '../../modules/rules';
import type { Extensions } from '../../schema/base';

/** An invented plugin, `acme-law`, with two lenders and one act: what rules look like, for tests of the engine. */
export type AcmeClauseId =
  | 'acme-law/acme/1.1'
  | 'acme-law/acme/2.1'
  | 'acme-law/acme/2.2'
  | 'acme-law/acme/2.3'
  | 'acme-law/acme/3.1'
  | 'acme-law/acme/editions/2020'
  | 'acme-law/acme/editions/2021-gap'
  | 'acme-law/acme/editions/2021'
  | 'acme-law/acme/editions/2023'
  | 'acme-law/bolt/1'
  | 'acme-law/bolt/2';

export const cite = citer<AcmeClauseId>('acme-law');

export const acme = ruleSet('acme-law', {
  parameters: {
    'age.min': { unit: 'FULL_YEARS', stricter: 'HIGHER' },
    'age.max': { unit: 'FULL_YEARS', stricter: 'LOWER', notBelow: 'age.min' },
    'charges.cap': { unit: 'PERCENT', stricter: 'LOWER' },
    'sum.max': { unit: 'MONEY', stricter: 'LOWER', currency: 'EUR' },
    'pause.hours': { unit: 'HOURS', stricter: 'HIGHER' },
    'rate.yearDays': { unit: 'DAYS', stricter: 'NONE', use: 'CALCULATION' },
    countries: { unit: 'CODES', stricter: 'INTERSECTION' },
    papers: { unit: 'CODES', stricter: 'UNION' },
  },
  facts: { birthDate: 'DATE', concludedOn: 'DATE', charges: 'DECIMAL', sum: 'DECIMAL', country: 'CODE', papers: 'CODES', agreed: 'FLAG' },
  codes: { gap: 'ACME_EDITION_GAP', textNotHeld: 'ACME_EDITION_TEXT_NOT_HELD' },
});

export const acmeEdition = acme.edition('2023-03-13', null, cite('acme-law/acme/editions/2023'), {
  'age.min': [18, cite('acme-law/acme/2.1')],
  'age.max': [65, cite('acme-law/acme/2.1')],
  'charges.cap': ['130.00', cite('acme-law/acme/2.2')],
  'sum.max': ['30000.00', cite('acme-law/acme/2.3')],
  'pause.hours': silent,
  'rate.yearDays': silent,
  countries: [['AA', 'BB'], cite('acme-law/acme/3.1')],
  papers: [['PASSPORT'], cite('acme-law/acme/3.1')],
});

export const acmeRules = acme.lender('acme-law/acme', {
  chosenBy: 'CONCLUDED_ON',
  basis: cite('acme-law/acme/1.1'),
  reviewBy: '2027-06-01',
  timeline: [
    acme.edition('2020-01-01', '2021-02-02', cite('acme-law/acme/editions/2020'), {
      ...acmeEdition.entries,
      'age.max': [70, cite('acme-law/acme/2.1')],
    } as never),
    gap('2021-02-02', '2021-03-02', cite('acme-law/acme/editions/2021-gap')),
    textNotHeld('2021-03-02', '2023-03-13', cite('acme-law/acme/editions/2021')),
    acmeEdition,
  ],
});

export const boltRules = acme.lender('acme-law/bolt', {
  chosenBy: 'CONCLUDED_ON',
  basis: cite('acme-law/bolt/1'),
  reviewBy: '2027-06-01',
  timeline: [
    acme.edition('2022-01-01', null, cite('acme-law/bolt/1'), {
      'age.min': [21, cite('acme-law/bolt/2')],
      'age.max': silent,
      'charges.cap': silent,
      'sum.max': silent,
      'pause.hours': silent,
      'rate.yearDays': silent,
      countries: silent,
      papers: silent,
    }),
  ],
});

export const act = acme.statute('acme/lending-act', {
  act: { en: 'Lending Act', ru: 'Закон о займах', be: 'Закон аб пазыках' },
  chosenBy: 'CONCLUDED_ON',
  reviewBy: '2027-01-01',
  timeline: [
    acme.law('2022-07-01', '2026-04-01', {
      'charges.cap': ['130', '5/24', { confidence: 'READ' }],
      'age.min': [18, '4', { confidence: 'READ' }],
    }),
    acme.law('2026-04-01', null, {
      'charges.cap': ['100', '5/24', { confidence: 'SECONDARY' }],
      'age.min': [18, '4', { confidence: 'READ' }],
      'pause.hours': [4, '7/2', { confidence: 'RECALLED' }],
      'rate.yearDays': [365, '6/2', { confidence: 'RECALLED' }],
      countries: [['BB', 'CC'], '8', { confidence: 'READ' }],
      papers: [['TAX_NUMBER'], '9', { confidence: 'READ' }],
    }),
  ],
});

export const age = acme.validator({
  id: 'acme-law.age',
  appliesAt: ['DECIDE'],
  facts: ['birthDate', 'concludedOn'],
  optionalParams: ['age.min', 'age.max'],
  check: ({ birthDate, concludedOn }, { 'age.min': min, 'age.max': max }) => {
    const { years } = birthDate.until(concludedOn, { largestUnit: 'year' });
    const facts = { years, concludedOn: concludedOn.toString() };
    if (min && years < min.value) return fail('ACME_TOO_YOUNG', min, facts);
    if (max && years > max.value) return fail('ACME_TOO_OLD', max, facts);
    return pass;
  },
});

export const chargesCap = acme.validator({
  id: 'acme-law.charges',
  appliesAt: ['DECIDE'],
  facts: ['charges', 'sum'],
  params: ['charges.cap'],
  check: ({ charges, sum }, { 'charges.cap': cap }) =>
    charges.lte(sum.mul(cap.decimal).div(100))
      ? pass
      : fail('ACME_CHARGES_ABOVE_CAP', cap, { charges: charges.toFixed(2), cap: cap.value }),
});

export const agreement = acme.validator({
  id: 'acme-law.agreement',
  appliesAt: ['SUBMIT', 'DECIDE'],
  facts: ['agreed'],
  cites: [cite('acme-law/acme/3.1')],
  path: ['input', 'agreed'],
  check: ({ agreed }) => (agreed ? pass : fail('ACME_NOT_AGREED', cite('acme-law/acme/3.1'))),
});

export const pause = acme.validator({
  id: 'acme-law.pause',
  appliesAt: ['DECIDE'],
  facts: ['concludedOn'],
  params: ['pause.hours'],
  check: () => pass,
});

export const acmeRegister: ClauseRegister = {
  plugin: 'acme-law',
  documents: [
    {
      document: 'acme',
      act: { en: 'Rules of Acme', ru: 'Правила Acme', be: 'Правілы Acme' },
      url: 'https://acme.example/rules',
      complete: false,
    },
  ],
  clauses: [
    { id: 'acme-law/acme/2.1', document: 'acme', kind: 'rule', requires: 'Age of 18 to 65 on the day of conclusion.' },
    {
      id: 'acme-law/acme/2.2',
      document: 'acme',
      kind: 'rule',
      requires: 'Charges stay within 130 per cent.',
      interpretation: 'A-1: law binds',
    },
  ],
};

/** What plugins contributed, from a list of point and value. */
export function fixtureExtensions(
  contributions: ReadonlyArray<readonly [point: { readonly id: string }, plugin: string, value: unknown]>,
): Extensions {
  const ofPoint = (id: string) =>
    contributions.filter(([point]) => point.id === id).map(([, plugin, value]) => ({ plugin, value: value as never }));
  return {
    all: (point) => ofPoint(point.id),
    of: (point, plugin) =>
      ofPoint(point.id)
        .filter((one) => one.plugin === plugin)
        .map(({ value }) => value),
  };
}

export const acmeValidators = [age, chargesCap, agreement, pause];

export const acmeExtensions = fixtureExtensions([
  [ruleParameters, 'acme-law', acme],
  [ruleEditions, 'acme-law', acmeRules],
  [ruleEditions, 'acme-law', boltRules],
  [ruleStatutes, 'acme-law', act],
  [ruleClauses, 'acme-law', acmeRegister],
  ...acmeValidators.map((validator) => [ruleValidators, 'acme-law', validator] as const),
]);
