import { ClauseFileError, inScope } from '.';
import { pointOf } from './clause';
import { parseClauseFile } from './clause-file';

const head = `plugin: acme-law
document: acme
act: {en: Rules, ru: Правила, be: Правілы}
complete: false
clauses:
`;
const clause = `- id: acme-law/acme/2.1
  kind: rule
  requires: Age of 18 to 65.
  params: {min_age: 18, since: 2023-03-13}
  accept: Given 66, then refused.
  refusal: ACME_TOO_OLD
`;
const read = (text: string) => parseClauseFile(text, 'acme.yaml');

describe('a clause register', () => {
  it('is read with its document', () => {
    const file = read(`${head}${clause}- {id: acme-law/acme/9, kind: out-of-scope, requires: Words., why_out: For readers.}\n`);
    expect(file).toMatchObject({ plugin: 'acme-law', document: 'acme', complete: false, act: { ru: 'Правила' } });
    expect(file.clauses[0]).toEqual({
      id: 'acme-law/acme/2.1',
      plugin: 'acme-law',
      document: 'acme',
      kind: 'rule',
      requires: 'Age of 18 to 65.',
      params: { min_age: 18, since: '2023-03-13' },
      accept: 'Given 66, then refused.',
      refusal: 'ACME_TOO_OLD',
    });
    expect(file.clauses.map(inScope)).toEqual([true, false]);
    expect(pointOf(file.clauses[0]!, 'acme-law')).toBe('2.1');
    expect(pointOf({ id: 'acme-law/7.1', document: 'acme' }, 'acme-law')).toBe('7.1');
  });

  it.each([
    ['a duplicate key', `${head}${clause}  kind: data\n`, 'unique'],
    ['a duplicate key in params', head + clause.replace('min_age: 18,', 'min_age: 18, min_age: 19,'), 'unique'],
    ['an unknown key', `${head}${clause}  refusals: X\n`, 'acme-law/acme/2.1: unknown key refusals'],
    ['an unknown key of the document', `note: x\n${head}${clause}`, 'unknown key note'],
    ['an unknown kind', head + clause.replace('kind: rule', 'kind: rules'), 'no kind of clause'],
    ['a clause of another plugin', head + clause.replace('acme-law/acme/2.1', 'other/2.1'), 'no id of acme-law'],
    ['an id with a space', head + clause.replace('acme/2.1', 'acme/2 1'), 'no id of acme-law'],
    ['one id twice', head + clause + clause, 'stands there twice'],
    ['no requirement', head + clause.replace('  requires: Age of 18 to 65.\n', ''), 'requires is missing'],
    ['out of scope without a reason', head + clause.replace('kind: rule', 'kind: out-of-scope'), 'why_out'],
    ['a reason for what is in scope', `${head}${clause}  why_out: x\n`, 'why_out'],
    ['a missing language', (head + clause).replace(', be: Правілы', ''), 'be is missing'],
    ['no clauses', head, 'no clauses'],
    ['broken YAML', `${head}- {id: `, 'acme.yaml'],
  ])('with %s is refused', (_, text, sentence) => {
    expect(() => read(text)).toThrow(ClauseFileError);
    expect(() => read(text)).toThrow(sentence);
  });
});
