import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { coreModules } from '../../modules';
import { type LenderDefinition, lenderDefinitions } from '../../modules/lenders';
import { installedPlugins } from '../../plugins';
import { collectExtensions } from '../../plugins/kit';
import { fieldPrefix, typePrefix } from '../../schema';

const root = join(__dirname, '..', '..');

/** Words of the two countries' law, offices and places that no plugin's data would give away. */
const COUNTRY_WORDS = [
  ...['belarus', 'russia', 'belarusian', 'russian', 'minsk', 'moscow', 'samara', 'gomel'],
  ...['беларусь', 'беларус', 'россия', 'российск', 'минск', 'москв', 'самар'],
  ...['УНП', 'ИНН', 'ОГРН', 'СНИЛС', 'НПД', 'МСИ', 'ЕРИП', 'СТБ', 'МФО', 'ЦБ РФ', 'Нацбанк'],
  ...['BYN', 'BYR', 'RUB', 'snils', 'ogrn', 'unp'],
];

// The graph's own languages, and the standard names of two of them, are no jurisdiction.
const LANGUAGE_WORDS = ['ru', 'be'];

/** A word as whole words find it: not inside a longer one, whichever alphabet. Stems of Cyrillic words may go on. */
function finds(word: string): RegExp {
  const isStem = /^[а-яё]+$/.test(word);
  const flags = word === word.toUpperCase() ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}${isStem ? '' : '(?![\\p{L}\\p{N}])'}`, flags);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|cjs|json|sql)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join('schema', 'printed')));
}

/** Every word that names a country, a lender or a plugin, most of them read from what is installed. */
function forbiddenWords(): string[] {
  const plugins = installedPlugins.filter(({ id }) => id !== 'template');
  const extensions = collectExtensions(installedPlugins, coreModules);
  const lenders = extensions.all(lenderDefinitions).map(({ value }: { value: LenderDefinition }) => value);
  return [
    ...plugins.flatMap(({ id }) => [id, id.replaceAll('-', '_'), fieldPrefix(id), typePrefix(id)]),
    ...lenders.flatMap(({ code, name, currency }) => [code, name, currency]),
    ...COUNTRY_WORDS,
  ].filter((word) => !LANGUAGE_WORDS.includes(word));
}

describe('the core', () => {
  const words = forbiddenWords();

  it('reads the words that it must not hold from the installed plugins and lenders', () => {
    expect(installedPlugins.length).toBeGreaterThan(0);
    for (const { id } of installedPlugins) expect(words).toContain(id);
  });

  it.each(['modules', 'schema', 'gateway'])('names no country, lender or plugin in %s', (folder) => {
    const patterns = [...new Set(words)].map((word) => [word, finds(word)] as const);
    const found: string[] = [];
    for (const path of sources(folder)) {
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .forEach((line, index) => {
          for (const [word, pattern] of patterns) if (pattern.test(line)) found.push(`${path}:${index + 1} ${word}`);
        });
    }
    expect(found).toEqual([]);
  });

  it.each([
    ['Europe/Minsk', 'minsk'],
    ['белорусский рубль по курсу Беларуси', 'беларус'],
    ["currency: 'RUB'", 'RUB'],
  ])('would find what stands in "%s"', (line, word) => {
    expect(finds(word).test(line)).toBe(true);
  });

  it('takes no part of another word for one', () => {
    expect(finds('RUB').test('RUBRIC')).toBe(false);
    expect(finds('unp').test('unpack')).toBe(false);
  });
});
