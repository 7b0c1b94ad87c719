import { graphql } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ErrorCatalogue, type Locale } from '../../schema/base';
import { acmeExtensions } from '../../test/support/acme-rules';
import { MovableClock } from '../calendar';
import { FindingResolver } from './finding.resolver';
import { rulesErrors } from './rules.errors';
import { RulesResolver } from './rules.resolver';

const schema = buildSchema({ resolvers: [RulesResolver, FindingResolver], validate: false });

interface Who {
  readonly lender?: string | null;
  readonly kind?: string;
  readonly locale?: Locale;
  readonly visible?: readonly string[];
  readonly now?: string;
}

async function ask(
  source: string,
  { lender = 'acme', kind = 'OFFICER', locale = 'en', visible = ['acme-law'], now = '2026-05-01T00:00:00Z' }: Who = {},
) {
  const contextValue = {
    lender: lender && { code: lender, zone: 'Europe/Paris' },
    caller: { kind },
    locale,
    visiblePlugins: new Set(visible),
    extensions: acmeExtensions,
    clock: MovableClock.standingAt(now),
    errors: new ErrorCatalogue([rulesErrors]),
  };
  const result = await graphql({ schema: await schema, source, contextValue });
  expect(result.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(result.data));
}

describe('ruleEdition', () => {
  it('shows edition, statutes and who bound for each parameter', async () => {
    const { ruleEdition } = await ask(`{ ruleEdition(on: "2026-05-01") {
      plugin lender on code from to clause { id } statutes { code act from to } findings { code }
      parameters { name unit values reason bound candidates { layer values from confidence counted clause { id act point edition url } } } } }`);
    expect(ruleEdition).toMatchObject({
      plugin: 'acme-law',
      lender: 'acme',
      code: 'acme-law/acme/2023-03-13',
      from: '2023-03-13',
      to: null,
      statutes: [{ code: 'acme/lending-act/2026-04-01', act: 'Lending Act', from: '2026-04-01', to: null }],
      findings: [],
    });
    const cap = ruleEdition.parameters.find(({ name }: { name: string }) => name === 'charges.cap');
    expect(cap).toMatchObject({ unit: 'PERCENT', values: ['100'], reason: null, bound: ['STATUTE'] });
    expect(cap.candidates).toMatchObject([
      {
        layer: 'STATUTE',
        values: ['100'],
        confidence: 'SECONDARY',
        counted: true,
        clause: { act: 'Lending Act', point: '5/24', edition: 'acme/lending-act/2026-04-01' },
      },
      {
        layer: 'LENDER',
        values: ['130'],
        clause: { id: 'acme-law/acme/2.2', act: 'Rules of Acme', point: '2.2', url: 'https://acme.example/rules' },
      },
    ]);
    expect(ruleEdition.parameters.find(({ name }: { name: string }) => name === 'papers').values).toEqual(['PASSPORT', 'TAX_NUMBER']);
    expect(ruleEdition.parameters.find(({ name }: { name: string }) => name === 'pause.hours')).toMatchObject({
      values: [],
      reason: 'UNVERIFIED',
    });
  });

  it('of a day in a gap says so as data', async () => {
    const { ruleEdition } = await ask('{ ruleEdition(on: "2021-02-15") { code from findings { code severity facts { name value } } } }');
    expect(ruleEdition).toMatchObject({ code: null, from: null, findings: [{ code: 'ACME_EDITION_GAP', severity: 'BLOCKING' }] });
    expect(ruleEdition.findings[0].facts).toContainEqual({ name: 'before', value: 'acme-law/acme/2020-01-01' });
  });

  it('warns of a review that is due, in the caller’s language', async () => {
    const { ruleEdition } = await ask('{ ruleEdition(on: "2026-05-01") { findings { code severity message } } }', {
      now: '2027-05-01T00:00:00Z',
      locale: 'ru',
    });
    expect(ruleEdition.findings).toHaveLength(6);
    expect(ruleEdition.findings[0]).toEqual({
      code: 'RULE_REVIEW_DUE',
      severity: 'WARNING',
      message: 'Параметр age.min (acme-law/acme) нужно пересмотреть до 2027-06-01. Сверьте его с источником и назначьте новый день.',
    });
  });

  it.each<[string, string, Who, boolean]>([
    ['another lender is none of an officer’s business', 'bolt', {}, false],
    ['another lender is the operator’s to see', 'bolt', { kind: 'OPERATOR' }, true],
    ['a lender without rules has none', 'nobody', { kind: 'OPERATOR' }, false],
    ['a plugin that is switched off does not show', 'acme', { visible: [] }, false],
  ])('%s', async (_, lender, who, seen) => {
    const { ruleEdition } = await ask(`{ ruleEdition(on: "2026-05-01", lender: "${lender}") { lender } }`, who);
    expect(ruleEdition?.lender).toBe(seen ? lender : undefined);
  });
});

describe('rules', () => {
  it('lists the validators with what they read and enforce', async () => {
    const { rules } = await ask('{ rules { code plugin stages severity facts parameters clauses { id } } }');
    expect(rules.map(({ code }: { code: string }) => code)).toEqual([
      'acme-law.age',
      'acme-law.agreement',
      'acme-law.charges',
      'acme-law.pause',
    ]);
    expect(rules[0]).toMatchObject({
      plugin: 'acme-law',
      stages: ['DECIDE'],
      severity: 'BLOCKING',
      facts: ['birthDate', 'concludedOn'],
      parameters: ['age.min', 'age.max'],
    });
  });

  it('can be narrowed by stage and by plugin, and hides plugins that are off', async () => {
    expect((await ask('{ rules(stage: "SUBMIT") { code } }')).rules).toEqual([{ code: 'acme-law.agreement' }]);
    expect((await ask('{ rules(plugin: "other") { code } }')).rules).toEqual([]);
    expect((await ask('{ rules { code } }', { visible: [] })).rules).toEqual([]);
  });
});
