import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LenderRules } from '../../../../modules/rules';
import { rules } from '../../rule-set';
import { rulesOn } from '../../test-support/rule-book';
import { editions as veritas } from './editions';

// The register is the other source: values come from the document by it, never from the edition under test.
const { clauses: register } = parse(readFileSync(join(__dirname, 'clauses.yaml'), 'utf8')) as {
  clauses: { readonly id: string; readonly params?: Readonly<Record<string, unknown>> }[];
};
const paramsOf = (clause: string) => register.find(({ id }) => id === clause)!.params!;

type Name = Parameters<typeof rules.read>[1];
type Params = Readonly<Record<string, unknown>>;

const roubles = (whole: unknown) => `${whole}.00`;

/** Parameters whose value stands in the register, and how it is read there. */
const registered: readonly (readonly [Name, string, (params: Params) => unknown])[] = [
  ['age.min', '2.3/а', (p) => p.min_age_years],
  ['age.max', '2.3/а', (p) => p.max_age_years],
  ['citizenship', '2.3/б', (p) => [p.citizenship]],
  ['address.kinds', '2.3/в', (p) => p.registration_kinds],
  ['payout.kinds', '2.3/г', (p) => p.any_of],
  ['official.ties', '2.3/ж', (p) => ['SELF', ...(p.relations as string[])]],
  ['contacts', '2.3/з', (p) => (p.phone_required && p.email_required ? ['PHONE', 'EMAIL'] : [])],
  ['registration.contacts', '3.1', (p) => (p.any_of as string[]).map((contact) => ({ mobilePhone: 'PHONE', email: 'EMAIL' })[contact])],
  [
    'application.fields',
    '2.5',
    (p) => (p.fields as string[]).map((field) => ({ desiredAmountRub: 'AMOUNT', desiredTermDays: 'TERM' })[field]),
  ],
  ['email.confirmed', '1.9', (p) => p.email_confirmation_required],
  ['consents', '3.2', (p) => p.consents],
  ['application.place', '1.10', (p) => [p.channel]],
  ['application.channels', '2.6', (p) => [p.channel]],
  ['identification.methods', '1.12', (p) => p.methods],
  ['assessment.sources', '3.12.1/б', (p) => p.sources],
  ['demand.kinds', '3.6', (p) => p.demand_kinds],
  ['demand.selfie.documents', '3.6.1', (p) => [p.document]],
  ['demand.extra.documents', '3.6.2', (p) => p.document_kinds],
  ['demand.income.documents', '3.6.3', (p) => p.document_kinds],
  ['demand.questions.channels', '3.6.4', (p) => p.channels],
  ['decision.within', '3.8', (p) => p.decision_max_working_days],
  ['decision.final', '3.10', (p) => p.final],
  ['notice.decision.anyOf', '3.11', (p) => p.any_of],
  ['acceptance.choices', '4.1/в', (p) => p.choices],
  ['conclusion.requires', '1.1/б', (p) => p.conclusion_requires],
  ['transfer.within', '4.6/б', (p) => p.disbursement_max_banking_days],
  ['edition.publication', '6.2/в', (p) => p.publication],
  ['acceptance.method', '4.3', (p) => (p.offeror === 'LENDER' ? 'BUTTON' : 'CODE')],
  ['line.schedulePlaces', '4.7/б', (p) => (p.item6_required === false ? ['PERSONAL_ACCOUNT'] : [])],
  ['topUp.channels', '5.1/а', (p) => [p.channel]],
  ['topUp.termMax', '5.1/б', (p) => p.topup_max_term_days],
  ['topUp.fields', '5.3', (p) => (p.fields as string[]).map((field) => ({ additionalAmountRub: 'AMOUNT' })[field])],
  ['topUp.payoutFields', '5.4/б', (p) => (p.fields as string[]).map((field) => ({ payoutMethod: 'PAYOUT_METHOD' })[field])],
  ['topUp.codeChannels', '5.7', (p) => p.delivery],
  ['tranche.channels', '5.1.1/а', (p) => [p.channel]],
  ['tranche.min', '5.1.1/б', (p) => roubles(p.tranche_min_rub)],
  ['tranche.max', '5.1.1/б', (p) => roubles(p.tranche_max_rub)],
  ['tranche.fields', '5.1.2', (p) => (p.entry_action === 'NEW_TRANCHE' ? ['AMOUNT'] : [])],
  ['tranche.payoutFields', '5.1.3/б', (p) => (p.fields as string[]).map((field) => ({ payoutMethod: 'PAYOUT_METHOD' })[field])],
  ['tranche.codeChannels', '5.1.4/а', (p) => p.delivery],
  ['tranche.documents', '5.1.4/б', (p) => (p.supplementary_agreement === false ? ['TRANCHE_APPLICATION'] : [])],
  ['tranche.availableMin', '5.1.5/б', (p) => roubles(p.available_limit_min_rub)],
  ['tranche.daysLeftMin', '5.1.5/в', (p) => p.min_days_to_contract_end],
];

describe('the edition says what the register says', () => {
  for (const [name, point, read] of registered) {
    const clause = `ru-mfo/veritas/${point}`;
    it(`${clause} · ${name} has the register’s value and cites this clause`, () => {
      const bound = rules.read(rulesOn('2023-04-01'), name)!;
      const wanted = read(paramsOf(clause));
      expect(Array.isArray(wanted) ? [...(bound.value as readonly string[])].sort() : bound.value).toEqual(
        Array.isArray(wanted) ? [...wanted].sort() : wanted,
      );
      expect(bound.citations.map((citation) => citation.clause)).toEqual([clause]);
    });
  }

  it('and every other parameter is a switch, but for the consent that each application gives', () => {
    const held = veritas.timeline.at(-1) as Extract<LenderRules['timeline'][number], { kind: 'EDITION' }>;
    const rest = Object.entries(held.entries).filter(
      ([name, entry]) => typeof entry !== 'symbol' && !registered.some(([known]) => known === name),
    );
    const values = rest.map(([name, entry]) => [name, (entry as readonly unknown[])[0]]);
    expect(values.filter(([, value]) => value !== true)).toEqual([['consents.perApplication', ['CREDIT_REPORT']]]);
  });
});
