import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lenderDefinitions, pluginCards } from '../../modules/lenders';
import { contribute, defineExtensionPoint, defineModule } from '../../schema/base';
import { collectExtensions, coreVersion, definePlugin, type PluginParts } from '.';
import { extensionProperties } from './extension-properties';

const point = defineExtensionPoint<string>('test.words');
const define = (id: string, extra: Partial<PluginParts> = {}) =>
  definePlugin({ id, jurisdiction: 'xx', coreRange: `^${coreVersion}`, legalBasis: ['An invented act'], ...extra });
const lender = {
  id: '0199f0a0-0000-7000-8000-000000000001',
  code: 'acme',
  name: 'Acme',
  legalName: 'Acme',
  country: 'XX',
  zone: 'Europe/Paris',
  currency: 'XTS',
  hosts: [],
  details: {},
};

describe('extensions', () => {
  const first = define('xx-first', { requires: ['xx-second'], contributions: [contribute(point, 'from the first')] });
  const second = define('xx-second', { lenders: [lender], contributions: [contribute(point, 'from the second')] });
  const module = defineModule({ id: 'words', contributions: [contribute(point, 'from the core')] });
  const extensions = collectExtensions([first, second], [module]);

  it('come from modules first, then from plugins in the order of what they require', () => {
    expect(extensions.all(point)).toEqual([
      { plugin: 'words', value: 'from the core' },
      { plugin: 'xx-second', value: 'from the second' },
      { plugin: 'xx-first', value: 'from the first' },
    ]);
  });

  it('can be asked for one plugin', () => {
    expect(extensions.of(point, 'xx-second')).toEqual(['from the second']);
    expect(extensions.of(point, 'xx-third')).toEqual([]);
  });

  it('are filled from the properties of a definition', () => {
    expect(extensions.of(lenderDefinitions, 'xx-second')).toEqual([lender]);
    expect(extensions.of(lenderDefinitions, 'xx-first')).toEqual([]);
  });

  it('hold a card of every plugin', () => {
    expect(extensions.of(pluginCards, 'xx-first')).toEqual([
      {
        id: 'xx-first',
        jurisdiction: 'XX',
        title: { en: 'xx-first', ru: 'xx-first', be: 'xx-first' },
        legalBasis: ['An invented act'],
        coreRange: `^${coreVersion}`,
        requires: ['xx-second'],
      },
    ]);
  });

  it.each(Object.entries(extensionProperties))('`%s` stands in the guide beside its point', (property, { point: { id } }) => {
    const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'plugins.md'), 'utf8');
    expect(guide.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${property}\``))).toHaveLength(1);
    expect(guide).toContain(id.startsWith('access.') ? 'access.…' : id);
  });

  it('cannot be changed by a reader', () => {
    expect(() => (extensions.all(point) as unknown[]).push({})).toThrow(TypeError);
    expect(() => Object.assign(extensions.all(point)[0]!, { value: 'mine' })).toThrow(TypeError);
  });

  it('nobody contributed to are an empty list', () => {
    expect(extensions.all(defineExtensionPoint('test.nothing'))).toEqual([]);
  });
});
