import fc from 'fast-check';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { citer, pass, ruleSet } from '../../modules/rules';
import { defineErrors, definePort } from '../../schema/base';
import {
  collectExtensions,
  coreVersion,
  definePlugin,
  findCollisions,
  kitErrors,
  orderPlugins,
  PluginError,
  type PluginParts,
  pluginNames,
} from '.';

const parts: PluginParts = { id: 'xx-rent', jurisdiction: 'xx', coreRange: `^${coreVersion}`, legalBasis: ['Act 1 of 2026-01-01'] };
const texts = { kind: 'FINDING', en: 'No.', ru: 'Нет.', be: 'Не.' } as const;

function codesOf(extra: Partial<PluginParts>): string[] {
  try {
    definePlugin({ ...parts, ...extra });
    return [];
  } catch (error) {
    return (error as PluginError).codes;
  }
}

@Entity({ schema: 'xx_rent', name: 'lease' })
class Lease {
  @PrimaryColumn('uuid', { name: 'lender_id' })
  lenderId!: string;
}

@Entity({ schema: 'core', name: 'kit_spec_table' })
class TableInCore {
  @PrimaryColumn('uuid', { name: 'lender_id' })
  lenderId!: string;
}

@Entity({ schema: 'xx_rent', name: 'unkeyed' })
class Unkeyed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'lender_id' })
  lenderId!: string;
}

describe('definePlugin', () => {
  it('takes the four parts that every plugin has, and nothing else is needed', () => {
    const plugin = definePlugin(parts);
    expect(plugin).toMatchObject({ ...parts, requires: [], entities: [], resolvers: [], errors: [] });
  });

  it('freezes to the bottom', () => {
    const plugin = definePlugin({ ...parts, lenders: [lender('acme')] });
    expect(() => Object.assign(plugin.lenders![0]!.details, { site: 'other' })).toThrow(TypeError);
    expect(Object.isFrozen(plugin.legalBasis)).toBe(true);
  });

  it('tells all problems at once, each naming plugin and contribution', () => {
    try {
      definePlugin({ ...parts, legalBasis: [], errors: [defineErrors('xx-rent', { OTHER: texts })] });
      throw new Error('accepted');
    } catch (error) {
      expect((error as PluginError).codes).toEqual(['PLUGIN_LEGAL_BASIS_MISSING', 'PLUGIN_PREFIX_MISSING']);
      expect((error as PluginError).problems[1]!.facts).toEqual({
        plugin: 'xx-rent',
        contribution: 'error code OTHER',
        prefix: 'XX_RENT_',
      });
      expect((error as Error).message).toContain('begin its name with "XX_RENT_"');
    }
  });

  it.each([
    ['an id without its jurisdiction', { id: 'rent' }, 'PLUGIN_ID_INVALID'],
    ['an id of another jurisdiction', { id: 'yy-rent' }, 'PLUGIN_ID_INVALID'],
    ['an id with capitals', { id: 'xx-Rent' }, 'PLUGIN_ID_INVALID'],
    ['an id too long for PostgreSQL', { id: `xx-${'r'.repeat(60)}` }, 'PLUGIN_ID_INVALID'],
    ['a jurisdiction in words', { jurisdiction: 'exland' }, 'PLUGIN_JURISDICTION_INVALID'],
    ['a core range that is none', { coreRange: 'newest' }, 'PLUGIN_CORE_RANGE_INVALID'],
    ['a core range not met', { coreRange: '^99.0.0' }, 'PLUGIN_CORE_RANGE_UNMET'],
    ['no legal basis', { legalBasis: [' '] }, 'PLUGIN_LEGAL_BASIS_MISSING'],
    ['a misspelt property', { validator: [] }, 'PLUGIN_PROPERTY_UNKNOWN'],
    ['a table in the core schema', { entities: [TableInCore] }, 'PLUGIN_TABLE_FOREIGN'],
    ['a table without the lender in its key', { entities: [Unkeyed] }, 'PLUGIN_TABLE_KEY'],
    ['a class that is no table', { entities: [class Plain {}] }, 'PLUGIN_TABLE_UNKNOWN'],
    ['a table listed twice', { entities: [Lease, Lease] }, 'PLUGIN_CONTRIBUTION_TWICE'],
    ['a migration without a moment', { migrations: [class CreateLease {}] }, 'PLUGIN_MIGRATION_NAME'],
    [
      'an event type without prefix',
      { eventTypes: [{ type: 'Rented', version: 1, description: 'x', example: {} }] },
      'PLUGIN_PREFIX_MISSING',
    ],
    [
      'an event type whose prefix is part of a word',
      { eventTypes: [{ type: 'XxRented', version: 1, description: 'x', example: {} }] },
      'PLUGIN_PREFIX_MISSING',
    ],
    ['codes of another owner', { errors: [defineErrors('yy', { XX_RENT_NO: texts })] }, 'PLUGIN_OWNER_WRONG'],
    ['a code without Belarusian', { errors: [defineErrors('xx-rent', { XX_RENT_NO: { ...texts, be: ' ' } })] }, 'PLUGIN_LANGUAGE_MISSING'],
    [
      'a code whose sentences use different facts',
      { errors: [defineErrors('xx-rent', { XX_RENT_NO: { ...texts, en: '{days} left.' } })] },
      'PLUGIN_SENTENCE_FACTS_DIFFER',
    ],
    ['an adapter for a port that nobody declares', { adapters: [adapter('xx-rent.gone', false)] }, 'PLUGIN_PORT_UNKNOWN'],
    [
      'a simulator among the adapters',
      { ports: [definePort('xx-rent.sms')], adapters: [adapter('xx-rent.sms', true)] },
      'PLUGIN_ADAPTER_MISPLACED',
    ],
  ] as [string, Partial<PluginParts>, string][])('refuses %s', (_, extra, code) => {
    expect(codesOf(extra)).toContain(code);
  });

  it('accepts a table of its own', () => {
    expect(codesOf({ entities: [Lease] })).toEqual([]);
  });

  it('refuses any id that is not small words behind the jurisdiction', () => {
    const words = fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(words, (made) => codesOf({ id: ['xx', ...made].join('-') }).length === 0));
    fc.assert(fc.property(fc.string(), (id) => /^xx(-[a-z][a-z0-9]*)+$/.test(id) || codesOf({ id }).includes('PLUGIN_ID_INVALID')));
  });
});

describe('rules of a plugin', () => {
  const cite = citer('xx-rent');
  const rules = ruleSet('xx-rent', {
    parameters: { 'age.min': { unit: 'FULL_YEARS', stricter: 'HIGHER' } },
    facts: { age: 'COUNT' },
    codes: { gap: 'XX_RENT_GAP', textNotHeld: 'XX_RENT_TEXT_NOT_HELD' },
  });
  const register = (...ids: string[]) => ({
    plugin: 'xx-rent',
    documents: [],
    clauses: ids.map((id) => ({ id, document: 'rules', kind: 'rule' as const, requires: 'Something.' })),
  });
  const validator = rules.validator({
    id: 'xx-rent.age',
    appliesAt: ['SUBMIT'],
    facts: ['age'],
    cites: [cite('xx-rent/1')],
    check: () => pass,
  });
  const codes = [defineErrors('xx-rent', { XX_RENT_GAP: texts, XX_RENT_TEXT_NOT_HELD: texts })];

  it('rest on clauses of its own register', () => {
    expect(codesOf({ parameters: rules, validators: [validator], clauses: register('xx-rent/1'), errors: codes })).toEqual([]);
    expect(codesOf({ parameters: rules, validators: [validator], clauses: register('xx-rent/2'), errors: codes })).toEqual([
      'PLUGIN_CLAUSE_UNKNOWN',
    ]);
    expect(codesOf({ parameters: rules, validators: [validator], errors: codes })).toEqual(['PLUGIN_CLAUSE_UNKNOWN']);
  });

  it('need the rule set, else they would never run', () => {
    expect(codesOf({ validators: [validator], clauses: register('xx-rent/1') })).toEqual(['PLUGIN_PARAMETERS_MISSING']);
  });

  it('may not leave a validator without a clause', () => {
    expect(codesOf({ parameters: rules, validators: [{ ...validator, cites: [] }], errors: codes })).toEqual(['PLUGIN_VALIDATOR_UNCITED']);
  });

  it('answer with codes that the plugin defines', () => {
    expect(codesOf({ parameters: rules })).toEqual(['PLUGIN_CODE_UNDEFINED', 'PLUGIN_CODE_UNDEFINED']);
  });

  it('of a lender come with that lender', () => {
    const editions = [
      rules.lender('xx-rent/acme', {
        chosenBy: 'CONTRACT_CONCLUDED_ON',
        reviewBy: '2027-01-01',
        basis: cite('xx-rent/1'),
        timeline: [rules.edition('2026-01-01', null, cite('xx-rent/1'), { 'age.min': [18, cite('xx-rent/1')] })],
      }),
    ];
    const complete = { parameters: rules, editions, clauses: register('xx-rent/1'), errors: codes };
    expect(codesOf(complete)).toEqual(['PLUGIN_EDITION_LENDER_UNKNOWN']);
    expect(codesOf({ ...complete, lenders: [lender('acme')] })).toEqual([]);
    expect(codesOf({ ...complete, lenders: [lender('acme')], editions: [...editions, ...editions] })).toContain('PLUGIN_RULES_INVALID');
  });
});

describe('plugins put together', () => {
  const define = (id: string, extra: Partial<PluginParts> = {}) => definePlugin({ ...parts, id, ...extra });

  it('are ordered by what they require, not by their place in the list', () => {
    const [a, b] = [define('xx-a', { requires: ['xx-b'] }), define('xx-b')];
    expect(orderPlugins([a, b]).map(({ id }) => id)).toEqual(['xx-b', 'xx-a']);
    expect(orderPlugins([b, a])).toEqual(orderPlugins([a, b]));
  });

  it('refuse a requirement that is not there and a circle, naming the plugins', () => {
    expect(() => orderPlugins([define('xx-a', { requires: ['xx-b'] })])).toThrow('Plugin xx-a requires xx-b, which is not installed');
    expect(() => orderPlugins([define('xx-a', { requires: ['xx-b'] }), define('xx-b', { requires: ['xx-a'] })])).toThrow(
      'xx-a → xx-b → xx-a',
    );
  });

  it('name both owners where they collide', () => {
    const plugins = [define('xx-a', { lenders: [lender('acme')] }), define('xx-b', { lenders: [lender('acme')] })];
    expect(findCollisions(plugins).map(({ facts }) => facts)).toEqual([
      { plugin: 'xx-a', other: 'xx-b', contribution: 'lender id 0199f0a0-0000-7000-8000-000000000001' },
      { plugin: 'xx-a', other: 'xx-b', contribution: 'lender acme' },
      { plugin: 'xx-a', other: 'xx-b', contribution: 'host acme.localhost' },
    ]);
    expect(() => collectExtensions(plugins)).toThrow(PluginError);
  });

  it('may bring one country’s working days twice only if they agree', () => {
    const year = { provisional: false, weekdaysOff: [], weekendsWorked: [], workingDays: 261 };
    const calendar = (workingDays: number) => [{ country: 'XX', years: { '2026': { ...year, workingDays } } }];
    expect(findCollisions([define('xx-a', { calendars: calendar(261) }), define('xx-b', { calendars: calendar(261) })])).toEqual([]);
    const [collision] = findCollisions([define('xx-a', { calendars: calendar(261) }), define('xx-b', { calendars: calendar(262) })]);
    expect(collision!.facts).toEqual({ plugin: 'xx-a', other: 'xx-b', contribution: 'different working days of XX in 2026' });
  });
});

describe('names of a plugin', () => {
  it('all follow from its id', () => {
    expect(pluginNames('xx-micro-loan')).toEqual({
      field: 'xxMicroLoan',
      type: 'XxMicroLoan',
      code: 'XX_MICRO_LOAN_',
      schema: 'xx_micro_loan',
      path: 'xx-micro-loan/',
      scope: 'xx-micro-loan:',
      member: 'xx-micro-loan.',
    });
  });

  it('every problem has a code of the kit', () => {
    for (const { code, owner } of kitErrors.definitions) expect([code.startsWith('PLUGIN_'), owner]).toEqual([true, 'kit']);
  });
});

function lender(code: string) {
  const id = '0199f0a0-0000-7000-8000-000000000001';
  const place = { country: 'XX', zone: 'Europe/Paris', currency: 'XTS', hosts: [`${code}.localhost`] };
  return { id, code, name: code, legalName: code, ...place, details: { site: 'https://example.com' } };
}

function adapter(port: string, simulated: boolean) {
  return { port: definePort<unknown>(port), name: 'some-adapter', simulated, create: () => ({}) };
}
