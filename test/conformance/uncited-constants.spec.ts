import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { uncitedConstants } from '../../scripts/checks/uncited-constants';
import { sourceFiles } from '../../scripts/clauses/source-files';

const root = join(__dirname, '../..');
const rules = sourceFiles(root, ['plugins']).filter((path) => /\/(validators|rules)\/[^.]+\.ts$/.test(path));

describe('the numbers in rules', () => {
  it('all stand in dated parameters with a clause', () => {
    const found = rules.flatMap((path) =>
      uncitedConstants(readFileSync(path, 'utf8')).map(({ line, literal }) => `${relative(root, path)}:${line}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a numeral', 'export const check = (years: number) => years < 18;', [{ line: 1, literal: '18' }]],
    ['a negative numeral', 'const a = -7;', [{ line: 1, literal: '7' }]],
    ['a sum as text', "import { Decimal } from 'x';\n\nconst cap = new Decimal('30000.00');", [{ line: 3, literal: '30000.00' }]],
    ['a percentage as text', "const cap = '130%';", [{ line: 1, literal: '130%' }]],
    ['a big integer', 'const a = 18n;', [{ line: 1, literal: '18n' }]],
    ['an entry without a clause', "edition({ 'age.min': [18, undefined] });", [{ line: 1, literal: '18' }]],
    ['a divisor that is no hundred', 'sum.div(365)', [{ line: 1, literal: '365' }]],
    ['a rounding', 'sum.toDecimalPlaces(2)', [{ line: 1, literal: '2' }]],
    ['a numeral after Cyrillic text', "const note = 'не старше';\nconst max = 65;", [{ line: 2, literal: '65' }]],
  ])('are found when a rule holds %s', (_, source, found) => {
    expect(uncitedConstants(source)).toEqual(found);
  });

  it.each([
    ['nothing and one', 'const next = list[0] + 1;'],
    ['a value with its clause', "edition({ 'age.min': [18, cite('acme-law/acme/2')] });"],
    ['a type', 'type Digits = 2 | 3; interface A { readonly b: 4 }'],
    ['a code with digits', "const act = 'FORM-2023';"],
    ['how a sum is written', 'facts.sum.toFixed(2)'],
    ['what per cent means', 'sum.mul(rate).div(100)'],
    ['a comment', '// 18 years\nexport {};'],
  ])('are no concern where they are %s', (_, source) => {
    expect(uncitedConstants(source)).toEqual([]);
  });

  it('count in the same way whatever was parsed before', () => {
    uncitedConstants('const a = 5;\n'.repeat(50));
    expect(uncitedConstants('\n\nconst a = 5;')).toEqual([{ line: 3, literal: '5' }]);
  });
});
