import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LenderRules } from '../../../../modules/rules';
import { editions } from './editions';

// The register is the other source: values come from the document by it, never from the edition under test.
const { clauses: register } = parse(readFileSync(join(__dirname, 'clauses.yaml'), 'utf8')) as {
  clauses: { readonly id: string; readonly params?: Readonly<Record<string, unknown>> }[];
};
const ID = 'ru-mfo/sotovy';
const paramsOf = (point: string) => register.find(({ id }) => id === `${ID}/${point}`)!.params!;

type Params = Readonly<Record<string, unknown>>;

const COLUMNS: Readonly<Record<string, string>> = { date: 'DATE', principalRub: 'PRINCIPAL', interestRub: 'INTEREST' };
const CONTACTS: Readonly<Record<string, string>> = { phone: 'PHONE', email: 'EMAIL' };

/** Parameters whose value stands in the register, and how it is read there. */
const registered: readonly (readonly [name: string, point: string, read: (params: Params) => unknown])[] = [
  ['borrower.types', '1.2', (p) => [p.borrower_type]],
  ['citizenship', '1.2', (p) => [p.citizenship]],
  ['payout.forms', '1.3/Микрозаем', (p) => p.payout_form],
  ['security.kinds', '2.2', (p) => (p.secured === false ? [] : null)],
  ['product.requirements', '2.3.3', (p) => (String(p.source).startsWith('Информация') ? 'INFORMATION' : null)],
  ['edition.publication', '2.4/1', (p) => (p.public_access ? ['SITE'] : [])],
  ['ground.data', '2.5/1', (p) => p.effect === 'BLOCK'],
  ['ground.solvency', '2.5/2', (p) => p.effect === 'BLOCK'],
  ['registration.contacts', '3.1.2', (p) => (p.any_of as string[]).map((contact) => CONTACTS[contact])],
  ['entry.code.channels', '3.1.3', (p) => p.code_channels],
  ['credentials.channels', '3.1.4', (p) => p.channels],
  ['consents.perApplication', '3.2.2/2', (p) => [p.consent]],
  ['assessment.sources.allowed', '3.4.3/б', (p) => p.sources],
  ['charges.max', '4.3/1/предел', (p) => String(p.charges_cap_percent)],
  ['charges.upToDays', '4.3/1/предел', (p) => Number(p.term_max_years) * 365],
  ['penalty.principalOnly', '4.3/2/база', (p) => p.penalty_base === 'UNPAID_PRINCIPAL'],
  ['specialLoan.penaltyDaily', '4.4/1/неустойка', (p) => String(p.penalty_percent_per_day)],
  ['offer.within', '4.5/а', (p) => p.offer_validity_working_days],
  ['signature.elements', '4.5/в', (p) => p.signature_elements],
  // The clause repeats the term of 4.5, counted from receipt.
  ['offer.receivedWithin', '4.6', (p) => p.start === 'individual_terms_received_at' && paramsOf('4.5/а').offer_validity_working_days],
  ['schedule.columns', '4.10/б', (p) => (p.per_payment as string[]).map((column) => COLUMNS[column])],
];

describe('the edition of 2023-01-19 says what the register says', () => {
  // The edition's own word, before law: a limit of law can hide what the lender wrote.
  const { entries } = editions.timeline[0] as Extract<LenderRules['timeline'][number], { kind: 'EDITION' }>;

  for (const [name, point, read] of registered)
    it(`${ID}/${point} · ${name} has the register’s value and cites this clause`, () => {
      const [value, cited] = entries[name] as readonly [unknown, { readonly clause: string }];
      const sorted = (held: unknown) => (Array.isArray(held) ? [...held].sort() : held);
      expect(sorted(value)).toEqual(sorted(read(paramsOf(point))));
      expect(cited.clause).toBe(`${ID}/${point}`);
    });
});
