import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseClauseFile } from '../../modules/rules/clause-file';
import { clauseFaults } from './check';
import { citedClauses, citedIn } from './cited-clauses';
import { countClauses, provenClauses } from './count';
import { staleFiles, writeGenerated } from './generate';
import { readRegisters } from './registers';
import { clausesPage, readClausesPage, terminalTable } from './table';
import { type ClauseTest, clausesOfName } from './test-run';

const register = (complete = false) => `plugin: acme-law
document: acme
act: {en: Rules, ru: Правила, be: Правілы}
complete: ${complete}
clauses:
- {id: acme-law/acme/1, kind: rule, requires: Age.}
- {id: acme-law/acme/2/б, kind: data, requires: It's a name.}
- {id: acme-law/acme/3, kind: rule, requires: Sum.}
- {id: acme-law/acme/4, kind: out-of-scope, requires: Words., why_out: For readers.}
`;
const file = parseClauseFile(register(), 'acme.yaml');
const test = (title: string, hits: ClauseTest['hits'], passed = true): ClauseTest => ({
  path: 'x.spec.ts',
  name: `rules ${title}`,
  titles: ['rules', title],
  passed,
  hits,
});

describe('a test’s name', () => {
  it.each([
    [['rules', 'acme-law/acme/1 · 66 is refused'], ['acme-law/acme/1']],
    [['acme-law/acme/2/б · the name', 'is kept'], ['acme-law/acme/2/б']],
    [['acme-law/acme/1, acme-law/acme/3 · both'], ['acme-law/acme/1', 'acme-law/acme/3']],
    [['a sentence · with a dot'], []],
    [['acme-law/acme/1 without the dot'], []],
  ])('%j bears %j', (titles, ids) => {
    expect(clausesOfName(titles)).toEqual(ids);
  });
});

describe('what is cited', () => {
  it('is what code gives to cite, and no comment or sentence', () => {
    expect(
      citedIn(
        "const a = cite('acme-law/acme/1'); // cite('acme-law/acme/2/б')\nconst b = \"cite('acme-law/acme/3')\"; f({ x: [1, cite('acme-law/acme/4')] });",
      ),
    ).toEqual(['acme-law/acme/1', 'acme-law/acme/4']);
  });
});

describe('what is proven', () => {
  const proven = (...tests: ClauseTest[]) => [...provenClauses([file], tests)];

  it('needs a passing test of that name in which the citing code ran', () => {
    expect(proven(test('acme-law/acme/2/б · kept', { 'acme-law/acme/2/б': ['USED'] }))).toEqual(['acme-law/acme/2/б']);
    expect(proven(test('acme-law/acme/2/б · kept', {}))).toEqual([]);
    expect(proven(test('acme-law/acme/2/б · kept', { 'acme-law/acme/1': ['USED'] }))).toEqual([]);
    expect(proven(test('another name · kept', { 'acme-law/acme/2/б': ['USED'] }))).toEqual([]);
    expect(proven(test('acme-law/acme/2/б · kept', { 'acme-law/acme/2/б': ['USED'] }, false))).toEqual([]);
  });

  it('needs of a rule that it was seen to hold and to be broken', () => {
    const holds = test('acme-law/acme/1 · 65 passes', { 'acme-law/acme/1': ['PASS'] });
    const broken = test('acme-law/acme/1 · 66 is refused', { 'acme-law/acme/1': ['FAIL'] });
    expect([proven(holds), proven(broken), proven(holds, broken)]).toEqual([[], [], ['acme-law/acme/1']]);
    expect(proven(holds, { ...broken, passed: false })).toEqual([]);
  });
});

describe('the table', () => {
  const counts = countClauses(
    [file],
    new Set(['acme-law/acme/1', 'acme-law/acme/2/б', 'acme-law/acme/4']),
    new Set(['acme-law/acme/1', 'acme-law/acme/3']),
  );

  it('counts entries, those in scope, cited, and of the cited those proven', () => {
    expect(counts).toEqual([{ plugin: 'acme-law', document: 'acme', entries: 4, inScope: 3, cited: 2, proven: 1 }]);
  });

  it('is read back from the committed page as it was written', () => {
    expect(readClausesPage(clausesPage(counts))).toEqual(counts);
    expect(terminalTable(counts).split('\n')).toHaveLength(3);
  });
});

describe('the check', () => {
  const cited = new Set(['acme-law/acme/1', 'acme-law/acme/2/б', 'acme-law/acme/3']);
  const tests = [
    test('acme-law/acme/1 · x', { 'acme-law/acme/1': ['PASS', 'FAIL'] }),
    test('acme-law/acme/2/б · x', { 'acme-law/acme/2/б': ['USED'] }),
  ];
  const faults = (changed: Partial<Parameters<typeof clauseFaults>[0]> = {}) => {
    const files = changed.files ?? [file];
    const proven = provenClauses(files, changed.tests ?? tests);
    const counts = countClauses(files, changed.cited ?? cited, proven);
    return clauseFaults({ files, tests, cited, proven, counts, committed: counts, ...changed });
  };

  it('is content when nothing fell', () => {
    expect(faults()).toEqual([]);
  });

  it.each<[string, Parameters<typeof faults>[0], string]>([
    [
      'a count fell',
      { committed: [{ plugin: 'acme-law', document: 'acme', entries: 4, inScope: 3, cited: 3, proven: 3 }] },
      'proven fell from 3 to 2',
    ],
    [
      'a document is gone',
      { committed: [{ plugin: 'gone', document: 'gone', entries: 1, inScope: 1, cited: 0, proven: 0 }] },
      'gone/gone is in the committed table and in no register',
    ],
    ['there is no table', { committed: [] }, 'no committed table'],
    ['a test bears an unknown id', { tests: [...tests, test('acme-law/acme/7 · x', {})] }, 'acme-law/acme/7, which is in no register'],
    ['code cites an unknown id', { cited: new Set([...cited, 'acme-law/acme/7']) }, 'acme-law/acme/7 is cited and in no register'],
    ['a clause’s test failed', { tests: [...tests, test('acme-law/acme/3 · x', {}, false)] }, 'Failed: rules acme-law/acme/3'],
    [
      'a complete document has a gap',
      { files: [parseClauseFile(register(true), 'acme.yaml')] },
      'acme-law/acme/3 is in scope of a complete document and not proven',
    ],
  ])('is red when %s', (_, changed, sentence) => {
    expect(faults(changed).join('\n')).toContain(sentence);
  });
});

describe('the registers of a project', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clauses-'));
    mkdirSync(join(root, 'plugins/acme-law/clauses'), { recursive: true });
    writeFileSync(join(root, 'plugins/acme-law/clauses/acme.yaml'), register());
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('give the ids as a type, and are stale until that is written', () => {
    const files = readRegisters(root);
    expect(staleFiles(files, root)).toHaveLength(1);
    expect(writeGenerated(files, root)).toHaveLength(1);
    expect(staleFiles(readRegisters(root), root)).toEqual([]);
    const text = readFileSync(join(root, 'plugins/acme-law/clauses.generated.ts'), 'utf8');
    expect(text).toContain("export type AcmeLawClauseId =\n  | 'acme-law/acme/1'\n  | 'acme-law/acme/2/б'");
    expect(text).toContain('export const acmeLawClauses: ClauseRegister = {');
  });

  it('refuse a clause that two files own', () => {
    writeFileSync(join(root, 'plugins/acme-law/clauses/bolt.yaml'), register().replace('document: acme', 'document: bolt'));
    expect(() => readRegisters(root)).toThrow('a clause has one owner');
  });

  it('have citations counted outside tests only', () => {
    writeFileSync(join(root, 'plugins/acme-law/a.ts'), "cite('acme-law/acme/1');");
    writeFileSync(join(root, 'plugins/acme-law/a.spec.ts'), "cite('acme-law/acme/3');");
    expect([...citedClauses(root)]).toEqual(['acme-law/acme/1']);
  });
});
