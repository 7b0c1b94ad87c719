import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { governingEdition } from '../../editions';
import type { rules as ruleSet } from '../../rule-set';
import { rules } from '../../rule-set';
import { rulesOn } from '../../test-support/rule-book';
import { editions } from './editions';
import { details } from './lender';

// The register is the other source: values come from the document by it, never from the edition under test.
const { clauses: register } = parse(readFileSync(join(__dirname, 'clauses.yaml'), 'utf8')) as {
  clauses: { readonly id: string; readonly params?: Readonly<Record<string, unknown>> }[];
};
const ID = 'ru-mfo/kapital-nt';
const paramsOf = (clause: string) => register.find(({ id }) => id === clause)!.params!;

type Name = Parameters<(typeof ruleSet)['read']>[1];
type Params = Readonly<Record<string, unknown>>;

/** Parameters whose value stands in the register, and how it is read there. */
const registered: readonly (readonly [Name, string, (params: Params) => unknown])[] = [
  ['borrower.types', 'preamble/1', (p) => [p.borrower_type]],
  ['application.channels', 'term/Заявка', (p) => [p.channel]],
  ['principal.max', 'term/Заем', (p) => `${String(p.principal_cap_rub)}.00`],
  ['decision.within', '14', (p) => p.decision_max_working_days],
  ['decision.kinds', '15/3', (p) => (p.decision_kinds as string[]).map((kind) => ({ APPROVE: 'APPROVED', REFUSE: 'REFUSED' })[kind])],
  ['age.min', '16/1', (p) => p.min_age_years],
  ['citizenship', '16/2', (p) => [p.citizenship]],
  ['address.kinds', '16/3', (p) => (p.registration_kinds as string[]).map((kind) => kind.replace('ACTUAL_RESIDENCE', 'ACTUAL'))],
  [
    'payout.required',
    '16/4',
    (p) => [...(p.account_country === 'RU' ? ['BANK_ACCOUNT_RU'] : []), ...(p.card_payable ? ['PAYMENT_CARD'] : [])],
  ],
  ['income.permanent', '16/5', (p) => p.permanent_income_required],
  ['contacts', '16/6', (p) => [...(p.phone_required ? ['PHONE'] : []), ...(p.email_required ? ['EMAIL'] : [])]],
  ['assessment.sources.allowed', '18/2', (p) => p.sources],
  ['solvency.position', '19/2', (p) => (p.items as string[]).map(upper)],
  ['solvency.categories', '19/3', (p) => p.categories],
  ['solvency.external', '19/4', (p) => p.levels],
  ['solvency.bureau', '20/2/анализ', (p) => (p.items as string[]).map(upper)],
  [
    'solvency.income',
    '20/3/доход',
    (p) => (p.inputs as string[]).map((input) => ({ incomeMainRub: 'MONTHLY_INCOME', incomeLossRisk: 'INCOME_LOSS_RISK' })[input]),
  ],
  ['assessment.keptMonths', '22', (p) => Number(p.assessment_retention_years) * 12],
  ['notice.decision.anyOf', '23/1', (p) => (p.channels as string[]).filter((way) => way !== 'PERSONAL_ACCOUNT')],
  ['notice.refusal.anyOf', '23/2', (p) => (p.channels as string[]).filter((way) => way !== 'PERSONAL_ACCOUNT')],
  ['packet.terms.documents', '24/3', (p) => ['INDIVIDUAL_TERMS', ...(p.required_documents as string[])]],
  ['signing.code.channels', '26', (p) => [p.code_channel]],
  ['signature.elements', '28/1', (p) => p.signature_elements],
  ['offer.withinDays', '29/1', (p) => p.offer_validity_calendar_days],
  ['schedule.places', '41/1', (p) => p.schedule_places],
  ['edition.publication', '43/2', (p) => p.publication],
  ['official.ties', '2/1/пдл', (p) => (p.declaration === 'NOT_PEP' ? ['SELF'] : [])],
  ['interest.own', '2/1/выгодоприобретатель', (p) => p.declaration === 'NO_BENEFICIARY'],
  ['email.confirmed', 'term/Зарегистрированный_адрес_электронной_почты', (p) => p.email_confirmation_required],
  ['payout.methods', '5/способ', (p) => (p.methods as string[]).map((method) => method.replace('CARD', 'PAYMENT_CARD'))],
  ['identification.methods', '6/1', (p) => (p.document === 'ID_DOCUMENT_PHOTO' ? ['DOCUMENT_PHOTOS'] : [])],
  ['image.confirmations', '6/5', (p) => p.confirmations],
  ['request.channels', '33/4', (p) => p.channels],
  ['account.restoration.anyDocument', '49/2', (p) => p.second_document_kinds],
];

function upper(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

describe('the edition of 2022-09-20 says what the register says', () => {
  for (const [name, point, read] of registered) {
    const clause = `${ID}/${point}`;
    it(`${clause} · ${name} has the register’s value and cites this clause`, () => {
      const bound = rules.read(rulesOn('2023-03-01', 'kapital-nt'), name)!;
      const wanted = read(paramsOf(clause));
      const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
      expect(sorted(name === 'principal.max' ? Number(bound.value).toFixed(2) : bound.value)).toEqual(sorted(wanted));
      expect(bound.citations.map((citation) => citation.clause)).toContain(clause);
    });
  }

  it('ru-mfo/kapital-nt/preamble/2 · the edition names its order, day and legal basis', () => {
    const { approval_order_no, approval_date, legal_basis } = paramsOf(`${ID}/preamble/2`) as {
      approval_order_no: string;
      approval_date: Date | string;
      legal_basis: string[];
    };
    const [held] = editions.timeline;
    expect(held).toMatchObject({ kind: 'EDITION', from: new Date(approval_date).toISOString().slice(0, 10), options: { undated: true } });
    expect(held!.kind === 'EDITION' && held!.options.title).toContain(approval_order_no);
    const bases = rules.read(rulesOn('2023-03-01', 'kapital-nt'), 'edition.legalBasis')!;
    expect([...bases.value].sort()).toEqual(legal_basis.map((act) => act.replace('GK RF', 'CIVIL_CODE')).sort());
    expect(rulesOn('2022-09-19', 'kapital-nt').edition).toBeNull();
  });

  it('ru-mfo/kapital-nt/44 · the day on which the application was begun chooses the edition, not the day of conclusion', () => {
    const begunOn = Temporal.PlainDate.from('2022-09-20');
    expect(editions.chosenBy).toBe('APPLICATION_STARTED_ON');
    expect(governingEdition(editions, begunOn, `${ID}/2022-09-20`).findings).toEqual([]);
    expect(governingEdition(editions, begunOn, `${ID}/2023-06-01`).findings).toMatchObject([
      { code: 'RU_MFO_EDITION_MISMATCH', clauses: expect.arrayContaining([`${ID}/44`]) },
    ]);
  });

  it('ru-mfo/kapital-nt/43/1 · an edition stands from its day, and there is none before the first', () => {
    expect(governingEdition(editions, Temporal.PlainDate.from('2023-03-01'))).toMatchObject({ id: `${ID}/2022-09-20`, held: true });
    expect(governingEdition(editions, Temporal.PlainDate.from('2022-09-19')).findings).toMatchObject([
      { code: 'RU_MFO_EDITION_NOT_FOUND', clauses: [`${ID}/43/1`] },
    ]);
  });

  it('the lender’s numbers, site and contact centre are those of the register', () => {
    const lender = paramsOf(`${ID}/term/Общество`);
    expect(details.details).toMatchObject({ ogrn: lender.ogrn, mfoRegister: lender.mfo_register_no });
    expect(details.details.address).toContain(lender.postcode);
    expect(details.details.site).toBe(paramsOf(`${ID}/term/Сайт`).site);
    expect(details.details.contactCentre!.replaceAll(' ', '')).toBe(paramsOf(`${ID}/term/Контакт-центр`).contact_centre_phone);
  });
});
